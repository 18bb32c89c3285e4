import { inWholeOffice, type Reader, type Writer } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { TimelineEvent } from '../../timeline/timeline.ts'
import type { Day } from '../../values/day.ts'
import { refuseOrphans } from '../dependents.ts'
import { readerOf } from '../engine.ts'
import { findingView } from '../finding-view.ts'
import { actOf, type RecordType } from '../record-type.ts'
import type { Records } from '../records.ts'
import type { StoredRecord, WantedRecord } from '../records-engine.ts'
import { titleIn } from '../titles.ts'
import {
  type Asking,
  inChange,
  refuseFuture,
  refuseStopped,
  refuseWhileNamed,
  type WriteInput,
} from '../write-change.ts'
import { carryOut } from './perform-deed.ts'
import { eventsOfDeeds } from './deed-events.ts'

export type DeedCorrection = WriteInput & {
  deed: string
  onDate?: Day | undefined
  documentNo?: string | null | undefined
  /** The deed never took place: its records stand again as they would without it, and those that it began never were. */
  neverWas: boolean
}

/** Corrects a deed as the one thing that it is: its day, its document, or that it ever was. */
export async function correctDeed(records: Records, asking: Asking, input: DeedCorrection) {
  if (input.onDate) refuseFuture(input.onDate)
  return await inChange(records, asking, 'correction', input, async (writer, reader) => {
    const parts = await partsOf(records, writer, reader, input.deed)
    const drafts = new Map<RecordType, Map<string, WantedRecord>>()
    const never: { type: RecordType; id: string }[] = []
    const ended = new Map<RecordType, string[]>()
    for (const { type, record, day } of parts) {
      const events = record.events.flatMap((event) => corrected(event, input, day))
      if (events.length === 0) never.push({ type, id: record.id })
      else {
        refuseHeadless(type, record, events)
        const own = drafts.get(type) ?? new Map<string, WantedRecord>()
        drafts.set(type, own.set(record.id, { id: record.id, header: record.header, events }))
      }
      if (!input.neverWas && endsInDeed(type, record, input.deed))
        ended.set(type, [...(ended.get(type) ?? []), record.id])
    }
    const findings = await carryOut(records, writer, { drafts })
    for (const { type, id } of never) await records.engine.remove(writer, type, [id])
    await refuseWhileNamed(writer)
    const day = input.onDate ?? (parts[0] as Part).day
    for (const [type, ids] of ended) await refuseOrphans(records, writer, type, ids, day)
    refuseStopped(findings, input.overrides)
    return {
      deed: input.deed,
      version: String(writer.change),
      never: never.map(({ id }) => id),
      findings: findings.map((finding) => findingView(finding)),
    }
  })
}

type Part = { readonly type: RecordType; readonly record: StoredRecord; readonly day: Day }

/** Every record of the deed in full; the caller must see them all. @throws Refusal NOT_FOUND, CONFLICT */
async function partsOf(
  records: Records,
  writer: Writer<unknown>,
  reader: Reader<unknown>,
  deed: string,
): Promise<Part[]> {
  const { engine } = records
  const seen = await eventsOfDeeds(engine, reader, [deed])
  if (seen.length === 0) throw new Refusal('NOT_FOUND', noDeed, { deed })
  const every = await inWholeOffice(writer, () => eventsOfDeeds(engine, readerOf(writer), [deed]))
  if (every.length > seen.length) throw new Refusal('CONFLICT', partlyOutside, { deed })
  const day = every.map(({ on }) => on).sort()[0] as Day
  const parts: Part[] = []
  for (const [type, own] of Map.groupBy(every, (event) => event.type)) {
    const ids = [...new Set(own.map(({ id }) => id))]
    const loaded = await inWholeOffice(writer, () => engine.load(readerOf(writer), type, ids))
    parts.push(...ids.map((id) => ({ type, record: loaded.get(id) as StoredRecord, day })))
  }
  return parts
}

/** An event of the deed's own day moves with it; one that could only follow later stays, unless the deed comes after it. */
function corrected(event: TimelineEvent, input: DeedCorrection, day: Day): TimelineEvent[] {
  if (event.deedId !== input.deed) return [event]
  if (input.neverWas) return []
  const { onDate = day, documentNo = event.documentNo } = input
  return [
    { ...event, documentNo, onDate: event.onDate === day || event.onDate < onDate ? onDate : event.onDate },
  ]
}

function endsInDeed(type: RecordType, record: StoredRecord, deed: string): boolean {
  return record.events.some((event) => event.deedId === deed && actOf(type, event.kind).effect === 'ends')
}

/** Something happened later to a record that the deed began: that comes first. */
function refuseHeadless(type: RecordType, record: StoredRecord, events: readonly TimelineEvent[]): void {
  const first = events[0] as TimelineEvent
  if (actOf(type, first.kind).effect === 'begins') return
  const title = titleIn(type, record)
  throw new Refusal('CONFLICT', happenedSince(title), { type: type.id, id: record.id })
}

const noDeed = text(
  '没有找到这项变动，或者不在您的管辖范围内。',
  'This act is not there, or is outside your places.',
)
const partlyOutside = text(
  '这项变动有一部分在您的管辖范围以外，不能由您更正。请联系权限覆盖全部地点的经办人。',
  'Part of this act lies outside your places, so you cannot correct it. Ask the office.',
)
const happenedSince = (title: string) =>
  text(
    `“${title}”由这项变动产生，此后又登记了其他变更。请先更正那些变更。`,
    `“${title}” began with this act, and other events were recorded since. Correct those first.`,
  )
