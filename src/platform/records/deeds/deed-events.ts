import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../db/transaction.ts'
import { schemaOf } from '../../figures/hierarchy.ts'
import type { Day } from '../../values/day.ts'
import type { RecordDeed, RecordType } from '../record-type.ts'
import type { RecordsEngine } from '../records-engine.ts'

/** A part that a record has in a deed. */
export type DeedEvent = {
  readonly type: RecordType
  readonly id: string
  readonly deed: string
  readonly kind: string
  readonly on: Day
  readonly documentNo: string | null
}

/** Every event of these deeds, of records of any type, as the reader sees them. */
export async function eventsOfDeeds(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  deeds: readonly string[],
  types: Iterable<RecordType> = engine.types.values(),
): Promise<DeedEvent[]> {
  const found: DeedEvent[] = []
  for (const type of types) {
    const { rows } = await sql<Omit<DeedEvent, 'type'>>`
      select record_id as id, deed_id as deed, kind, on_date as "on", document_no as "documentNo"
      from ${eventTable(type, reader)} where office_id = ${reader.scope.office} and deed_id = any(${deeds}::uuid[])
      order by deed_id, on_date, record_id, seq`.execute(reader.db as Kysely<unknown>)
    found.push(...rows.map((row) => ({ type, ...row })))
  }
  return found
}

/** The deeds in which records of a type take part. */
export async function deedsOfRecords(
  reader: Reader<unknown>,
  type: RecordType,
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ deed: string }>`select distinct deed_id as deed
    from ${eventTable(type, reader)} where office_id = ${reader.scope.office} and record_id = any(${ids}::uuid[])
      and deed_id is not null`.execute(reader.db as Kysely<unknown>)
  return rows.map(({ deed }) => deed)
}

function eventTable(type: RecordType, reader: Reader<unknown>) {
  const [schema, name] = type.id.split('.') as [string, string]
  return sql.table(`${schemaOf(schema, reader.known)}.${name}_event`)
}

export type DeedRole = 'predecessor' | 'successor' | 'dependent'

/** Which declared deed these events make up; undefined where the caller sees none that is decisive. */
export function deedOf(type: RecordType, kinds: readonly string[]): RecordDeed | undefined {
  return type.deeds?.find(({ ending, lasting }) => kinds.includes((ending ?? lasting)?.act ?? ''))
}

/** A record that a deed ends, begins or lets go on; anything else merely hung on one of them. */
export function roleOf(deed: RecordDeed, kind: string): DeedRole {
  if (deed.ending?.act === kind) return 'predecessor'
  if (deed.beginning?.act === kind) return 'successor'
  return deed.lasting?.act === kind ? deed.lasting.as : 'dependent'
}
