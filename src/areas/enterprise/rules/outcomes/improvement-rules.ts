import type { Rule } from '../../../../platform/rules/rule.ts'
import { text } from '../../../../platform/text.ts'
import type { Day } from '../../../../platform/values/day.ts'
import { improvementActs, type ImprovementAct } from '../../terms.ts'
import type { AssistedFacts, Claimed } from './claim.ts'
import { claimedOnce } from './claimed-once.ts'
import { evidenceRule } from './evidence-rule.ts'
import { servedRule } from './served-rule.ts'

/** An act of an organisation that has the company among its units, and from which day on the two are known together. */
export type ImprovingAct = {
  readonly organisation: string
  readonly act: string
  readonly on: Day
  readonly since: Day
}
export type ImprovementFacts = AssistedFacts & { readonly acts: readonly ImprovingAct[] }
export type Improvement = Claimed<ImprovementFacts>

const borneOut = ({ events, spells, facts }: Improvement, on: Day) => {
  const [first, last] = [events[0], spells.at(-1)?.attributes]
  return (facts?.acts ?? []).some(
    (one) =>
      one.organisation === last?.['organisation_id'] &&
      one.act === last['act'] &&
      one.on === first?.onDate &&
      one.since <= on,
  )
}

export const improvementRules: readonly Rule<Improvement>[] = [
  claimedOnce([
    {
      keys: ['organisation_id', 'act'],
      sameDay: true,
      words: text('同一党组织、同一天、同一方式', 'the same organisation, day and act'),
    },
  ]),
  evidenceRule<ImprovementFacts | undefined>(['evidence'], (improvement, on) => {
    if (borneOut(improvement, on)) return []
    const act = improvementActs[improvement.spells.at(-1)?.attributes['act'] as ImprovementAct]
    const day = improvement.events[0]?.onDate
    return [
      {
        message: text(
          `党组织台账中没有${day}“${act.zh}”这一变动，或者该党组织不在这家企业、也不覆盖这家企业，暂不计入统计。请核对日期、方式和党组织。`,
          `The organisation’s record has no “${act.en}” on ${day}, or it is neither in this company nor has it among its units, so the improvement is not counted. Check the day, the act and the organisation.`,
        ),
      },
    ]
  }),
  servedRule<ImprovementFacts>(),
]
