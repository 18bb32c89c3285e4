import { type Kysely, sql } from 'kysely'
import { exportsAbout } from '../../audit/exports-reaching.ts'
import type { Reader } from '../../db/transaction.ts'
import { allThatAre } from '../merge/merged-records.ts'
import type { RecordType } from '../record-type.ts'
import { changesOf } from '../view.ts'

export type Look = {
  readonly at: string
  readonly by: string
  readonly kind: 'change' | 'view' | 'reveal' | 'export'
  /** The key of the value that was seen. */
  readonly field: string | null
  readonly reason: string | null
}

const listed = 500

/**
 * Who wrote a record, opened it or saw a value of it by the chain of events, and who took exports that may have held it since it was
 * first recorded; of what turned out to be the same one as well. The newest first, and how many older ones are left out.
 */
export async function looksAt(
  reader: Reader<unknown>,
  type: RecordType,
  id: string,
  exports: readonly string[],
): Promise<{ looks: Look[]; more: number }> {
  const every = await allThatAre(reader, type, id)
  const wrote: Look[] = []
  for (const one of every)
    for (const { recorded_at: at, actor_name: by, reason } of await changesOf(reader, type, one))
      wrote.push({ at, by, kind: 'change', field: null, reason })
  const since = wrote.map(({ at }) => at).toSorted()[0] ?? null
  const { office } = reader.scope
  const { rows } = await sql<Look & { total: number }>`
    select e.happened_at as at, e.actor_name as by, e.kind, e.details ->> 'field' as field, e.reason, count(*) over ()::int as total
    from platform.audit_event e where e.office_id = ${office} and (
      (e.subject_id = any(${every}::text[]) and e.subject_type = ${type.id} and e.kind in ('view', 'reveal'))
      or (e.happened_at >= ${since}::timestamptz and ${exportsAbout(office, exports)}))
    order by e.event_no desc limit ${listed}`.execute(reader.db as Kysely<unknown>)
  const total = rows[0]?.total ?? 0
  const saw = rows.map(({ at, by, kind, field, reason }) => ({
    at,
    by,
    kind,
    field: kind === 'reveal' ? field : null,
    reason,
  }))
  return { looks: [...saw, ...wrote].toSorted((a, b) => (a.at < b.at ? 1 : -1)), more: total - saw.length }
}
