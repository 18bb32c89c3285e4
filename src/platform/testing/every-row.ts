import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import { read } from '../db/transaction.ts'
import type { RecordType } from '../records/record-type.ts'

/** Every row of the records of these types as they stand, without the number of the change that wrote it. */
export async function everyRow(
  database: Database,
  scope: Scope,
  types: Iterable<RecordType>,
): Promise<string[]> {
  return await read<unknown, string[]>(database, scope, async (reader) => {
    const found: string[] = []
    for (const { id } of types)
      for (const suffix of ['', '_event', '_spell']) {
        const { rows } = await sql<{ row: string }>`
          select (to_jsonb(t) - 'known_from' - 'revision')::text as row from ${sql.table(`${id}${suffix}`)} t order by 1`.execute(
          reader.db as Kysely<unknown>,
        )
        found.push(...rows.map(({ row }) => `${id}${suffix} ${row}`))
      }
    return found
  })
}
