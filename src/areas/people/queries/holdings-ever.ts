import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { RecordType } from '../../../platform/records/record-type.ts'
import type { RecordsEngine, StoredRecord } from '../../../platform/records/records-engine.ts'

/** Every holding of some posts that there ever was at an organisation or place, as it stands now. */
export async function holdingsEver(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  type: RecordType,
  at: { readonly key: string; readonly id: string },
  posts: readonly string[],
): Promise<StoredRecord[]> {
  const { rows } = await sql<{
    id: string
  }>`select distinct record_id as id from ${sql.table(`${type.id}_spell`)}
    where office_id = ${reader.scope.office} and ${sql.ref(at.key)} = ${at.id} and post = any(${posts})
    order by 1`.execute(reader.db)
  const found = await engine.load(
    reader,
    type,
    rows.map(({ id }) => id),
  )
  return [...found.values()]
}
