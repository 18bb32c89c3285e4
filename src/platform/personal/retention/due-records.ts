import { sql } from 'kysely'
import type { Reader } from '../../db/transaction.ts'
import type { RecordType } from '../../records/record-type.ts'
import type { Day } from '../../values/day.ts'
import { isPersonal, type Purpose } from '../purpose.ts'
import { judgeDue, type Why } from './judge-due.ts'
import type { Keeping } from './keeping.ts'
import { periodsInForce } from './periods.ts'

/** The register of purposes with the types that they speak of. */
export type Register = {
  readonly types: ReadonlyMap<string, RecordType>
  readonly purposes: readonly Purpose[]
}

export type NamedRecord = { readonly type: string; readonly id: string }
export type DueRecord = NamedRecord & {
  /** When the last of its purposes ran out. */
  readonly dueOn: Day
  readonly why: readonly Why[]
}

/** The types of which records fall due, each with the purposes that keep them. */
export const keptTypes = ({ types, purposes }: Register) =>
  [...types.values()].flatMap((type) => {
    const kept = purposes.flatMap((purpose) => {
      const keeping = purpose.keeping[type.id]
      return keeping ? [{ purpose, keeping }] : []
    })
    return kept.length > 0 ? [{ type, kept }] : []
  })

/**
 * The records that are due on a day, the longest due first; `only` among these. What is held back is not among them, nor what holds nothing
 * that could be emptied. The reader must see the whole office: a purpose may be served in places where the asker sees nothing.
 */
export async function dueRecords(
  reader: Reader<unknown>,
  register: Register,
  on: Day,
  only?: readonly NamedRecord[],
): Promise<DueRecord[]> {
  if (reader.scope.places !== 'all') throw new Error('what is due is judged over the whole office')
  const { office } = reader.scope
  const periods = await periodsInForce(reader)
  const due: DueRecord[] = []
  for (const { type, kept } of keptTypes(register)) {
    const ids = only?.filter((one) => one.type === type.id).map(({ id }) => id)
    if (ids?.length === 0) continue
    const served = new Map<string, Map<string, Day | null>>()
    for (const { purpose, keeping } of kept)
      for (const { id, since } of await keptRows(reader, type, keeping, ids))
        served.set(id, (served.get(id) ?? new Map()).set(purpose.id, since))
    const held = await heldBack(reader, office, type, on)
    for (const [id, of] of served) {
      const why = held.has(id) ? null : judgeDue(of, periods, on)
      if (why)
        due.push({
          type: type.id,
          id,
          why,
          dueOn: why
            .map(({ dueOn }) => dueOn)
            .sort()
            .at(-1) as Day,
        })
    }
  }
  return due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : 1))
}

async function keptRows(
  { db, scope }: Reader<unknown>,
  { id: typeId, header }: RecordType,
  { rows }: Keeping,
  ids: readonly string[] | undefined,
): Promise<{ id: string; since: Day | null }[]> {
  const [schema, name] = typeId.split('.') as [string, string]
  const holds = sql.join(
    header.filter(isPersonal).map(({ key }) => sql`t.${sql.ref(key)} is not null`),
    sql` or `,
  )
  const there = (table: string) =>
    sql`exists (select from ${sql.table(table)} t where t.office_id = ${scope.office} and t.id = kept.id and (${holds}))`
  const found = await sql<{ id: string; since: Day | null }>`
    select kept.id, kept.since from (${rows(scope.office)}) kept
    where (${ids ?? null}::uuid[] is null or kept.id = any(${ids ?? null}::uuid[]))
      and exists (select from ${sql.table(typeId)} h where h.office_id = ${scope.office} and h.id = kept.id)
      and (${there(typeId)} or ${there(`${schema}_history.${name}`)})`.execute(
    db as Reader<Record<string, never>>['db'],
  )
  return found.rows
}

/** A hold on a record that turned out to be another holds that one, whose erasure would empty the versions of both. */
async function heldBack(
  { db }: Reader<unknown>,
  office: number,
  { id }: RecordType,
  on: Day,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`with recursive held(id) as (
      select record_id from platform.retention_hold
      where office_id = ${office} and record_type = ${id} and lifted_at is null and until >= ${on}
      union
      select m.kept_id from held join platform.record_merge m on m.given_id = held.id
      where m.office_id = ${office} and m.record_type = ${id} and not exists (
        select from platform.record_unmerge u where u.office_id = m.office_id and u.merge_change_no = m.change_no))
    select id from held`.execute(db as Reader<Record<string, never>>['db'])
  return new Set(rows.map((row) => row.id))
}
