import type { Contest } from '../../../terms.ts'
import type { PartyRound } from '../party/round.ts'

/** A recorded ballot; `round` is null while it is not counted. */
export type RecordedBallot = {
  readonly contest: Contest
  readonly vote: 'first' | 'further' | 'tie'
  readonly no: number
  readonly seats: number
  readonly round: PartyRound | null
  /** The voters agreed to do with fewer. */
  readonly settled: boolean
}
