import { sql } from 'kysely'
import { type Reader, read, type Writer } from '../db/transaction.ts'
import { readerOf } from '../records/engine.ts'
import { applyUndo } from '../records/undo/apply-undo.ts'
import { planUndo } from '../records/undo/plan-undo.ts'
import { undoAnswer } from '../records/undo/undo-answer.ts'
import { Refusal } from '../refusal.ts'
import { writeOnce } from '../rpc/server/once-only.ts'
import { text } from '../text.ts'
import type { ImportUndo } from './contract.ts'
import { batchById, type KeptBatch } from './import-batches.ts'
import type { LedgersCaller, LedgersParts } from './ledgers-parts.ts'
import { keyedUndo, type UndoRequest } from './undo-request.ts'

/** What undoing an import would do, as things stand: nothing is written. A rule may keep more; the undoing itself says so. */
export async function previewUndo(
  { database, engine }: Pick<LedgersParts, 'database' | 'engine'>,
  caller: LedgersCaller,
  id: string,
): Promise<ImportUndo> {
  return await read(database, wholeOffice(caller), async (reader) => {
    const { batch } = await batchOf(reader, caller, id)
    const plan = await planUndo(reader, engine, BigInt(batch.change))
    return await undoAnswer(reader, engine, plan, null)
  })
}

export type UndoWork = {
  /** Told of records handled, and of those that it is about in all. */
  readonly onProgress?: (handled: number, total: number) => void
  readonly signal?: AbortSignal
}

/**
 * Undoes an import as a correction of its own: what it created never was, what it changed is as before, and what was edited since stays.
 * @throws Refusal STALE where it would now do something else than the preview said; CONFLICT where there is nothing to undo, or where
 * a value that would return is in use by now; and the signal's reason when it is stopped before its commit
 */
export async function undoImport(
  { database, engine }: Pick<LedgersParts, 'database' | 'engine'>,
  caller: LedgersCaller,
  asked: UndoRequest,
  { onProgress, signal }: UndoWork = {},
): Promise<ImportUndo> {
  const { id, reason, seen } = asked
  const request = { scope: wholeOffice(caller), actor: caller.actor, kind: 'correction', reason } as const
  try {
    return await writeOnce(database, request, keyedUndo(asked), async (writer: Writer<unknown>) => {
      signal?.throwIfAborted()
      const reader = readerOf(writer)
      const { batch } = await batchOf(reader, caller, id)
      const plan = await planUndo(reader, engine, BigInt(batch.change))
      if (plan.digest !== seen) throw new Refusal('STALE', movedOn, { id })
      if (plan.remove.size + plan.restore.size === 0) throw new Refusal('CONFLICT', nothingToUndo, { id })
      await applyUndo(writer, engine, plan, (handled, total) => {
        signal?.throwIfAborted()
        onProgress?.(handled, total)
      })
      await sql`set constraints all immediate`.execute(writer.db)
      const view = await undoAnswer(reader, engine, plan, String(writer.change))
      // What rules forbid is known only now.
      if (plan.remove.size + plan.restore.size === 0)
        throw new Refusal('CONFLICT', nothingToUndo, { id, kept: view.kept })
      await sql`insert into platform.import_undo (office_id, change_no, import_id, removed, restored, kept)
        values (${reader.scope.office}, ${writer.change}, ${id}, ${plan.remove.size}, ${plan.restore.size},
          ${JSON.stringify([...plan.kept.values()])}::jsonb)`.execute(writer.db)
      signal?.throwIfAborted()
      return view
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === '23505' || code === '23P01') throw new Refusal('CONFLICT', takenSince)
    throw error
  }
}

async function batchOf(reader: Reader<unknown>, { actor }: LedgersCaller, id: string): Promise<KeptBatch> {
  const found = await batchById(reader, actor, id)
  if (!found) throw new Refusal('NOT_FOUND', noSuchImport, { id })
  return found
}

/** What others name may lie anywhere in the office, so only who sees all of it can undo. */
function wholeOffice({ scope }: LedgersCaller) {
  if (scope.places !== 'all') throw new Refusal('FORBIDDEN', notWhole)
  return scope
}

const noSuchImport = text('没有找到这次导入。', 'There is no such import.')
const notWhole = text(
  '撤销导入会影响全单位的记录，只能由权限覆盖全部地点的经办人办理。',
  'Undoing an import touches records anywhere in the office: ask an account that covers all of its places.',
)
const movedOn = text(
  '查看之后，有关记录又有变动，撤销的内容已不同，尚未撤销。请重新核对后再撤销。',
  'Records changed after you looked, and the undoing would do something else by now. Nothing was undone: look again.',
)
const nothingToUndo = text(
  '这次导入的记录都已撤销，或在之后被改动而保留，没有可撤销的内容。',
  'Every record of this import was undone already, or edited since and kept: there is nothing to undo.',
)
const takenSince = text(
  '有代码在导入之后已被其他记录使用，与要恢复的内容冲突，未撤销任何内容。请先处理那些记录。',
  'A code that would return is in use by another record since. Nothing was undone: deal with that record first.',
)
