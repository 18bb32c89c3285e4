import { sql } from 'kysely'
import type { Reader } from '../db/transaction.ts'

/**
 * Reads as known at a change, within a transaction that else reads the present: a record as it stood then is what
 * `engine.load` answers here. Reads at another moment come after this one, not beside it.
 */
export async function asKnownAt<Result>(
  present: Pick<Reader<unknown>, 'scope' | 'db'>,
  change: bigint,
  act: (reader: Reader<unknown>) => Promise<Result>,
): Promise<Result> {
  await sql`select set_config('app.known', ${String(change)}, true)`.execute(present.db)
  return await act({ scope: present.scope, db: present.db, known: change })
}
