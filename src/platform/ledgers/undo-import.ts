import { sql } from 'kysely'
import { type Reader, read, type Writer } from '../db/transaction.ts'
import { readerOf } from '../records/engine.ts'
import type { RecordsEngine } from '../records/records-engine.ts'
import { applyUndo } from '../records/undo/apply-undo.ts'
import { planUndo } from '../records/undo/plan-undo.ts'
import type { Named } from '../records/undo/referrers.ts'
import type { Kept, UndoPlan } from '../records/undo/undo-plan.ts'
import { Refusal } from '../refusal.ts'
import { writeOnce } from '../rpc/server/once-only.ts'
import { text } from '../text.ts'
import type { ImportUndo } from './contract.ts'
import { batchById, type KeptBatch } from './import-batches.ts'
import type { LedgersCaller, LedgersParts } from './ledgers-parts.ts'

const shown = 200

/** What undoing an import would do, as things stand: nothing is written. A rule may keep more; the undoing itself says so. */
export async function previewUndo(
  { database, engine }: LedgersParts,
  caller: LedgersCaller,
  id: string,
): Promise<ImportUndo> {
  return await read(database, wholeOffice(caller), async (reader) => {
    const { batch } = await batchOf(reader, caller, id)
    const plan = await planUndo(reader, engine, BigInt(batch.change))
    return await viewOf(reader, engine, plan, null)
  })
}

export type UndoRequest = {
  readonly id: string
  readonly reason: string
  /** The digest of the previewed plan. */
  readonly seen: string
  readonly key: string
}

/**
 * Undoes an import as a correction of its own: what it created never was, what it changed is as before, and what was edited since stays.
 * @throws Refusal STALE where it would now do something else than the preview said; CONFLICT where there is nothing to undo, or where
 * a value that would return is in use by now
 */
export async function undoImport(
  { database, engine }: LedgersParts,
  caller: LedgersCaller,
  { id, reason, seen, key }: UndoRequest,
): Promise<ImportUndo> {
  const request = { scope: wholeOffice(caller), actor: caller.actor, kind: 'correction', reason } as const
  const body = { undo: id, reason, seen }
  try {
    return await writeOnce(database, request, { key, body }, async (writer: Writer<unknown>) => {
      const reader = readerOf(writer)
      const { batch } = await batchOf(reader, caller, id)
      const plan = await planUndo(reader, engine, BigInt(batch.change))
      if (plan.digest !== seen) throw new Refusal('STALE', movedOn, { id })
      if (plan.remove.size + plan.restore.size === 0) throw new Refusal('CONFLICT', nothingToUndo, { id })
      await applyUndo(writer, engine, plan)
      await sql`set constraints all immediate`.execute(writer.db)
      const view = await viewOf(reader, engine, plan, String(writer.change))
      // What rules forbid is known only now.
      if (plan.remove.size + plan.restore.size === 0)
        throw new Refusal('CONFLICT', nothingToUndo, { id, kept: view.kept })
      await sql`insert into platform.import_undo (office_id, change_no, import_id, removed, restored, kept)
        values (${reader.scope.office}, ${writer.change}, ${id}, ${plan.remove.size}, ${plan.restore.size},
          ${JSON.stringify([...plan.kept.values()])}::jsonb)`.execute(writer.db)
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

async function viewOf(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  plan: UndoPlan,
  change: string | null,
): Promise<ImportUndo> {
  const removed = [...plan.remove.values()].slice(0, shown)
  const restored = [...plan.restore.values()]
    .slice(0, shown)
    .map(({ type, before }) => ({ type, id: before.id, title: titleOf(engine, type, before.events) }))
  const kept = [...plan.kept.values()].slice(0, shown)
  const here = await titles(reader, engine, [
    ...(change ? [] : removed),
    ...kept,
    ...kept.flatMap((one) => one.others),
  ])
  const edits = await lastChanges(reader, engine, kept)
  const named = ({ type, id }: Named) => ({ type, id, title: here.get(id) ?? '' })
  return {
    counts: { removed: plan.remove.size, restored: plan.restore.size, kept: plan.kept.size },
    removed: removed.map(named),
    restored,
    kept: kept.map((one) => ({
      ...named(one),
      why: one.why,
      message: one.message,
      others: one.others.slice(0, 5).map(named),
      edit: edits.get(one.id) ?? null,
    })),
    digest: plan.digest,
    change,
  }
}

/** The title as it was: the newest value that the life before the import gives. */
function titleOf(
  engine: RecordsEngine,
  typeId: string,
  events: readonly { sets: Readonly<Record<string, string | null>> }[],
) {
  const title = engine.types.get(typeId)?.title ?? ''
  return events.findLast((event) => event.sets[title] !== undefined)?.sets[title] ?? ''
}

async function titles(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  records: readonly Named[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const [typeId, own] of Map.groupBy(records, (one) => one.type)) {
    const type = engine.types.get(typeId)
    const ids = own.map((one) => one.id)
    if (type) for (const [id, title] of await engine.titlesOf(reader, type, ids)) found.set(id, title)
  }
  return found
}

type Edit = NonNullable<ImportUndo['kept'][number]['edit']>

/** Who touched the kept records last, when and why; for one that is named, who touched what names it. */
async function lastChanges(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  kept: readonly Kept[],
): Promise<Map<string, Edit>> {
  const asked = kept.flatMap((one) =>
    (one.others.length > 0 ? one.others : [one]).map(({ type, id }) => ({ kept: one.id, type, id })),
  )
  const found = new Map<string, Edit>()
  for (const [typeId, own] of Map.groupBy(asked, (one) => one.type)) {
    if (!engine.types.has(typeId)) continue
    const [schema, name] = typeId.split('.') as [string, string]
    const ids = own.map((one) => one.id)
    const { office } = reader.scope
    const { rows } = await sql<
      Edit & { id: string }
    >`select distinct on (t.id) t.id, c.change_no::text as change,
        c.recorded_at as "recordedAt", c.actor_name as actor, c.reason from (
        select id, revision as n from ${sql.table(`${schema}.${name}`)} where office_id = ${office} and id = any(${ids}::uuid[])
        union all select id, known_to from ${sql.table(`${schema}_history.${name}`)} where office_id = ${office} and id = any(${ids}::uuid[])) t
      join platform.change c on c.office_id = ${office} and c.change_no = t.n order by t.id, t.n desc`.execute(
      reader.db,
    )
    const byId = new Map(rows.map(({ id, ...edit }) => [id, edit]))
    for (const one of own) {
      const edit = byId.get(one.id)
      if (edit && !found.has(one.kept)) found.set(one.kept, edit)
    }
  }
  return found
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
