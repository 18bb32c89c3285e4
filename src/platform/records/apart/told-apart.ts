import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../db/transaction.ts'
import type { RecordType } from '../record-type.ts'
import { holdsSql, standsSql } from './apart-sql.ts'

/** That two records are two, by the change that said so. */
export type Apart = { readonly change: string; readonly first: string; readonly second: string }

/** What was said of some records and holds: neither was taken back, nor changed in either what made the two alike. */
export async function toldApart(
  reader: Reader<unknown>,
  type: RecordType,
  ids: readonly string[],
): Promise<Apart[]> {
  if (ids.length === 0) return []
  const { rows } =
    await sql<Apart>`select p.change_no::text as change, p.first_id as first, p.second_id as second
    from platform.record_apart p
    where p.office_id = ${reader.scope.office} and p.record_type = ${type.id} and ${standsSql(reader)}
      and (p.first_id = any(${ids}::uuid[]) or p.second_id = any(${ids}::uuid[])) and ${holdsSql(type, reader)}
    order by p.change_no`.execute(reader.db as Kysely<unknown>)
  return rows
}

/** Of each of some records those that are said to be another, as {@link toldApart}. */
export async function othersToldApart(
  reader: Reader<unknown>,
  type: RecordType,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const others = new Map<string, Set<string>>(ids.map((id) => [id, new Set<string>()]))
  for (const { first, second } of await toldApart(reader, type, ids)) {
    others.get(first)?.add(second)
    others.get(second)?.add(first)
  }
  return others
}
