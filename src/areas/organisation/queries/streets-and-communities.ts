import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { Day } from '../../../platform/values/day.ts'

export type NamedPlace = { readonly id: string; readonly code: string | null; readonly name: string }

/** The subdistrict and its communities on a day, by name and code only: what a role may be granted over. */
export async function streetsAndCommunities(reader: Reader<unknown>, on: Day): Promise<NamedPlace[]> {
  const { rows } = await sql<NamedPlace>`select record_id as id, code, name from organisation.place_spell
    where office_id = ${reader.scope.office} and kind in ('street', 'community')
      and valid_from <= ${on} and (valid_to is null or ${on} < valid_to)
    order by kind desc, code collate "C", name`.execute(reader.db)
  return rows
}
