import { findingView } from '../../../../platform/records/finding-view.ts'
import type { Records } from '../../../../platform/records/records.ts'
import {
  type Asking,
  currentRecord,
  inChange,
  refuseFuture,
  refuseStopped,
} from '../../../../platform/records/write-change.ts'
import type { Override } from '../../../../platform/rules/judge.ts'
import type { Day } from '../../../../platform/values/day.ts'
import { residentsElection as types } from '../../election-types.ts'
import { candidaciesOf } from '../../queries/candidacies-of.ts'
import { refuseSecondCount, votesOf, withCount } from '../count-drafts.ts'
import { openElectionOf } from '../open-election-of.ts'

type Figure =
  | 'entitled'
  | 'participants'
  | 'issued'
  | 'returned'
  | 'void'
  | 'proxies'
  | 'mostProxies'
  | 'candidateProxies'
  | 'unwrittenProxies'

export type ResidentsCountInput = Readonly<Record<Figure, number>> & {
  readonly id: string
  readonly version: string
  readonly onDate: Day
  readonly candidates: readonly { readonly personId: string; readonly for: number }[]
  readonly writeIns: readonly { readonly personId: string; readonly for: number }[]
  readonly correcting: boolean
  readonly reason: string | null
  readonly idempotencyKey: string
  readonly overrides: readonly Override[]
}

/** The count of one round of a residents' election as one change, or its correction: totals alone, of proxies too. */
export async function recordResidentsCount(records: Records, asking: Asking, input: ResidentsCountInput) {
  refuseFuture(input.onDate)
  const { engine } = records
  const body = { ...input, type: types.ballot.id }
  const kind = input.correcting ? 'correction' : 'event'
  return await inChange(records, asking, kind, body, async (writer, reader) => {
    const { whole: ballot } = await currentRecord(records, writer, types.ballot, input.id, input.version)
    await openElectionOf(engine, reader, ballot, types)
    refuseSecondCount(ballot, input)
    const standing = await candidaciesOf(reader, engine, types.candidacy, input.id)
    const marks = (each: { readonly for: number }) => ({ votes_for: each.for })
    const { drafts, gone } = await votesOf(records, reader, standing, input, marks)
    if (gone.length > 0) await engine.remove(writer, types.candidacy, gone)
    const findings = [
      ...(await engine.save(writer, types.candidacy, drafts)),
      ...(await engine.save(writer, types.ballot, [withCount(ballot, input, figuresOf(input))])),
    ]
    refuseStopped(findings, input.overrides)
    return { id: input.id, version: String(writer.change), findings: findings.map((one) => findingView(one)) }
  })
}

const figuresOf = (input: ResidentsCountInput) => ({
  voted_on: input.onDate,
  entitled: input.entitled,
  participants: input.participants,
  issued: input.issued,
  returned: input.returned,
  void: input.void,
  proxies: input.proxies,
  most_proxies: input.mostProxies,
  candidate_proxies: input.candidateProxies,
  unwritten_proxies: input.unwrittenProxies,
})
