import { rehearse } from '../../db/rehearse.ts'
import { inWholeOffice, type Writer } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { readerOf } from '../engine.ts'
import type { RecordType } from '../record-type.ts'
import type { Records } from '../records.ts'
import { applyUndo } from '../undo/apply-undo.ts'
import { planUndo } from '../undo/plan-undo.ts'
import { savedBy } from '../undo/saved-by.ts'
import { undoAnswer } from '../undo/undo-answer.ts'
import type { UndoAnswer } from '../undo/undo-schema.ts'
import { type Asking, inChange, type WriteInput } from '../write-change.ts'
import { viewBulk } from './view-bulk.ts'

/** What undoing an act on many records would do: done in full and taken back. */
export async function previewBulkUndo(
  records: Records,
  asking: Asking,
  type: RecordType,
  change: string,
): Promise<UndoAnswer> {
  const request = { ...asking, kind: 'correction', reason: '—' } as const
  return await rehearse(records.database, request, async (writer: Writer<unknown>) => ({
    ...(await undo(records, writer, type, change)),
    change: null,
  }))
}

export type BulkUndo = WriteInput & { reason: string; change: string; seen: string }

/**
 * Undoes an act on many records as one correction: each stands as before, and what was edited since stays.
 * @throws Refusal STALE where it would do something else than the preview said; CONFLICT where part of it lies outside the
 * caller's places, or where nothing is left to undo
 */
export async function undoBulk(
  records: Records,
  asking: Asking,
  type: RecordType,
  input: BulkUndo,
): Promise<UndoAnswer> {
  return await inChange(records, asking, 'correction', input, async (writer) => {
    const answer = await undo(records, writer, type, input.change)
    if (answer.digest !== input.seen) throw new Refusal('STALE', movedOn, { change: input.change })
    if (answer.counts.restored === 0) throw new Refusal('CONFLICT', nothingLeft, { change: input.change })
    return answer
  })
}

async function undo(
  records: Records,
  writer: Writer<unknown>,
  type: RecordType,
  change: string,
): Promise<UndoAnswer> {
  const { engine } = records
  const reader = readerOf(writer)
  await viewBulk(records, reader, type, change, true)
  const own = await savedBy(reader, type, BigInt(change))
  const plan = await inWholeOffice(writer, async () => {
    const every = await savedBy(reader, type, BigInt(change))
    if (every.length > own.length) throw new Refusal('CONFLICT', partlyOutside, { change })
    return await planUndo(reader, engine, BigInt(change))
  })
  await applyUndo(writer, engine, plan)
  return await undoAnswer(reader, engine, plan, String(writer.change))
}

const partlyOutside = text(
  '这项批量变更有一部分记录在您的管辖范围以外，不能由您撤销。请联系权限覆盖全部地点的经办人。',
  'Some records of this act lie outside your places, so you cannot undo it. Ask the office.',
)
const movedOn = text(
  '查看之后，有关记录又有变动，撤销的内容已不同，尚未撤销。请重新核对后再撤销。',
  'Records changed after you looked, and the undoing would do something else by now. Nothing was undone: look again.',
)
const nothingLeft = text(
  '这项变更已经撤销，或者有关记录此后都被改动而保留，没有可撤销的内容。',
  'It was undone already, or every record was edited since and kept: there is nothing to undo.',
)
