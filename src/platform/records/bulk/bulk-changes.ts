import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../db/transaction.ts'
import type { RecordType } from '../record-type.ts'
import { newEvents } from './new-events.ts'

export type Touched = { readonly change: string; readonly type: string; readonly id: string }

/**
 * Which of these changes were one act on several records, each with the type of those. It is judged by the records given,
 * a few of each change, so that no more of the events is read.
 */
export async function bulkChanges(
  reader: Reader<unknown>,
  types: Iterable<RecordType>,
  touched: readonly Touched[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const type of types) {
    const own = touched.filter((one) => one.type === type.id)
    if (own.length === 0) continue
    const [changes, ids] = [own.map(({ change }) => change), own.map(({ id }) => id)]
    const which = sql`record_id = any(${ids}::uuid[]) and known_from = any(${changes}::bigint[])`
    const { rows } = await sql<{ change: string }>`select known_from::text as change
      from (${newEvents(type, reader.scope.office, which)}) brought
      group by known_from having count(distinct record_id) > 1`.execute(reader.db as Kysely<unknown>)
    for (const { change } of rows) found.set(change, type.id)
  }
  return found
}
