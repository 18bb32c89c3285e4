import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'

/** The newest names of places by id, as far as the reader sees them. */
export async function namesOfPlaces(
  reader: Reader<unknown>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct on (record_id) record_id as id, name
    from ${sql.table(`${schemaOf('organisation', reader.known)}.place_spell`)}
    where office_id = ${reader.scope.office} and record_id = any(${[...new Set(ids)]}::uuid[])
    order by record_id, valid_from desc`.execute(reader.db)
  return new Map(rows.map((row) => [row.id, row.name]))
}
