import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { type Actor, type ChangeRequest, type Reader, read, type Writer, write } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { EncipheredColumn } from '../records/enciphered-columns.ts'
import type { KeyRing } from './key-ring.ts'
import { beginningOf, readStored } from './stored-text.ts'

export type Reenciphering = {
  /** The database as its owner works on it: the application may not write the past. */
  readonly owner: Database
  readonly office: number
  readonly actor: Actor
  /** Whether values in clear are expected: what older versions stored as it was typed. */
  readonly clear: boolean
  /** How many rows go into one change: other writers of the office wait for one of them. */
  readonly together?: number
  /** After each change: how many rows are done, and whether to go on. */
  readonly onProgress?: (column: EncipheredColumn, done: number) => boolean
}

const usualTogether = 5_000

/**
 * Brings the present and past rows of a column under the newest key, some thousands as one change each, whose event carries new
 * digests of the personal values, as an erasure's does. What was stopped half way goes on where it stood. Answers the number of rows.
 * @throws Refusal CONFLICT where rows are not those that their change sealed; UNAVAILABLE for a value that does not open
 */
export async function reencipher(doing: Reenciphering, column: EncipheredColumn): Promise<number> {
  const { owner, office, actor, clear, onProgress } = doing
  const scope = { office, places: 'all' } as const
  const { zh, en } = clear ? enrolment : rotation
  const reason = `${zh} ${en}: ${column.area}.${column.name}.${column.column}`
  const request: ChangeRequest = { scope, actor, kind: 'setup', reason }
  for (let done = 0; ; ) {
    // Asked before the change, so that where nothing is left no number is taken.
    const left = await read<unknown, number>(owner, scope, (reader) =>
      countLeft(reader, owner.keys, column, 1),
    )
    if (left === 0) return done
    done += await write<unknown, number>(owner, request, (writer) => enciphering(writer, doing, column))
    if (onProgress?.(column, done) === false) return done
  }
}

const tablesOf = ({ area, name }: EncipheredColumn) =>
  [sql.table(`${area}.${name}`), sql.table(`${area}_history.${name}`)] as const

/** What is not under the newest key: the beginning of a text says so. */
function isLeft({ newest }: KeyRing, { column }: EncipheredColumn) {
  const value = sql.ref(column)
  return sql`${value} is not null and not starts_with(${value}, ${beginningOf(newest.algorithm, newest.no)})`
}

/** How many present and past values are not under the newest key, counted up to `most` in each. */
async function countLeft(
  { db, scope }: Pick<Reader<unknown>, 'db' | 'scope'>,
  keys: KeyRing,
  column: EncipheredColumn,
  most: number,
): Promise<number> {
  const [now, past] = tablesOf(column).map(
    (table) =>
      sql`(select 1 from ${table} where office_id = ${scope.office} and ${isLeft(keys, column)} limit ${most})`,
  )
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from (${now} union all ${past}) found`.execute(db)
  return rows[0]?.n ?? 0
}

type Found = { id: string; known_from: bigint; value: string }

async function enciphering(
  { db, change, request }: Writer<unknown>,
  { owner: { keys }, clear, together = usualTogether }: Reenciphering,
  column: EncipheredColumn,
): Promise<number> {
  const { office } = request.scope
  const { area, name, found } = column
  const source = `${area}.${name}`
  const value = sql.ref(column.column)
  const rowsOf = async (table: ReturnType<typeof sql.table>, most: number) =>
    (
      await sql<Found>`select id, known_from, ${value} as value from ${table}
        where office_id = ${office} and ${isLeft(keys, column)} order by id, known_from limit ${most}`.execute(
        db,
      )
    ).rows
  const [now, past] = tablesOf(column)
  const present = await rowsOf(now, together)
  const earlier = await rowsOf(past, together - present.length)
  const touched = [...new Set([...present, ...earlier].map((row) => row.known_from))].map(String)
  const broken = await sql<{
    n: bigint
  }>`select n from platform.broken_seals(${office}, ${source}, ${touched}::bigint[]) n limit 1`.execute(db)
  if (broken.rows[0]) throw notWhatWasWritten(source, broken.rows[0].n)
  const anew = (rows: readonly Found[]) =>
    rows.map(({ id, known_from, value: stored }) => {
      const cell = { office, table: source, column: column.column, record: id }
      const plain = clear && readStored(stored) === null ? stored : keys.decipher(stored, cell)
      return { id, known_from: String(known_from), value: keys.encipher(plain, cell, found) }
    })
  await sql`insert into platform.reencipherment (office_id, change_no, table_schema, table_name, touched)
    values (${office}, ${change}, ${area}, ${name}, ${touched}::bigint[])`.execute(db)
  await sql`select set_config('app.reenciphering', 'on', true)`.execute(db)
  for (const [table, rows] of [
    [now, anew(present)],
    [past, anew(earlier)],
  ] as const)
    await sql`update ${table} t set ${value} = r.value
      from json_to_recordset(${JSON.stringify(rows)}) r (id uuid, known_from bigint, value text)
      where t.office_id = ${office} and t.id = r.id and t.known_from = r.known_from`.execute(db)
  await sql`select set_config('app.reenciphering', 'off', true)`.execute(db)
  return present.length + earlier.length
}

const enrolment = text('已有内容加密存储', 'values stored before are enciphered')
const rotation = text('用新的密钥重新加密', 'values are enciphered by the new key')

const notWhatWasWritten = (table: string, change: bigint) =>
  new Refusal(
    'CONFLICT',
    text(
      `变更${change}在 ${table} 写入的内容与封存时不符，没有加密，也没有改动。请先运行 ./xiaoma verify 查明。`,
      `What change ${change} wrote in ${table} is not what was sealed, so nothing was enciphered or changed. Run ./xiaoma verify first.`,
    ),
    { table, change: String(change) },
  )
