import { sql } from 'kysely'
import type { Reader } from '../../db/transaction.ts'
import type { RecordField, RecordType } from '../record-type.ts'
import type { RecordsEngine } from '../records-engine.ts'

export type Named = { readonly type: string; readonly id: string }
/** Which record names which. */
export type Reference = { readonly from: Named; readonly to: Named }

/** The fields of a record type, details of its acts among them, that name records of another. */
export function referencesTo({ header, attributes, acts }: RecordType, to: RecordType): RecordField[] {
  const every = [...header, ...attributes, ...acts.flatMap((act) => act.details ?? [])]
  const fields = every.filter((field) => field.kind === 'reference' && field.to === to.id)
  return [...new Map(fields.map((field) => [field.key, field])).values()]
}

/** Every reference to these records that stands in a record now, whatever day it holds. */
export async function referrersOf(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  type: RecordType,
  ids: readonly string[],
): Promise<Reference[]> {
  if (ids.length === 0) return []
  const { office } = reader.scope
  const found: Reference[] = []
  for (const other of engine.types.values()) {
    const [schema, name] = other.id.split('.') as [string, string]
    const naming = (key: string) =>
      other.header.some((field) => field.key === key)
        ? sql`select h.id as record_id, h.${sql.ref(key)}::text as named from ${sql.table(`${schema}.${name}`)} h where h.office_id = ${office}`
        : sql`select e.record_id, e.sets ->> ${key} as named from ${sql.table(`${schema}.${name}_event`)} e where e.office_id = ${office}`
    for (const { key } of referencesTo(other, type)) {
      const { rows } = await sql<{
        record_id: string
        named: string
      }>`select distinct n.record_id, n.named from (${naming(key)}) n
        join unnest(${ids}::text[]) as wanted(id) on wanted.id = n.named where n.record_id::text <> n.named`.execute(
        reader.db,
      )
      for (const row of rows)
        found.push({ from: { type: other.id, id: row.record_id }, to: { type: type.id, id: row.named } })
    }
  }
  return found
}
