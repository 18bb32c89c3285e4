import { sql } from 'kysely'
import type { Scope } from '../db/scope.ts'
import type { Actor, Reader, Writer } from '../db/transaction.ts'
import type { ImportBatch, ImportJob } from './contract.ts'

/** A written import as it is kept. */
export type KeptBatch = {
  readonly batch: ImportBatch
  readonly actorId: string
  readonly findings: ImportJob['findings']
}

export type BatchToKeep = {
  readonly id: string
  readonly ledgers: readonly string[]
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
  readonly counts: ImportJob['counts']
  readonly findings: ImportJob['findings']
}

/** Keeps what an import was, in its own change; answers how long the head has been locked, in milliseconds. */
export async function keepBatch(writer: Writer<unknown>, kept: BatchToKeep): Promise<number> {
  const { office } = writer.request.scope
  const { read, created, updated, unchanged } = kept.counts
  // The deferred keys are part of the time for which others wait, and of the writing that may still fail.
  await sql`set constraints all immediate`.execute(writer.db)
  const { rows } = await sql<{ head_held_ms: number }>`insert into platform.import_batch
    (office_id, id, change_no, ledgers, rows_read, created, updated, unchanged, findings, head_held_ms)
    values (${office}, ${kept.id}, ${writer.change}, ${kept.ledgers}, ${read}, ${created}, ${updated}, ${unchanged},
      ${JSON.stringify(kept.findings)}::jsonb,
      greatest(0, round(extract(epoch from clock_timestamp() - ${writer.recordedAt}::timestamptz) * 1000)))
    returning head_held_ms`.execute(writer.db)
  await sql`insert into platform.import_file (office_id, import_id, position, name, sha256)
    select ${office}, ${kept.id}, n, name, sha256
    from unnest(${kept.files.map((file) => file.name)}::text[], ${kept.files.map((file) => file.sha256)}::text[])
      with ordinality as file(name, sha256, n)`.execute(writer.db)
  return (rows[0] as { head_held_ms: number }).head_held_ms
}

/** The import with this id, where the reader may see it. */
export async function batchById(
  reader: Reader<unknown>,
  actor: Actor,
  id: string,
): Promise<KeptBatch | null> {
  return (await batches(reader, actor, sql`b.id::text = ${id}`, 1))[0] ?? null
}

/** The imports that brought one of these very files, newest first. */
export async function batchesOfFiles(
  reader: Reader<unknown>,
  actor: Actor,
  digests: readonly string[],
): Promise<ImportBatch[]> {
  const having = sql`exists (select from platform.import_file f
    where f.office_id = b.office_id and f.import_id = b.id and f.sha256 = any(${digests}::text[]))`
  return (await batches(reader, actor, having, 5)).map(({ batch }) => batch)
}

/** The imports before a change, newest first. */
export async function batchesBefore(
  reader: Reader<unknown>,
  actor: Actor,
  cursor: string | undefined,
  limit: number,
): Promise<{ imports: ImportBatch[]; nextCursor: string | null }> {
  const before = cursor && /^\d+$/.test(cursor) ? sql`b.change_no < ${cursor}::bigint` : sql`true`
  const imports = (await batches(reader, actor, before, limit)).map(({ batch }) => batch)
  return { imports, nextCursor: imports.length === limit ? (imports.at(-1)?.change ?? null) : null }
}

type Row = {
  id: string
  change_no: bigint
  recorded_at: string
  actor_id: string
  actor_name: string
  reason: string | null
  ledgers: string[]
  rows_read: number
  created: number
  updated: number
  unchanged: number
  findings: ImportJob['findings']
  head_held_ms: number
  files: ImportBatch['files']
  undos: ImportBatch['undos']
}

async function batches(
  reader: Reader<unknown>,
  actor: Actor,
  which: ReturnType<typeof sql>,
  limit: number,
): Promise<KeptBatch[]> {
  const { rows } = await sql<Row>`select b.*, c.recorded_at, c.actor_id, c.actor_name, c.reason,
      (select json_agg(json_build_object('name', f.name, 'sha256', f.sha256) order by f.position) from platform.import_file f
        where f.office_id = b.office_id and f.import_id = b.id) as files,
      coalesce((select json_agg(json_build_object('change', u.change_no::text, 'recordedAt', uc.recorded_at, 'actor', uc.actor_name,
          'reason', uc.reason, 'removed', u.removed, 'restored', u.restored, 'kept', json_array_length(u.kept::json)) order by u.change_no)
        from platform.import_undo u join platform.change uc on uc.office_id = u.office_id and uc.change_no = u.change_no
        where u.office_id = b.office_id and u.import_id = b.id), '[]') as undos
    from platform.import_batch b join platform.change c on c.office_id = b.office_id and c.change_no = b.change_no
    where b.office_id = ${reader.scope.office} and ${which} and ${own(reader.scope, actor)}
    order by b.change_no desc limit ${limit}`.execute(reader.db)
  return rows.map((row) => ({
    actorId: row.actor_id,
    findings: row.findings,
    batch: {
      id: row.id,
      change: String(row.change_no),
      recordedAt: row.recorded_at,
      actor: row.actor_name,
      reason: row.reason,
      ledgers: row.ledgers,
      files: row.files ?? [],
      counts: {
        read: row.rows_read,
        created: row.created,
        updated: row.updated,
        unchanged: row.unchanged,
        refused: 0,
      },
      headHeld: row.head_held_ms,
      undos: row.undos.map((undo) => ({ ...undo, recordedAt: new Date(undo.recordedAt).toISOString() })),
    },
  }))
}

/** Who sees part of the office sees their own imports: another's file name may tell of other places. */
const own = (scope: Scope, actor: Actor) =>
  scope.places === 'all' ? sql`true` : sql`c.actor_id = ${actor.id}`
