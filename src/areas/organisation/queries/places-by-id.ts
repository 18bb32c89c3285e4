import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Day } from '../../../platform/values/day.ts'

/** A place in the tree; the path of everything beneath it begins with its own. */
export type PlaceInTree = {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly path: string
}

/** Places by id as they stand on a day, else as they last stood, as far as the reader sees them. */
export async function placesById(
  reader: Reader<unknown>,
  ids: readonly string[],
  on: Day,
): Promise<ReadonlyMap<string, PlaceInTree>> {
  const { rows } = await sql<PlaceInTree>`select distinct on (record_id) record_id as id, name, code, path
    from ${sql.table(`${schemaOf('organisation', reader.known)}.place_spell`)}
    where office_id = ${reader.scope.office} and record_id = any(${[...new Set(ids)]}::uuid[])
    order by record_id, (valid_from <= ${on}) desc, valid_from desc`.execute(reader.db)
  return new Map(rows.map((row) => [row.id, row]))
}
