import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'

/** The names of persons by id, as far as the reader sees them; who was erased goes by number. */
export async function namesOfPeople(
  reader: Reader<unknown>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, coalesce(name, code) as name
    from ${sql.table(`${schemaOf('people', reader.known)}.person`)}
    where office_id = ${reader.scope.office} and id = any(${[...new Set(ids)]}::uuid[])`.execute(reader.db)
  return new Map(rows.map((row) => [row.id, row.name]))
}
