import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { RecordsEngine, StoredRecord } from '../../../platform/records/records-engine.ts'
import { partyPostType } from '../records.ts'

const posts = ['secretary', 'deputy_secretary', 'member']

/** Every holding of a committee post that an organisation ever had, as it stands now. */
export async function committeeHoldings(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  organisation: string,
): Promise<StoredRecord[]> {
  const { rows } = await sql<{ id: string }>`select distinct record_id as id from people.party_post_spell
    where office_id = ${reader.scope.office} and organisation_id = ${organisation} and post = any(${posts})
    order by 1`.execute(reader.db)
  const found = await engine.load(
    reader,
    partyPostType,
    rows.map(({ id }) => id),
  )
  return [...found.values()]
}
