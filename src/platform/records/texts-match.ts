import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../db/transaction.ts'
import { schemaOf } from '../figures/hierarchy.ts'
import { freeTexts } from './free-text-rule.ts'
import type { RecordType } from './record-type.ts'

/**
 * Whether record `h` holds a free text that matches a pattern which PostgreSQL and JavaScript read alike. What an event sets is looked at
 * as a whole, so this may say yes of a record where the rule finds nothing, and never no where it finds something.
 */
export function textsMatch(type: RecordType, reader: Reader<unknown>, pattern: string): RawBuilder<boolean> {
  const [schema, name] = type.id.split('.') as [string, string]
  const from = (suffix: string) => sql.table(`${schemaOf(schema, reader.known)}.${name}${suffix}`)
  const texts = freeTexts(type).map(({ key }) => key)
  const among = (fields: RecordType['header']) =>
    fields.map(({ key }) => key).filter((key) => texts.includes(key))
  const anyOf = (columns: readonly RawBuilder<unknown>[]) =>
    sql.join(
      columns.map((column) => sql`${column}::text ~ ${pattern}`),
      sql` or `,
    )
  const column = (key: string) => sql`t.${sql.ref(key)}`
  const parts = [
    { id: 'id', suffix: '', columns: among(type.header).map(column) },
    { id: 'record_id', suffix: '_spell', columns: among(type.attributes).map(column) },
    {
      id: 'record_id',
      suffix: '_event',
      columns: [...['reason', 'document_no'].map(column), sql`t.sets`],
    },
  ].filter(({ columns }) => columns.length > 0)
  const found = parts.map(
    ({ id, suffix, columns }) =>
      sql`select ${column(id)} from ${from(suffix)} t where t.office_id = ${reader.scope.office} and (${anyOf(columns)})`,
  )
  return sql`h.id in (${sql.join(found, sql` union all `)})`
}
