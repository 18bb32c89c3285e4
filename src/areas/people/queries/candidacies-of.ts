import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { RecordsEngine, StoredRecord } from '../../../platform/records/records-engine.ts'
import { candidacyType } from '../records.ts'

/** Who stands in a ballot and has not withdrawn, in the order of the list; the written in come last. */
export async function candidaciesOf(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  ballot: string,
): Promise<StoredRecord[]> {
  const { rows } = await sql<{ id: string }>`select record_id as id
    from ${sql.table(`${schemaOf('people', reader.known)}.candidacy_spell`)}
    where office_id = ${reader.scope.office} and ballot_id = ${ballot} and valid_to is null
    order by list_no nulls last, record_id`.execute(reader.db)
  const ids = rows.map(({ id }) => id)
  const found = await engine.load(reader, candidacyType, ids)
  return ids.flatMap((id) => found.get(id) ?? [])
}
