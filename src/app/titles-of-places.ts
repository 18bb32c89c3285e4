import type { Database } from '../platform/db/database.ts'
import type { Scope } from '../platform/db/scope.ts'
import { read } from '../platform/db/transaction.ts'
import type { RecordType } from '../platform/records/record-type.ts'
import type { Program } from './program.ts'

/** Names the places of a scope, for the page that says what an account may see. */
export function titlesOfPlaces({ records }: Program) {
  const type = records.engine.types.get(records.place.recordType) as RecordType
  return async (database: Database, scope: Scope) => {
    const ids = scope.places === 'all' ? [] : scope.places
    const titles = await read<unknown, Map<string, string>>(database, scope, (reader) =>
      records.engine.titlesOf(reader, type, ids),
    )
    return ids.map((id) => ({ id, name: titles.get(id) ?? '' }))
  }
}
