import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Reader } from '../db/transaction.ts'
import type { RecordType } from '../records/record-type.ts'
import { type Text, text } from '../text.ts'
import type { Day } from '../values/day.ts'
import { schemaOf } from './hierarchy.ts'
import type { Relations, RowDimension } from './row-set.ts'
import { instants, type Shape } from './shape.ts'

/** Parts of a dimension that are no record: of rows that name none, and of those that name one out of the caller's sight. */
export const noRecord = 'none'
export const hiddenRecord = 'hidden'
export const hiddenWords: Text = text('不在您管辖范围内的', 'Others, outside your places')

/** The part of a dimension that the row `r` is in. Only rows out of sight hide a record: one that ended is named for the days that it had. */
export function namedRecord(shape: Shape, relations: Relations, dimension: string): RawBuilder<string> {
  const declared = shape.rows.dimensions ?? {}
  const { record, of } = declared[dimension] as RowDimension
  const [area, table] = record.split('.') as [string, string]
  const spells = sql.table(`${schemaOf(area, shape.past ? 0n : null)}.${table}_spell`)
  const day = shape.rows.dated === 'asOf' ? instants.asOf : sql.ref<Day>('r.on_date')
  // Behind a fence: what looks the record up is written once and would else be run for each mention.
  return sql<string>`(select case when d.id is null then ${sql.lit(noRecord)}
      when exists (select from ${spells} v where v.office_id = ${instants.office} and v.record_id = d.id) then d.id::text
      else ${sql.lit(hiddenRecord)} end
    from (select ${of(relations, instants, day)} as id offset 0) d)`
}

export type NamedRecord = { readonly id: string; readonly title: string }

/**
 * Records with the title that each has on the day (one that ended, its last; one that is yet to begin, its first), in the order of what they are entered by:
 * those in force on the day, or bearing one of the names. A name is an id or that by which a record is entered.
 */
export async function recordsNamed(
  reader: Reader<unknown>,
  type: RecordType,
  day: Day,
  names: readonly string[],
  inForce: boolean,
): Promise<NamedRecord[]> {
  const [area, table] = type.id.split('.') as [string, string]
  const schema = schemaOf(area, reader.known)
  const column = (key: string) =>
    sql.ref(type.header.some((field) => field.key === key) ? `h.${key}` : `s.${key}`)
  const [entered = type.title] = type.naturalKey
  const { rows } = await sql<NamedRecord>`select id::text as id, title from (
      select distinct on (s.record_id) s.record_id as id, ${column(type.title)} as title, ${column(entered)} as entered,
        s.valid_from <= ${day} and (s.valid_to is null or ${day} < s.valid_to) as standing
      from ${sql.table(`${schema}.${table}_spell`)} s
      left join ${sql.table(`${schema}.${table}`)} h on h.office_id = s.office_id and h.id = s.record_id
      where s.office_id = ${reader.scope.office}
      order by s.record_id, s.valid_from <= ${day} desc, abs(s.valid_from - ${day}::date)) r
    where (${inForce} and standing) or id::text = any(${names}::text[]) or entered = any(${names}::text[])
    order by entered collate "C", id`.execute(reader.db as Kysely<unknown>)
  return rows.map(({ id, title }) => ({ id, title: title ?? '' }))
}
