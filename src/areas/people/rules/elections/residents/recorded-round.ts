import type { Day } from '../../../../../platform/values/day.ts'
import type { Nominator, ResidentsContest, ResidentsVote, Sex } from '../../../terms.ts'
import type { ResidentsMode, ResidentsRound } from './round.ts'

/** Somebody who stands in a residents' ballot, as recorded; votes are null before the count. */
export type RecordedResident = {
  readonly personId: string
  readonly name: string
  readonly sex: Sex
  /** A day, or a year and month; null where it was erased. */
  readonly birth: string | null
  readonly way: 'candidate' | 'write_in'
  readonly position: number | null
  readonly votes: number | null
  readonly nominatedBy: Nominator | null
  readonly nominators: number | null
}

/** A recorded ballot on a residents' committee; `round` is null while it is not counted. */
export type RecordedResidentsBallot = {
  readonly contest: ResidentsContest
  readonly vote: ResidentsVote
  readonly no: number
  readonly seats: number
  readonly contenders: readonly RecordedResident[]
  readonly round: ResidentsRound | null
}

type Values = Readonly<Record<string, string | null>>

/** The ballot as the arithmetic takes it, candidates in the order of the list; null while it is not counted. */
export function residentsRoundOf(
  ballot: Values,
  mode: ResidentsMode,
  contenders: readonly RecordedResident[],
): ResidentsRound | null {
  const on = (ballot['voted_on'] ?? null) as Day | null
  if (on === null) return null
  const number = (key: string) => Number(ballot[key] ?? 0)
  const listed = [...contenders].sort((a, b) => (a.position ?? 100) - (b.position ?? 100))
  const standing = (way: RecordedResident['way']) =>
    listed
      .filter((each) => each.way === way)
      .map(({ personId, name, votes }) => ({ id: personId, name, for: votes ?? 0 }))
  return {
    on,
    mode,
    vote: ballot['vote'] === 'run_off' ? 'runOff' : 'first',
    seats: number('seats'),
    entitled: number('entitled'),
    participants: number('participants'),
    ballots: {
      issued: number('issued'),
      returned: number('returned'),
      void: number('void'),
      statedValid: null,
    },
    candidates: standing('candidate'),
    writeIns: standing('write_in'),
  }
}
