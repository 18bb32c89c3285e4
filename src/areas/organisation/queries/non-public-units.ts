import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'

/** Which of these legal persons are non-public enterprises. */
export async function nonPublicUnits(
  reader: Reader<unknown>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    id: string
  }>`select id from ${sql.table(`${schemaOf('organisation', reader.known)}.legal_person`)}
    where office_id = ${reader.scope.office} and id = any(${[...new Set(ids)]}::uuid[]) and kind = 'non_public'`.execute(
    reader.db,
  )
  return new Set(rows.map(({ id }) => id))
}
