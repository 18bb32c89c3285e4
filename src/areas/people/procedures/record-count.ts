import { newId } from '../../../platform/db/id.ts'
import { findingView } from '../../../platform/records/finding-view.ts'
import { noSuchRecord, type Records } from '../../../platform/records/records.ts'
import type { StoredRecord, WantedRecord } from '../../../platform/records/records-engine.ts'
import {
  type Asking,
  currentRecord,
  inChange,
  refuseFuture,
  refuseStopped,
} from '../../../platform/records/write-change.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Override } from '../../../platform/rules/judge.ts'
import { text } from '../../../platform/text.ts'
import type { TimelineEvent } from '../../../platform/timeline/timeline.ts'
import type { Day } from '../../../platform/values/day.ts'
import { candidaciesOf } from '../queries/candidacies-of.ts'
import { ballotType, candidacyType, electionType, personType } from '../records.ts'
import { refuseEnded } from './refuse-ended.ts'

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
    const electionId = ballot.spells.at(-1)?.attributes['election_id'] ?? ''
    const election = (await engine.load(reader, electionType, [electionId])).get(electionId)
    if (!election) throw noSuchRecord(electionType, electionId)
    refuseEnded(election)
    if (ballot.events.some(({ kind: done }) => done === 'counted') !== input.correcting)
      throw new Refusal('CONFLICT', input.correcting ? notCountedYet : countedBefore, { id: input.id })
    const standing = await candidaciesOf(reader, engine, input.id)
    const { drafts, gone } = await votesOf(records, reader, standing, input)
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

async function votesOf(
  { engine }: Records,
  reader: Parameters<typeof candidaciesOf>[0],
  standing: readonly StoredRecord[],
  input: CountInput,
): Promise<{ drafts: WantedRecord[]; gone: string[] }> {
  const of = (way: string) => standing.filter(({ spells }) => spells.at(-1)?.attributes['way'] === way)
  const personOf = ({ spells }: StoredRecord) => spells.at(-1)?.attributes['person_id'] as string
  const listed = of('candidate')
  const given = new Map(input.candidates.map((each) => [each.personId, each]))
  if (given.size !== listed.length || listed.some((each) => !given.has(personOf(each))))
    throw new Refusal('INVALID', everyCandidate, { candidates: listed.map(personOf) })
  const written = new Map(input.writeIns.map((each) => [each.personId, each]))
  const names = await engine.titlesOf(reader, personType, [...written.keys()])
  for (const person of written.keys()) {
    if (!names.has(person)) throw noSuchRecord(personType, person)
    if (given.has(person)) throw new Refusal('INVALID', standsAlready(names.get(person) ?? ''), { person })
  }
  const before = new Map(of('write_in').map((each) => [personOf(each), each]))
  return {
    drafts: [
      ...listed.map((each) => withCount(each, input, marks(given.get(personOf(each)) as Votes))),
      ...[...written.values()].map((each) =>
        withCount(before.get(each.personId) ?? writtenIn(each.personId, input), input, {
          votes_for: each.for,
        }),
      ),
    ],
    gone: [...before].filter(([person]) => !written.has(person)).map(([, { id }]) => id),
  }
}

const marks = (votes: Votes) => ({
  votes_for: votes.for,
  votes_against: votes.against,
  abstentions: votes.abstain,
})

function writtenIn(person: string, { id, onDate }: CountInput): WantedRecord {
  const sets = { person_id: person, ballot_id: id, way: 'write_in', list_no: null }
  const event = { id: newId(), onDate, seq: 1, kind: 'listed', sets, documentNo: null, reason: null }
  return { id: newId(), header: {}, events: [event] }
}

/** With its count, in the place of an earlier one. */
function withCount(
  { id, header, events }: WantedRecord,
  { onDate, reason }: CountInput,
  totals: Readonly<Record<string, number | Day>>,
): WantedRecord {
  const sets = Object.fromEntries(Object.entries(totals).map(([key, value]) => [key, String(value)]))
  const before = events.find(({ kind }) => kind === 'counted')
  const event: TimelineEvent = {
    id: before?.id ?? newId(),
    onDate,
    seq: before?.seq ?? events.length + 1,
    kind: 'counted',
    sets,
    documentNo: null,
    reason,
  }
  return { id, header, events: [...events.filter((each) => each !== before), event] }
}

const notCountedYet = text(
  '这一轮尚未计票，请登记计票结果。',
  'This round has not been counted: record its count instead of correcting it.',
)
const countedBefore = text(
  '这一轮已登记计票结果，如有错误请更正。',
  'This round was counted already. If something is wrong, correct the count.',
)
const everyCandidate = text(
  '请为名单上的每名候选人填写得票，不多也不少。',
  'Enter the votes of every candidate on the list, and of nobody else.',
)
const standsAlready = (name: string) =>
  text(
    `“${name}”是候选人，不能又作为另选他人，请合并得票。`,
    `“${name}” is a candidate and cannot be written in as well: add the votes up.`,
  )
