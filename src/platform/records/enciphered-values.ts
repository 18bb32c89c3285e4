import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Cell } from '../cipher/cell.ts'
import { type KeyRing, type WrappedKey, wrappedKeysSql } from '../cipher/key-ring.ts'
import { digestLength } from '../cipher/stored-text.ts'
import type { Reader } from '../db/transaction.ts'
import { schemaOf } from '../figures/hierarchy.ts'
import { fieldOf, type RecordField, type RecordType } from './record-type.ts'
import type { HeaderValues } from './records-engine.ts'

type Headed = { readonly id: string; readonly header: HeaderValues }
type Db = Kysely<unknown>

const encipheredIn = (type: RecordType): readonly RecordField[] =>
  type.header.filter((field) => field.enciphered)

const keysIn = (db: Db) => async () => (await sql.raw<WrappedKey>(wrappedKeysSql).execute(db)).rows

const cellOf = (office: number, type: RecordType, field: RecordField, record: string): Cell => ({
  office,
  table: type.id,
  column: field.key,
  record,
})

/**
 * Records as their tables hold them, made readable: the one way from a stored text to a value.
 * @throws Refusal UNAVAILABLE for what was altered or moved
 */
export async function decipherHeaders<Record extends Headed>(
  keys: KeyRing,
  reader: Reader<unknown>,
  type: RecordType,
  stored: readonly Record[],
): Promise<Record[]> {
  const fields = encipheredIn(type)
  if (fields.length === 0) return [...stored]
  const textIn = (record: Record, { key }: RecordField) => record.header[key] as string | null
  const isStrange = (record: Record, field: RecordField) => {
    const text = textIn(record, field)
    return text !== null && !keys.knows(text)
  }
  // Another process may have enciphered it under a key of its own making.
  if (stored.some((record) => fields.some((field) => isStrange(record, field))))
    await keys.load(keysIn(reader.db as Db))
  return stored.map((record) => {
    const opened = fields.map((field) => {
      const text = textIn(record, field)
      const cell = cellOf(reader.scope.office, type, field, record.id)
      return [field.key, text === null ? null : keys.decipher(text, cell)] as const
    })
    return { ...record, header: { ...record.header, ...Object.fromEntries(opened) } }
  })
}

/**
 * Records as their tables are to hold them: the one way from a value to a stored text, for single acts and imports alike. A value that
 * its cell holds or held keeps its text, also under an older key: saved again or undone, a record differs in nothing.
 */
export async function encipherHeaders<Record extends Headed>(
  keys: KeyRing,
  db: Db,
  office: number,
  type: RecordType,
  wanted: readonly Record[],
): Promise<Record[]> {
  const fields = encipheredIn(type)
  if (fields.length === 0) return [...wanted]
  const { rows } = await sql<{ newest: number }>`select max(key_no) as newest from platform.data_key`.execute(
    db,
  )
  if (rows[0]?.newest !== keys.newest.no) await keys.load(keysIn(db))
  // Under one key the same value gives the same text.
  const before =
    keys.all.length > 1
      ? await storedTexts(db, office, type, fields, wanted)
      : new Map<string, StoredTexts[]>()
  return wanted.map((record) => {
    const closed = fields.flatMap((field): (readonly [string, string | null])[] => {
      const value = record.header[field.key]
      if (value === undefined) return []
      const cell = cellOf(office, type, field, record.id)
      if (value === null) return [[field.key, null]]
      const plain = String(value)
      const stored = before.get(record.id)?.map((row) => row[field.key])
      const kept = stored?.find((each) => each && keys.opensTo(plain, each, cell))
      return [[field.key, kept ?? keys.encipher(plain, cell, field.enciphered === 'found')]]
    })
    return { ...record, header: { ...record.header, ...Object.fromEntries(closed) } }
  })
}

type StoredTexts = Readonly<Record<string, string | null>>

/** What the fields of these records hold and have held, as it is stored, the newest first. */
async function storedTexts(
  db: Db,
  office: number,
  type: RecordType,
  fields: readonly RecordField[],
  records: readonly Headed[],
): Promise<Map<string, StoredTexts[]>> {
  const columns = sql.join(fields.map(({ key }) => sql.ref(key)))
  const [area, name] = type.id.split('.') as [string, string]
  const rowsIn = (schema: string) => sql`select id, ${columns}, max(known_from) as last
    from ${sql.table(`${schema}.${name}`)}
    where office_id = ${office} and id = any(${records.map(({ id }) => id)}::uuid[]) group by id, ${columns}`
  const { rows } = await sql<{ id: string } & StoredTexts>`
    ${rowsIn(area)} union all ${rowsIn(`${area}_history`)} order by last desc`.execute(db)
  const found = new Map<string, StoredTexts[]>()
  for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), row])
  return found
}

/** What equal values of a column share, for a statement to compare; null where nothing is stored. */
export const digestIn = (column: RawBuilder<unknown>): RawBuilder<string | null> =>
  sql`right(${column}, ${sql.lit(digestLength)})`

/** Who holds one of these values now, or at the reader's knowledge: each value with the ids, blanks, hyphens and case aside. */
export async function holdersOf(
  keys: KeyRing,
  reader: Reader<unknown>,
  type: RecordType,
  key: string,
  values: readonly string[],
): Promise<Map<string, string[]>> {
  const field = fieldOf(type, key)
  if (field.enciphered !== 'found') throw new Error(`${type.id}: nobody is found by ${key}`)
  const column = { office: reader.scope.office, table: type.id, column: key }
  const valueOf = new Map<string, string[]>()
  for (const value of new Set(values))
    for (const digest of keys.digestsOf(value, column))
      valueOf.set(digest, [...(valueOf.get(digest) ?? []), value])
  const [area, name] = type.id.split('.') as [string, string]
  const digest = digestIn(sql.ref(key))
  const { rows } = await sql<{ id: string; digest: string }>`select id, ${digest} as digest
    from ${sql.table(`${schemaOf(area, reader.known)}.${name}`)}
    where office_id = ${reader.scope.office} and ${digest} = any(${[...valueOf.keys()]}::text[])`.execute(
    reader.db as Db,
  )
  const found = new Map<string, string[]>()
  for (const row of rows)
    for (const value of valueOf.get(row.digest) ?? []) found.set(value, [...(found.get(value) ?? []), row.id])
  return found
}
