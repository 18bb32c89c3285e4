import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { RecordType } from '../../../platform/records/record-type.ts'
import type { RecordsEngine, StoredRecord } from '../../../platform/records/records-engine.ts'

/** Who stands in a ballot and has not withdrawn, in the order of the list; the written in come last. */
export async function candidaciesOf(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  type: RecordType,
  ballot: string,
): Promise<StoredRecord[]> {
  const { rows } = await sql<{ id: string }>`select record_id as id
    from ${sql.table(`${schemaOf('people', reader.known)}.${type.id.split('.')[1]}_spell`)}
    where office_id = ${reader.scope.office} and ballot_id = ${ballot} and valid_to is null
    order by list_no nulls last, record_id`.execute(reader.db)
  const ids = rows.map(({ id }) => id)
  const found = await engine.load(reader, type, ids)
  return ids.flatMap((id) => found.get(id) ?? [])
}
