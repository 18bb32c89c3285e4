import { inWholeOffice, type Reader, type Writer } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { RecordField, RecordType } from '../record-type.ts'
import type { Records } from '../records.ts'
import type { StoredRecord } from '../records-engine.ts'
import { referencesTo, referrersOf } from '../undo/referrers.ts'
import { currentRecord } from '../write-change.ts'

/** A record that names another, in which of its fields. */
export type Hanging = {
  readonly type: RecordType
  readonly fields: readonly RecordField[]
  readonly record: StoredRecord
}

/** @throws Refusal NOT_FOUND, STALE; CONFLICT where part of its life lies outside the caller's places */
export async function seenWhole(
  records: Records,
  writer: Writer<unknown>,
  type: RecordType,
  { id, version }: { readonly id: string; readonly version: string },
): Promise<StoredRecord> {
  const { seen, whole } = await currentRecord(records, writer, type, id, version)
  if (!sameLife(seen, whole)) throw new Refusal('CONFLICT', livedElsewhere, { id })
  return whole
}

const sameLife = (seen: StoredRecord | undefined, whole: StoredRecord) =>
  seen?.events.length === whole.events.length && JSON.stringify(seen.spells) === JSON.stringify(whole.spells)

/** Every record of any type that names this one, on whatever day. @throws Refusal CONFLICT where the caller does not see all of it */
export async function hangingOn(
  records: Records,
  writer: Writer<unknown>,
  reader: Reader<unknown>,
  type: RecordType,
  id: string,
): Promise<Hanging[]> {
  const { engine } = records
  const found = await inWholeOffice(writer, () => referrersOf(reader, engine, type, [id]))
  const hanging: Hanging[] = []
  let unseen = 0
  for (const [typeId, own] of Map.groupBy(found, ({ from }) => from.type)) {
    const of = engine.types.get(typeId) as RecordType
    const ids = [...new Set(own.map(({ from }) => from.id))]
    const seen = await engine.load(reader, of, ids)
    const whole = await inWholeOffice(writer, () => engine.load(reader, of, ids))
    for (const record of whole.values()) {
      if (!sameLife(seen.get(record.id), record)) unseen += 1
      hanging.push({ type: of, fields: referencesTo(of, type), record })
    }
  }
  if (unseen > 0) throw new Refusal('CONFLICT', hangsElsewhere(unseen), { unseen })
  return hanging
}

const livedElsewhere = text(
  '这条记录有一部分经历在您的管辖范围以外，不能由您合并。请联系权限覆盖全部地点的经办人。',
  'Part of its life lies outside your places, so you cannot merge it. Ask the office.',
)
export const hangsElsewhere = (unseen: number) =>
  text(
    `有${unseen}条与它有关的记录全部或部分在您的管辖范围以外，不能由您合并。请联系权限覆盖全部地点的经办人。`,
    `${unseen} of the records that name it lie outside your places, wholly or in part, so you cannot merge it. Ask the office.`,
  )
