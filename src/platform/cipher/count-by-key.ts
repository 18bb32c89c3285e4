import { sql } from 'kysely'
import type { Reader } from '../db/transaction.ts'
import type { EncipheredColumn } from '../records/enciphered-columns.ts'

/** How many present and past values of the columns are under each data key. */
export async function countByKey(
  { db, scope }: Reader<unknown>,
  columns: readonly EncipheredColumn[],
): Promise<Map<number, number>> {
  const counts = new Map<number, number>()
  for (const { area, name, column } of columns)
    for (const schema of [area, `${area}_history`]) {
      const { rows } = await sql<{ key: number; n: number }>`
        select split_part(${sql.ref(column)}, '.', 3)::int as key, count(*)::int as n from ${sql.table(`${schema}.${name}`)}
        where office_id = ${scope.office} and ${sql.ref(column)} is not null group by 1`.execute(db)
      for (const { key, n } of rows) counts.set(key, (counts.get(key) ?? 0) + n)
    }
  return counts
}
