import { type Text, text } from '../../../../../platform/text.ts'
import { fillSeats } from '../fill-seats.ts'
import { type Standing, standingOf } from './majority.ts'
import { contendersOf, type PartyRound } from './round.ts'

/** What the count says of one contender. */
export const contenderOutcomes = {
  elected: text('当选', 'Elected'),
  tied: text('票数相等，再次投票', 'Tied: another vote'),
  referred: text(
    '介于两种半数之间，报上级裁定',
    'Between the two majorities: referred to the higher organisation',
  ),
  notElected: text('未当选', 'Not elected'),
} as const satisfies Record<string, Text>
export type ContenderOutcome = keyof typeof contenderOutcomes

export type CountedContender = {
  readonly id: string
  readonly name: string
  readonly votes: number
  readonly writeIn: boolean
  readonly outcome: ContenderOutcome
}

/**
 * Every contender of a countable round, in the round's own order. Seats go by votes to those over the majority; one
 * between the lines is referred only while a seat is left that he or she could take.
 */
export function tally(round: PartyRound): CountedContender[] {
  const contenders = contendersOf(round).map((each) => ({ id: each.id, votes: each.for }))
  const standing = (wanted: Standing) => contenders.filter(({ votes }) => standingOf(votes, round) === wanted)
  const passed = standing('passes')
  const { elected, tied } = fillSeats(passed, round.seats)
  const next = fillSeats(standing('between'), Math.max(round.seats - passed.length, 0))
  const outcomeOf = (id: string): ContenderOutcome => {
    if (elected.has(id)) return 'elected'
    if (tied.has(id)) return 'tied'
    return next.elected.has(id) || next.tied.has(id) ? 'referred' : 'notElected'
  }
  const writtenIn = new Set(round.writeIns.map(({ id }) => id))
  return contendersOf(round).map(({ id, name, for: votes }) => ({
    id,
    name,
    votes,
    writeIn: writtenIn.has(id),
    outcome: outcomeOf(id),
  }))
}
