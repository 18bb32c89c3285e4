import { sql } from 'kysely'
import { rehearse } from '../../db/rehearse.ts'
import { read, type Writer } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { readerOf } from '../engine.ts'
import type { RecordType } from '../record-type.ts'
import type { Records } from '../records.ts'
import { undoAnswer } from '../undo/undo-answer.ts'
import type { UndoAnswer } from '../undo/undo-schema.ts'
import { movedOn, undoWithinSight } from '../undo/undo-within-sight.ts'
import { type Asking, inChange, type WriteInput } from '../write-change.ts'
import type { MergeView } from './contract.ts'
import { givenUpIn, mergeOf } from './merged-records.ts'
import { viewMerge } from './view-merge.ts'

/** What it would do to make two of a merged record again: done in full and taken back. */
export async function previewUnmerge(
  records: Records,
  asking: Asking,
  type: RecordType,
  change: string,
): Promise<UndoAnswer> {
  await refuseUnseen(records, asking, type, change)
  const request = { ...asking, kind: 'correction', reason: '—' } as const
  return await rehearse(records.database, request, async (writer: Writer<unknown>) => ({
    ...(await unmerge(records, writer, type, change)).answer,
    change: null,
  }))
}

export type UnmergeRequest = WriteInput & { reason: string; change: string; seen: string }

/**
 * Makes two of a merged record again, as one correction: each stands as before, what named either names it again, and what was edited
 * since stays.
 * @throws Refusal NOT_FOUND; STALE where it would do something else than the preview said; CONFLICT where it was undone already, where a
 * later merge rests on it, where part of it lies outside the caller's places, or where the record that was given up cannot come back
 */
export async function undoMerge(
  records: Records,
  asking: Asking,
  type: RecordType,
  input: UnmergeRequest,
): Promise<UndoAnswer> {
  const { change } = input
  await refuseUnseen(records, asking, type, change)
  return await inChange(records, asking, 'correction', input, async (writer) => {
    const { answer, returns } = await unmerge(records, writer, type, change)
    if (answer.digest !== input.seen) throw new Refusal('STALE', movedOn, { change })
    if (!returns) throw new Refusal('CONFLICT', cannotReturn, { change, kept: answer.kept })
    await sql`insert into platform.record_unmerge (office_id, change_no, merge_change_no)
      values (${writer.request.scope.office}, ${writer.change}, ${change}::bigint)`.execute(writer.db)
    return answer
  })
}

async function unmerge(records: Records, writer: Writer<unknown>, type: RecordType, change: string) {
  const { engine } = records
  const reader = readerOf(writer)
  const merge = await mergeOf(reader, type, change)
  if (!merge?.stands) throw new Refusal('CONFLICT', undoneAlready, { change })
  const later = await givenUpIn(reader, type, merge.kept)
  if (later) throw new Refusal('CONFLICT', undoLaterFirst(later.change), { change: later.change })
  const plan = await undoWithinSight(writer, engine, BigInt(change))
  const answer = await undoAnswer(reader, engine, plan, String(writer.change))
  return { answer, returns: plan.restore.has(merge.given) }
}

/** Who does not see the merge does not undo it. */
async function refuseUnseen(records: Records, { scope }: Asking, type: RecordType, change: string) {
  await read<unknown, MergeView>(records.database, scope, (reader) =>
    viewMerge(records.engine, reader, type, change, true),
  )
}

const undoneAlready = text('这次合并已经撤销。', 'This merge was undone already.')
const undoLaterFirst = (change: string) =>
  text(
    `保留的记录后来又并入了别的记录（变更号 ${change}）。请先撤销那一次合并。`,
    `The record that was kept was itself merged into another since (change ${change}). Undo that first.`,
  )
const cannotReturn = text(
  '并入的记录不能恢复（原因见清单），因此没有撤销合并。请先处理清单中的情况。',
  'The record that was given up cannot come back; the list says why. Nothing was undone: deal with that first.',
)
