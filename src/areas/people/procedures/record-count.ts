import { findingView } from '../../../platform/records/finding-view.ts'
import type { Records } from '../../../platform/records/records.ts'
import {
  type Asking,
  currentRecord,
  inChange,
  refuseFuture,
  refuseStopped,
} from '../../../platform/records/write-change.ts'
import type { Override } from '../../../platform/rules/judge.ts'
import type { Day } from '../../../platform/values/day.ts'
import { candidaciesOf } from '../queries/candidacies-of.ts'
import { ballotType, candidacyType } from '../records.ts'
import { partyElection } from '../election-types.ts'
import { refuseSecondCount, votesOf, withCount } from './count-drafts.ts'
import { openElectionOf } from './open-election-of.ts'

type Votes = { readonly for: number; readonly against: number; readonly abstain: number }
export type CountInput = {
  readonly id: string
  readonly version: string
  readonly onDate: Day
  readonly due: number
  readonly present: number
  readonly issued: number
  readonly returned: number
  readonly void: number
  readonly candidates: readonly (Votes & { readonly personId: string })[]
  readonly writeIns: readonly { readonly personId: string; readonly for: number }[]
  readonly correcting: boolean
  readonly reason: string | null
  readonly idempotencyKey: string
  readonly overrides: readonly Override[]
}

/** The count of one round as one change, or its correction: the figures of the meeting and the votes of everybody who stood. */
export async function recordCount(records: Records, asking: Asking, input: CountInput) {
  refuseFuture(input.onDate)
  const { engine } = records
  const body = { ...input, type: ballotType.id }
  const kind = input.correcting ? 'correction' : 'event'
  return await inChange(records, asking, kind, body, async (writer, reader) => {
    const { whole: ballot } = await currentRecord(records, writer, ballotType, input.id, input.version)
    await openElectionOf(engine, reader, ballot, partyElection)
    refuseSecondCount(ballot, input)
    const standing = await candidaciesOf(reader, engine, candidacyType, input.id)
    const { drafts, gone } = await votesOf(records, reader, standing, input, marks)
    if (gone.length > 0) await engine.remove(writer, candidacyType, gone)
    const figures = {
      due: input.due,
      present: input.present,
      issued: input.issued,
      returned: input.returned,
      void: input.void,
    }
    const findings = [
      ...(await engine.save(writer, candidacyType, drafts)),
      ...(await engine.save(writer, ballotType, [
        withCount(ballot, input, { ...figures, voted_on: input.onDate }),
      ])),
    ]
    refuseStopped(findings, input.overrides)
    return { id: input.id, version: String(writer.change), findings: findings.map((one) => findingView(one)) }
  })
}

const marks = (votes: Votes) => ({
  votes_for: votes.for,
  votes_against: votes.against,
  abstentions: votes.abstain,
})
