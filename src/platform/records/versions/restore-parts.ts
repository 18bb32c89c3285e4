import { inWholeOffice, type Reader, type Writer } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { TimelineEvent } from '../../timeline/timeline.ts'
import { asKnownAt } from '../as-known-at.ts'
import { findingView } from '../finding-view.ts'
import { fieldOf, type RecordType } from '../record-type.ts'
import { behaviourNamed, type Records } from '../records.ts'
import type { StoredRecord, WantedRecord } from '../records-engine.ts'
import { namedBy } from '../undo/undo-plan.ts'
import {
  type Asking,
  currentRecord,
  inChange,
  refuseDuplicate,
  refuseStopped,
  type WriteInput,
} from '../write-change.ts'
import { type DifferingParts, differingParts } from './differing-parts.ts'

export type RestoreInput = WriteInput & {
  id: string
  version: string
  from: string
  parts: readonly string[]
}

/**
 * Puts fixed values and events of a record back to what they were at a change, as a correction: nothing is overwritten, and the version
 * that is left stays readable. Only what the caller sees in one of the two versions can be put back.
 * @throws Refusal STALE, RULE, CONFLICT for a part of an act over several records, what is gone or a number that is another's
 */
export async function restoreParts(records: Records, asking: Asking, input: RestoreInput) {
  const { type } = behaviourNamed(records, input.type)
  return await inChange(records, asking, 'correction', input, async (writer, reader) => {
    const { seen, whole } = await currentRecord(records, writer, type, input.id, input.version)
    const then = await versionAt(records, reader, type, input)
    const chosen = choose(differingParts(then, seen), input.parts)
    const wanted: WantedRecord = {
      id: whole.id,
      header: withHeader(type, whole, then, chosen),
      events: withEvents(whole, then, chosen),
    }
    await refuseDuplicate(records, reader, type, wanted)
    await refuseGone(records, writer, reader, whole, wanted, type)
    const findings = await records.engine.save(writer, type, [wanted])
    // As with a correction: a fixed value alone is no act.
    if (chosen.events.length > 0) refuseStopped(findings, input.overrides)
    return { id: whole.id, version: String(writer.change), findings: findings.map(findingView) }
  })
}

async function versionAt(
  records: Records,
  reader: Reader<unknown>,
  type: RecordType,
  { id, from }: RestoreInput,
): Promise<StoredRecord> {
  const found = await asKnownAt(reader, BigInt(from), (past) => records.engine.load(past, type, [id]))
  const then = found.get(id)
  if (!then) throw new Refusal('NOT_FOUND', noSuchVersion, { from })
  return then
}

function choose({ header, events }: DifferingParts, parts: readonly string[]): DifferingParts {
  const wanted = new Set(parts)
  const chosen = {
    header: header.filter(({ part }) => wanted.has(part)),
    events: events.filter(({ part }) => wanted.has(part)),
  }
  const there = new Set([...chosen.header, ...chosen.events].map(({ part }) => part))
  const missing = parts.find((part) => !there.has(part))
  if (missing !== undefined) throw new Refusal('CONFLICT', sameAlready, { part: missing })
  const deed = chosen.events.map(({ before, after }) => before?.deedId ?? after?.deedId).find((id) => id)
  if (deed) throw new Refusal('CONFLICT', partOfADeed, { deed })
  return chosen
}

function withHeader(type: RecordType, whole: StoredRecord, then: StoredRecord, { header }: DifferingParts) {
  const before = header.map(({ key }) => [key, then.header[key] ?? null] as const)
  const emptied = before.find(([key, value]) => value === null && fieldOf(type, key).required)
  if (emptied) throw new Refusal('CONFLICT', erased, { field: emptied[0] })
  return { ...whole.header, ...Object.fromEntries(before) }
}

/** Of events on one day, those of the version that comes back stand in its order, and what was recorded since after them. */
function withEvents(whole: StoredRecord, then: StoredRecord, { events }: DifferingParts): TimelineEvent[] {
  if (events.length === 0) return [...whole.events]
  const put = new Set(events.flatMap(({ before, after }) => [before?.id, after?.id]))
  const returning = events.flatMap(({ before }) => (before ? [before] : []))
  const place = new Map(then.events.map(({ id }, index) => [id, index]))
  const placeOf = ({ id }: TimelineEvent) => place.get(id) ?? place.size
  return [...whole.events.filter(({ id }) => !put.has(id)), ...returning]
    .sort((a, b) => (a.onDate === b.onDate ? placeOf(a) - placeOf(b) : a.onDate < b.onDate ? -1 : 1))
    .map((event, index) => ({ ...event, seq: index + 1 }))
}

/** What the record would name again must still be there. */
async function refuseGone(
  records: Records,
  writer: Writer<unknown>,
  reader: Reader<unknown>,
  whole: StoredRecord,
  wanted: WantedRecord,
  type: RecordType,
): Promise<void> {
  const { engine } = records
  const standing = new Set(namedBy(engine, type.id, whole).map(({ id }) => id))
  for (const named of namedBy(engine, type.id, wanted)) {
    const of = engine.types.get(named.type)
    if (!of || standing.has(named.id)) continue
    const found = await inWholeOffice(writer, () => engine.load(reader, of, [named.id]))
    if (!found.has(named.id)) throw new Refusal('CONFLICT', namesGone(of), { id: named.id })
  }
}

const noSuchVersion = text(
  '在那次变更时，您的管辖范围内还没有这条记录。请选另一个版本。',
  'At that change the record was not yet there in your places. Choose another version.',
)
const sameAlready = text(
  '所选内容现在与那个版本相同，不需要恢复。请重新打开比较页面。',
  'What was chosen is the same as in that version by now. Open the comparison again.',
)
const partOfADeed = text(
  '所选事件是涉及多个记录的变动的一部分，不能单独恢复。请更正整项变动。',
  'A chosen event is part of an act over several records and cannot be restored alone. Correct the act as a whole.',
)
const erased = text(
  '所选内容在那个版本中已依法删除，不能恢复。',
  'What was chosen has been erased from that version as the law requires, and cannot come back.',
)
const namesGone = (type: RecordType) =>
  text(
    `那个版本引用的${type.label.zh}已不存在，不能恢复。请先登记，或用更正改为另一个。`,
    `That version names a record (${type.label.en}) that is no longer there. Enter it first, or correct the value instead.`,
  )
