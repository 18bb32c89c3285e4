import type { Area } from '../area.ts'
import type { Judging, RecordJudgement } from './behaviour.ts'
import { freeTextRule } from './free-text-rule.ts'

/** Who judges the state of each record type: its own area first, then the program itself, then the other areas in their order. @throws Error at start */
export function judgesOf(
  areas: readonly Pick<Area, 'name' | 'records' | 'judges'>[],
): Map<string, Judging[]> {
  const judges = new Map(
    areas
      .flatMap(({ records }) => records)
      .map((behaviour) => [
        behaviour.type.id,
        [ofState(behaviour), { rules: [freeTextRule(behaviour.type)] }],
      ]),
  )
  for (const { name, judges: judgements = [] } of areas) {
    for (const judgement of judgements) {
      refuseUnfit(name, judgement)
      const known = judges.get(judgement.type)
      if (!known) throw new Error(`${name} judges ${judgement.type}, which no area declares`)
      known.push(judgement)
    }
  }
  return judges
}

function ofState({ rules, facts }: Judging): Judging {
  const own = rules.filter((rule) => rule.judges === 'state')
  return facts ? { rules: own, facts } : { rules: own }
}

function refuseUnfit(area: string, { type, rules }: RecordJudgement): void {
  if (type.startsWith(`${area}.`)) throw new Error(`${area} judges ${type}, its own: say it in its behaviour`)
  const act = rules.find((rule) => rule.judges === 'act')
  if (act) throw new Error(`${area} judges ${type} by ${act.id}, a rule on acts: only a state may be judged`)
}
