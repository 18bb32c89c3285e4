import { rehearse } from '../../db/rehearse.ts'
import type { Writer } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { readerOf } from '../engine.ts'
import type { RecordType } from '../record-type.ts'
import type { Records } from '../records.ts'
import { undoAnswer } from '../undo/undo-answer.ts'
import type { UndoAnswer } from '../undo/undo-schema.ts'
import { movedOn, undoWithinSight } from '../undo/undo-within-sight.ts'
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
  const reader = readerOf(writer)
  await viewBulk(records, reader, type, change, true)
  const plan = await undoWithinSight(writer, records.engine, BigInt(change))
  return await undoAnswer(reader, records.engine, plan, String(writer.change))
}

const nothingLeft = text(
  '这项变更已经撤销，或者有关记录此后都被改动而保留，没有可撤销的内容。',
  'It was undone already, or every record was edited since and kept: there is nothing to undo.',
)
