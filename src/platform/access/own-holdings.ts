import { sql } from 'kysely'
import type { Reader } from '../db/transaction.ts'
import type { Day } from '../values/day.ts'

/** The holdings with which roles of an account are tied on a day: the only way from an account to what somebody holds (decision 25). */
export async function ownHoldings(reader: Reader<unknown>, account: string, on: Day): Promise<string[]> {
  const { rows } = await sql<{ holding_id: string }>`select distinct holding_id from access.grant
    where office_id = ${reader.scope.office} and account_id::text = ${account} and holding_id is not null
      and valid_from <= ${on} and (valid_to is null or ${on} < valid_to) order by holding_id`.execute(
    reader.db,
  )
  return rows.map(({ holding_id }) => holding_id)
}
