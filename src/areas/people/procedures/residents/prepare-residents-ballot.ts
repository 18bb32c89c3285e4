import type { Records } from '../../../../platform/records/records.ts'
import type { Asking } from '../../../../platform/records/write-change.ts'
import type { Override } from '../../../../platform/rules/judge.ts'
import type { Day } from '../../../../platform/values/day.ts'
import { residentsElection } from '../../election-types.ts'
import { type Nominator, type ResidentsContest, residentsContests, type ResidentsVote } from '../../terms.ts'
import { prepareRound } from '../prepare-round.ts'

export type Nominee = {
  readonly personId: string
  readonly nominatedBy: Nominator
  /** Of those whom voters nominate together: how many did. */
  readonly nominators: number | null
}
export type PrepareResidentsInput = {
  readonly election: string
  readonly contest: ResidentsContest
  readonly vote: ResidentsVote
  readonly seats: number
  readonly onDate: Day
  readonly candidates: readonly Nominee[]
  readonly idempotencyKey: string
  readonly overrides: readonly Override[]
}

/** The next round of a contest of a residents' election, with who nominated each candidate. */
export async function prepareResidentsBallot(records: Records, asking: Asking, input: PrepareResidentsInput) {
  const candidates = input.candidates.map(({ personId, nominatedBy, nominators }) => ({
    personId,
    sets: {
      nominated_by: nominatedBy,
      nominators: nominatedBy === 'voters' && nominators !== null ? String(nominators) : null,
    },
  }))
  const kind = { types: residentsElection, contests: residentsContests, figure: 'entitled' }
  return await prepareRound(records, asking, { ...input, candidates }, kind)
}
