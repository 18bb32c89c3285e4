import type { Judged } from '../../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { text } from '../../../../platform/text.ts'
import { type BallotFacts, isPast, roundOf } from './ballot-round.ts'
import { parts } from './findings.ts'
import { always, byPractice } from './instruments.ts'
import { decidePartyRound } from './party/outcome.ts'
import type { PartyRound } from './party/round.ts'

type Ballot = Judged<BallotFacts | undefined>

/** Whether the regulations leave it to the voters to do with fewer: only where some are elected and seats are left. */
function maySettleForFewer(round: PartyRound): boolean {
  const { result } = decidePartyRound(round)
  if (result.kind !== 'counted') return false
  return result.steps.some((step) => step.step === 'fillVacancies' && step.maySettleForFewer)
}

const fewerWhereAllowed = defineRule<Ballot>({
  id: 'R-S4-13',
  name: text('减少名额的条件', 'When fewer will do'),
  ...byPractice(
    text(
      '当选人数少于应选名额、接近应选名额的，经半数以上选举人同意可以减少名额',
      'where the number elected is below the seats but close to them, fewer will do if at least half of the voters agree',
    ),
  ),
  inForce: always,
  weight: 'warn',
  judges: 'act',
  check: (life) => {
    const round = roundOf(life)
    if (isPast(life) || !life.spells.at(-1)?.attributes['settled'] || (round && maySettleForFewer(round)))
      return []
    return parts([
      text(
        '计票结果没有可以减少的名额，这项登记不起作用，请核对计票或撤回。',
        'By the count there are no seats to leave empty, so this has no effect. Check the count or take it back.',
      ),
    ])
  },
})

const rulingHasNumber = defineRule<Ballot>({
  id: 'R-S4-14',
  name: text('上级裁定写明文号', 'A ruling has its document number'),
  ...byPractice(
    text(
      '裁定以文件为准，没有文号的不作为依据',
      'A ruling is its document: without a number it decides nothing',
    ),
  ),
  inForce: always,
  weight: 'warn',
  judges: 'act',
  check: ({ events }) =>
    parts(
      events
        .filter(({ kind, documentNo }) => kind === 'ruled' && !documentNo?.trim())
        .map(() =>
          text(
            '上级裁定没有文号，计票时不予采用，请补填文号。',
            'The ruling has no document number and is not used in the count: add it.',
          ),
        ),
    ),
})

export const seatsLeftRules: readonly Rule<Ballot>[] = [fewerWhereAllowed, rulingHasNumber]
