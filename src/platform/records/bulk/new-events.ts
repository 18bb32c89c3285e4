import { type RawBuilder, sql } from 'kysely'
import type { RecordType } from '../record-type.ts'

/**
 * The events that changes brought, not those that they merely put in another order; none of a deed and none that begins a
 * record. `stands`: the event was not taken back since.
 * @param which a condition on `record_id`, and on `known_from`, the number of the change
 */
export function newEvents(type: RecordType, office: number, which: RawBuilder<unknown>): RawBuilder<unknown> {
  const [schema, name] = type.id.split('.') as [string, string]
  const [now, past] = [sql.table(`${schema}.${name}_event`), sql.table(`${schema}_history.${name}_event`)]
  const begins = type.acts.filter((act) => act.effect === 'begins').map((act) => act.kind)
  const columns = sql.raw('id, record_id, known_from, kind, on_date, document_no, sets, deed_id')
  return sql`select e.*, exists (select from ${now} c where c.office_id = ${office} and c.id = e.id) as stands
    from (select ${columns} from ${now} where office_id = ${office} and ${which}
      union all select ${columns} from ${past} where office_id = ${office} and ${which}) e
    where not exists (select from ${past} h where h.office_id = ${office} and h.id = e.id and h.known_to = e.known_from)
      and e.deed_id is null and not e.kind = any(${begins}::text[])`
}
