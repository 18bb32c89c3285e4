import { newId } from '../../../platform/db/id.ts'
import type { Reader } from '../../../platform/db/transaction.ts'
import { noSuchRecord, type Records } from '../../../platform/records/records.ts'
import type { StoredRecord, WantedRecord } from '../../../platform/records/records-engine.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { text } from '../../../platform/text.ts'
import type { TimelineEvent } from '../../../platform/timeline/timeline.ts'
import type { Day } from '../../../platform/values/day.ts'
import { personType } from '../records.ts'

type Marked = { readonly personId: string }
type Totals = Readonly<Record<string, number | Day>>
type Counting<Votes extends Marked> = {
  readonly id: string
  readonly onDate: Day
  readonly reason: string | null
  readonly correcting: boolean
  readonly candidates: readonly Votes[]
  readonly writeIns: readonly { readonly personId: string; readonly for: number }[]
}

/** @throws Refusal CONFLICT where a count is recorded twice, or corrected before there is one */
export function refuseSecondCount(
  { events }: WantedRecord,
  { id, correcting }: Pick<Counting<Marked>, 'id' | 'correcting'>,
): void {
  if (events.some(({ kind }) => kind === 'counted') === correcting) return
  throw new Refusal('CONFLICT', correcting ? notCountedYet : countedBefore, { id })
}

/**
 * The candidacies of a ballot with their votes, those of the persons written in among them; `gone` were written in before and no longer.
 * @throws Refusal INVALID where the count does not name each candidate of the list once; NOT_FOUND
 */
export async function votesOf<Votes extends Marked>(
  { engine }: Records,
  reader: Reader<unknown>,
  standing: readonly StoredRecord[],
  input: Counting<Votes>,
  marks: (votes: Votes) => Totals,
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

function writtenIn(person: string, { id, onDate }: Pick<Counting<Marked>, 'id' | 'onDate'>): WantedRecord {
  const sets = { person_id: person, ballot_id: id, way: 'write_in', list_no: null }
  const event = { id: newId(), onDate, seq: 1, kind: 'listed', sets, documentNo: null, reason: null }
  return { id: newId(), header: {}, events: [event] }
}

/** With its count, in the place of an earlier one. */
export function withCount(
  { id, header, events }: WantedRecord,
  { onDate, reason }: Pick<Counting<Marked>, 'onDate' | 'reason'>,
  totals: Totals,
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
