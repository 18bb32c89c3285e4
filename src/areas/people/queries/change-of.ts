import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { RecordType } from '../../../platform/records/record-type.ts'

/** The change that first recorded an event, whatever was written of the record after it. */
export async function changeOf(reader: Reader<unknown>, type: RecordType, event: string): Promise<bigint> {
  const [schema, name] = type.id.split('.')
  const known = (of: string) => sql`select known_from from ${sql.table(`${of}.${name}_event`)}
    where office_id = ${reader.scope.office} and id = ${event}`
  const { rows } = await sql<{ change: string }>`select min(known_from)::text as change
    from (${known(schema as string)} union all ${known(`${schema}_history`)}) e`.execute(reader.db)
  return BigInt(rows[0]?.change ?? 0)
}
