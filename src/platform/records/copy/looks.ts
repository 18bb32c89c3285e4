import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../db/transaction.ts'
import type { RecordType } from '../record-type.ts'
import { changesOf } from '../view.ts'

export type Look = {
  readonly at: string
  readonly by: string
  readonly kind: 'change' | 'reveal'
  /** The key of the value that was seen. */
  readonly field: string | null
  readonly reason: string | null
}

const listed = 500

/** Who wrote a record, and who saw a value of it by the chain of events: the newest first, and how many older looks are left out. */
export async function looksAt(
  reader: Reader<unknown>,
  type: RecordType,
  id: string,
): Promise<{ looks: Look[]; more: number }> {
  const { rows } = await sql<Look & { total: number }>`
    select happened_at as at, actor_name as by, kind, details ->> 'field' as field, reason, count(*) over ()::int as total
    from platform.audit_event where office_id = ${reader.scope.office} and subject_id = ${id}
      and subject_type = ${type.id} and kind = 'reveal'
    order by event_no desc limit ${listed}`.execute(reader.db as Kysely<unknown>)
  const total = rows[0]?.total ?? 0
  const saw = rows.map(({ at, by, kind, field, reason }) => ({ at, by, kind, field, reason }))
  const wrote = (await changesOf(reader, type, id)).map(
    ({ recorded_at: at, actor_name: by, reason }): Look => ({ at, by, kind: 'change', field: null, reason }),
  )
  return { looks: [...saw, ...wrote].toSorted((a, b) => (a.at < b.at ? 1 : -1)), more: total - saw.length }
}
