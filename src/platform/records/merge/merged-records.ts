import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../db/transaction.ts'
import type { RecordType } from '../record-type.ts'

/** A finding that two records are one, by the change that recorded it. */
export type Merge = {
  readonly change: string
  readonly type: string
  readonly kept: string
  readonly given: string
  /** Not taken back as far as the reader knows. */
  readonly stands: boolean
}

async function merges(reader: Reader<unknown>, column: 'change_no' | 'kept_id' | 'given_id', value: string) {
  const known = reader.known === null ? sql`` : sql`and m.change_no <= ${reader.known}`
  const undone = reader.known === null ? sql`` : sql`and u.change_no <= ${reader.known}`
  const { rows } =
    await sql<Merge>`select m.change_no::text as change, m.record_type as type, m.kept_id as kept,
      m.given_id as given, u.change_no is null as stands
    from platform.record_merge m left join platform.record_unmerge u
      on u.office_id = m.office_id and u.merge_change_no = m.change_no ${undone}
    where m.office_id = ${reader.scope.office} and m.${sql.ref(column)}::text = ${value} ${known}
    order by m.change_no`.execute(reader.db as Kysely<unknown>)
  return rows
}

/** The merge that a change recorded. */
export async function mergeOf(
  reader: Reader<unknown>,
  type: RecordType,
  change: string,
): Promise<Merge | undefined> {
  return (await merges(reader, 'change_no', change)).find((merge) => merge.type === type.id)
}

/** The merge by which a record was given up, as long as it stands. */
export async function givenUpIn(
  reader: Reader<unknown>,
  type: RecordType,
  id: string,
): Promise<Merge | undefined> {
  return (await merges(reader, 'given_id', id)).find((merge) => merge.type === type.id && merge.stands)
}

/** The merges by which others were given up for a record, as long as they stand; not those of these others. */
export async function mergedInto(reader: Reader<unknown>, type: RecordType, id: string): Promise<Merge[]> {
  return (await merges(reader, 'kept_id', id)).filter((merge) => merge.type === type.id && merge.stands)
}

/** A record and all that turned out to be it, also over several merges. */
export async function allThatAre(reader: Reader<unknown>, type: RecordType, id: string): Promise<string[]> {
  const found = [id]
  for (const one of found)
    for (const { given } of await mergedInto(reader, type, one)) if (!found.includes(given)) found.push(given)
  return found
}

/** Where a record that was given up lives on: the end of the line. */
export async function livesOnAs(reader: Reader<unknown>, type: RecordType, merge: Merge): Promise<string> {
  const passed = new Set<string>()
  let id = merge.kept
  for (let next = await givenUpIn(reader, type, id); next && !passed.has(id); ) {
    passed.add(id)
    id = next.kept
    next = await givenUpIn(reader, type, id)
  }
  return id
}
