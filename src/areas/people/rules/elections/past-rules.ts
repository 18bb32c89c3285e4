import type { Judged } from '../../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { text } from '../../../../platform/text.ts'
import { inForce } from '../../../../platform/values/spell.ts'
import { type BallotFacts, isPast, roundOf } from './ballot-round.ts'
import { parts } from './findings.ts'
import { always, byPractice } from './instruments.ts'
import { decidePartyRound } from './party/outcome.ts'
import type { PartyRound } from './party/round.ts'
import { partyRoundRules } from './party/rules.ts'

type Ballot = Judged<BallotFacts | undefined>

/** A past ballot once it is known who stood in it: a workbook is judged sheet by sheet. */
function pastRound(life: Ballot): PartyRound | null {
  return isPast(life) && life.facts?.contenders.length ? roundOf(life) : null
}

/** The rules on a counted vote over a past one: what its paper says is told where it breaks them, and never refused. */
const told = partyRoundRules.map((rule) =>
  defineRule<Ballot>({
    ...rule,
    inForce: always,
    judges: 'state',
    check: (life) => {
      const round = pastRound(life)
      return round && inForce(rule.inForce, round.on) ? rule.check(round, round.on) : []
    },
  }),
)

const statedAsCounted = defineRule<Ballot>({
  id: 'R-S4-15',
  name: text('原件所载结果与得票一致', 'The result as stated is that of the votes'),
  ...byPractice(text('当选人由计票得出', 'Who is elected follows from the count')),
  inForce: always,
  weight: 'inform',
  judges: 'state',
  check: (life) => {
    const round = pastRound(life)
    if (!round) return []
    const { result } = decidePartyRound(round)
    const outcomes = result.kind === 'counted' ? result.contenders : []
    return parts(
      (life.facts?.contenders ?? []).flatMap(({ personId, name, stated }) => {
        const counted = outcomes.find(({ id }) => id === personId)?.outcome === 'elected'
        if (stated === null || (stated === 'elected') === counted) return []
        return [
          counted
            ? text(
                `原件记“${name}”未当选，按得票应当选，请核对原件。`,
                `The paper says that “${name}” was not elected; by the votes it is so. Check the paper.`,
              )
            : text(
                `原件记“${name}”当选，按得票不能得出，请核对原件。`,
                `The paper says that “${name}” was elected; the votes do not say so. Check the paper.`,
              ),
        ]
      }),
    )
  },
})

export const pastRules: readonly Rule<Ballot>[] = [...told, statedAsCounted]
