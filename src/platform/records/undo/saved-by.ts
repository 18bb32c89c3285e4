import { sql } from 'kysely'
import type { Reader } from '../../db/transaction.ts'
import type { RecordType } from '../record-type.ts'

/** A record that a change saved. `version` is the present one; null where the record is gone. */
export type SavedRecord = { readonly id: string; readonly created: boolean; readonly version: bigint | null }

/** The records of a type that a change created or changed; what merely followed from it is derived anew by itself. */
export async function savedBy(
  reader: Reader<unknown>,
  { id: typeId }: RecordType,
  change: bigint,
): Promise<SavedRecord[]> {
  const [schema, name] = typeId.split('.') as [string, string]
  const [now, past] = [sql.table(`${schema}.${name}`), sql.table(`${schema}_history.${name}`)]
  const { office } = reader.scope
  const { rows } = await sql<SavedRecord>`with saved as (
      select id from ${now} where office_id = ${office} and known_from = ${change} and revision = ${change}
      union select id from ${past} where office_id = ${office} and known_from = ${change} and revision = ${change})
    select s.id, c.revision as version,
      not exists (select from ${past} h where h.office_id = ${office} and h.id = s.id and h.known_to = ${change}) as created
    from saved s left join ${now} c on c.office_id = ${office} and c.id = s.id order by s.id`.execute(
    reader.db,
  )
  return rows
}

/** The records of a type that a change took away, those that came back since left out. */
export async function takenBy(
  reader: Reader<unknown>,
  { id: typeId }: RecordType,
  change: bigint,
): Promise<string[]> {
  const [schema, name] = typeId.split('.') as [string, string]
  const [now, past] = [sql.table(`${schema}.${name}`), sql.table(`${schema}_history.${name}`)]
  const { office } = reader.scope
  const { rows } = await sql<{ id: string }>`select h.id from ${past} h
    where h.office_id = ${office} and h.known_to = ${change}
      and not exists (select from ${past} later where later.office_id = ${office} and later.id = h.id and later.known_from >= ${change})
      and not exists (select from ${now} c where c.office_id = ${office} and c.id = h.id) order by h.id`.execute(
    reader.db,
  )
  return rows.map(({ id }) => id)
}
