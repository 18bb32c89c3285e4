import { sql } from 'kysely'
import type { Writer } from '../../db/transaction.ts'
import { refuseAct } from '../../rules/judge.ts'
import { readerOf } from '../engine.ts'
import type { RecordType } from '../record-type.ts'
import type { RecordsEngine } from '../records-engine.ts'
import { chunks } from './plan-undo.ts'
import type { UndoPlan } from './undo-plan.ts'

/**
 * Does what a plan says, in the writer's change. What a rule forbids as things stand now is kept, and the plan says so afterwards;
 * a warning is lifted by the reason of the undoing.
 */
export async function applyUndo(
  writer: Writer<unknown>,
  engine: RecordsEngine,
  plan: UndoPlan,
  onProgress?: (handled: number, total: number) => void,
): Promise<void> {
  const types = [...engine.types.values()]
  await sql`savepoint before_undo`.execute(writer.db)
  for (;;) {
    const total = plan.remove.size + plan.restore.size
    let handled = 0
    const progress = (more: number) => onProgress?.((handled += more), total)
    for (const type of types.toReversed())
      for (const ids of chunks(plan.removedOf(type.id))) {
        await engine.remove(writer, type, ids)
        progress(ids.length)
      }
    if (!(await keepForbidden(writer, engine, types, plan))) {
      for (const type of types) {
        const wanted = plan.restoredOf(type.id)
        // All at once, so that no two of them meet half way.
        if (wanted.length > 0) await engine.save(writer, type, wanted)
        progress(wanted.length)
      }
      return
    }
    await sql`rollback to savepoint before_undo`.execute(writer.db)
  }
}

/** Judges what would be restored, among what is left; whether anything had to be kept. */
async function keepForbidden(
  writer: Writer<unknown>,
  engine: RecordsEngine,
  types: readonly RecordType[],
  plan: UndoPlan,
): Promise<boolean> {
  let any = false
  for (const type of types) {
    const wanted = plan.restoredOf(type.id)
    if (wanted.length === 0) continue
    const findings = await engine.judge(readerOf(writer), type, wanted)
    const reason = writer.request.reason ?? ''
    const warned = findings.filter((one) => one.weight === 'warn').map(({ rule }) => ({ rule, reason }))
    for (const { record, message } of refuseAct(findings, warned).stopped) {
      any = true
      plan.keep({ type: type.id, id: record.id, why: 'rule', others: [], message })
    }
  }
  return any
}
