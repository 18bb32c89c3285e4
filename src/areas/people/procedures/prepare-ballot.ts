import type { Records } from '../../../platform/records/records.ts'
import type { Asking } from '../../../platform/records/write-change.ts'
import type { Override } from '../../../platform/rules/judge.ts'
import type { Day } from '../../../platform/values/day.ts'
import { partyElection } from '../election-types.ts'
import { type Contest, contests } from '../terms.ts'
import { prepareRound } from './prepare-round.ts'

export type PrepareInput = {
  readonly election: string
  readonly contest: Contest
  readonly vote: 'first' | 'further' | 'tie'
  readonly seats: number
  readonly onDate: Day
  /** Persons; the list puts them by the strokes of their surnames. */
  readonly candidates: readonly string[]
  readonly idempotencyKey: string
  readonly overrides: readonly Override[]
}

/** The next round of a contest of a Party election. */
export async function prepareBallot(records: Records, asking: Asking, input: PrepareInput) {
  const candidates = input.candidates.map((personId) => ({ personId, sets: {} }))
  const kind = { types: partyElection, contests, figure: 'due' }
  return await prepareRound(records, asking, { ...input, candidates }, kind)
}
