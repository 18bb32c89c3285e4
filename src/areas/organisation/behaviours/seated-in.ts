import { sql } from 'kysely'
import type { Writer } from '../../../platform/db/transaction.ts'

/** The records of which some spell names one of these ids in a column. */
export async function seatedIn(
  writer: Writer<unknown>,
  table: string,
  column: string,
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{
    record_id: string
  }>`select distinct record_id from ${sql.table(`organisation.${table}`)}
    where office_id = ${writer.request.scope.office} and ${sql.ref(column)} = any(${ids}::uuid[])`.execute(
    writer.db,
  )
  return rows.map((row) => row.record_id)
}
