import { type Text, text } from '../../../../../platform/text.ts'
import { fillSeats } from '../fill-seats.ts'
import { half, isOver, leastOver, leastReaching, reaches, third } from '../share.ts'
import { type ResidentsContender, type ResidentsRound, residentsModes } from './round.ts'

export type Validity = {
  readonly entitled: number
  readonly participants: number
  /** The least number of participants with which the election is valid. */
  readonly needed: number
  readonly valid: boolean
}

/** Whether enough of those entitled took part. */
export function validityOf(round: Pick<ResidentsRound, 'mode' | 'entitled' | 'participants'>): Validity {
  const { validOver } = residentsModes[round.mode]
  return {
    entitled: round.entitled,
    participants: round.participants,
    needed: leastOver(round.entitled, validOver),
    valid: isOver(round.participants, round.entitled, validOver),
  }
}

/** The least number of votes that elects: over half of the participants, in a run-off a third of them. */
export function votesNeeded({ vote, participants }: Pick<ResidentsRound, 'vote' | 'participants'>): number {
  return vote === 'first' ? leastOver(participants, half) : leastReaching(participants, third)
}

/** What the count says of one contender. On equal votes the law at hand is silent, so nobody is picked. */
export const residentsOutcomes = {
  elected: text('当选', 'Elected'),
  tied: text('票数相等，未能确定', 'Tied: left open'),
  notElected: text('未当选', 'Not elected'),
} as const satisfies Record<string, Text>

export type CountedResident = {
  readonly id: string
  readonly name: string
  readonly votes: number
  readonly writeIn: boolean
  readonly outcome: keyof typeof residentsOutcomes
}

/** Every contender of a valid round, candidates first, in the round's own order. */
export function tallyResidents(round: ResidentsRound): CountedResident[] {
  const { candidates, writeIns, participants, seats } = round
  const passes = (votes: number) =>
    round.vote === 'first' ? isOver(votes, participants, half) : reaches(votes, participants, third)
  const all = [...candidates, ...writeIns].map((each) => ({ id: each.id, votes: each.for }))
  const { elected, tied } = fillSeats(
    all.filter(({ votes }) => passes(votes)),
    seats,
  )
  const counted =
    (writeIn: boolean) =>
    (each: ResidentsContender): CountedResident => ({
      id: each.id,
      name: each.name,
      votes: each.for,
      writeIn,
      outcome: elected.has(each.id) ? 'elected' : tied.has(each.id) ? 'tied' : 'notElected',
    })
  return [...candidates.map(counted(false)), ...writeIns.map(counted(true))]
}
