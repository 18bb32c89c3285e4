import { sql } from 'kysely'
import type { Reader } from '../../db/transaction.ts'
import { project } from '../../timeline/project.ts'
import { timelineOf } from '../record-type.ts'
import type { RecordsEngine, WantedRecord } from '../records-engine.ts'
import { titlesIn } from '../titles.ts'
import type { Named } from './referrers.ts'
import type { UndoAnswer } from './undo-schema.ts'
import type { Kept, UndoPlan } from './undo-plan.ts'

const shown = 200

/** A plan in words: what goes, what returns, what stays and why. `change` is the undoing's own, once it is done. */
export async function undoAnswer(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  plan: UndoPlan,
  change: string | null,
): Promise<UndoAnswer> {
  const removed = [...plan.remove.values()].slice(0, shown)
  const restored = [...plan.restore.values()].slice(0, shown)
  const kept = [...plan.kept.values()].slice(0, shown)
  const here = await titles(reader, engine, [
    ...(change ? [] : removed),
    ...kept,
    ...kept.flatMap((one) => one.others),
  ])
  const before = await titlesBefore(reader, engine, restored)
  const edits = await lastChanges(reader, engine, kept)
  const named = ({ type, id }: Named) => ({ type, id, title: here.get(id) ?? '' })
  return {
    counts: { removed: plan.remove.size, restored: plan.restore.size, kept: plan.kept.size },
    removed: removed.map(named),
    restored: restored.map((one) => ({
      type: one.type,
      id: one.before.id,
      title: before.get(one.before.id) ?? '',
    })),
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

/** What records were called before. */
async function titlesBefore(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  restored: readonly { readonly type: string; readonly before: WantedRecord }[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const [typeId, own] of Map.groupBy(restored, (one) => one.type)) {
    const type = engine.types.get(typeId)
    if (!type) continue
    const lives = own.map(({ before }) => ({ ...before, spells: project(timelineOf(type), before.events) }))
    for (const [id, title] of await titlesIn(engine, reader, type, lives)) found.set(id, title)
  }
  return found
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

type Edit = NonNullable<UndoAnswer['kept'][number]['edit']>

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
