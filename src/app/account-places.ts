import { streetsAndCommunities } from '../areas/organisation/index.ts'
import type { AccountPlace } from '../platform/access/account-contract.ts'
import type { Database } from '../platform/db/database.ts'
import { read } from '../platform/db/transaction.ts'
import { today } from '../platform/values/day.ts'

/** Of the whole office, since an administrator has no places: names and codes, and nothing else of a place. */
export async function accountPlaces(database: Database, office: number): Promise<AccountPlace[]> {
  return await read<unknown, AccountPlace[]>(database, { office, places: 'all' }, (reader) =>
    streetsAndCommunities(reader, today()),
  )
}
