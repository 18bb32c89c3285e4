import { setImmediate } from 'node:timers/promises'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Scope } from '../db/scope.ts'
import { type Reader, read } from '../db/transaction.ts'
import { schemaOf } from '../figures/hierarchy.ts'
import type { Day } from '../values/day.ts'
import { lettersIn, soundsLike } from '../values/sounds-like.ts'
import { toHalfWidth } from '../values/half-width.ts'
import type { FoundRecord } from './contract.ts'
import { fieldOf, type RecordType } from './record-type.ts'
import type { StoredRecord } from './records-engine.ts'
import type { Records } from './records.ts'

const slice = 2_000

export type SearchQuestion = {
  readonly find: string
  readonly asOf: Day
  readonly known: bigint | null
  readonly limit: number
  /** Where the whole of an enciphered value finds who holds it; absent: nowhere. A part of one finds nobody. */
  readonly whole?: Scope
}
/** Found by the whole of an enciphered value: whoever serves this has an event written of it first. */
export type HeldValue = { readonly id: string; readonly field: string }
export type FoundGroup = { type: string; total: number; records: FoundRecord[]; held: readonly HeldValue[] }

/** What was typed, as it is compared: lower case and half width, and the letters to be heard where it is such. */
type Term = { readonly plain: string; readonly letters: string | null }
type Hit = { id: string; total: number }

/** Columns that a search looks into: names and keys, of which none is masked. `title` is heard as well as read. */
type Searched = { readonly title: string | null; readonly keys: readonly string[] }

function searchedIn(type: RecordType): Searched {
  const open = [type.title, ...type.naturalKey].filter((key) => {
    const field = fieldOf(type, key)
    return field.kind === 'text'
  })
  return {
    title: open.includes(type.title) ? type.title : null,
    keys: open.filter((key) => key !== type.title),
  }
}

/**
 * Records of one type that bear what was typed in a name, a former name or a natural key, whatever day it held; the
 * closest first. Only rows in scope are read: what lies outside is not there.
 */
export async function searchRecords(
  records: Records,
  scope: Scope,
  type: RecordType,
  { find, asOf, known, limit, whole }: SearchQuestion,
): Promise<FoundGroup> {
  const held = whole ? await holding(records, whole, type, find, known) : []
  const term: Term = { plain: toHalfWidth(find).trim().toLowerCase(), letters: lettersIn(find) }
  return await read(
    records.database,
    scope,
    async (reader) => {
      const hits = await hitsOf(records, reader, type, term, asOf, limit, held)
      const ids = hits.map((hit) => hit.id)
      const stored = await records.engine.load(reader, type, ids)
      const titles = searchedIn(type).title === null ? await records.engine.titlesOf(reader, type, ids) : null
      return {
        type: type.id,
        total: hits[0]?.total ?? 0,
        held: held.filter((one) => ids.includes(one.id)),
        records: ids.flatMap((id) => {
          const record = stored.get(id)
          return record ? [found(type, record, titles?.get(id), term, asOf)] : []
        }),
      }
    },
    known,
  )
}

/** What holds no number of some length is no such value, so that a name that is typed asks nothing. */
const holdsNumber = /\d{5}/

async function holding(
  { database, engine }: Records,
  scope: Scope,
  type: RecordType,
  find: string,
  known: bigint | null,
): Promise<HeldValue[]> {
  const fields = type.header.filter(({ enciphered }) => enciphered === 'found')
  if (fields.length === 0 || !holdsNumber.test(find.normalize('NFKC').replaceAll(/[\s-]/g, ''))) return []
  return await read(
    database,
    scope,
    async (reader) => {
      const held: HeldValue[] = []
      for (const { key } of fields)
        for (const ids of (await engine.holdersOf(reader, type, key, [find])).values())
          held.push(...ids.map((id) => ({ id, field: key })))
      return held
    },
    known,
  )
}

async function hitsOf(
  records: Records,
  reader: Reader<unknown>,
  type: RecordType,
  term: Term,
  asOf: Day,
  limit: number,
  held: readonly HeldValue[],
): Promise<Hit[]> {
  const named = await rowsBearing(records, reader, type, term, asOf)
  const bearing = sql`${named} union all
    select id, true as stands, 0 as length, 0 as rank from unnest(${held.map(({ id }) => id)}::uuid[]) id`
  const { rows } = await sql<Hit>`select id, count(*) over ()::int as total from (${bearing}) hit
    group by id order by min(rank), bool_or(stands) desc, min(length), id limit ${limit}`.execute(
    reader.db as Kysely<unknown>,
  )
  return rows
}

const tableOf = (reader: Reader<unknown>, type: RecordType, suffix: '' | '_spell') => {
  const [area, name] = type.id.split('.') as [string, string]
  return sql.table(`${schemaOf(area, reader.known)}.${name}${suffix}`)
}

/** Where a column stands: with the header, or with each spell. */
function placeOf(reader: Reader<unknown>, type: RecordType, key: string, asOf: Day) {
  const ofHeader = type.header.some((field) => field.key === key)
  return {
    // A natural key of the header holds on every day; a name that does not hold on the day comes after those that do.
    stands: ofHeader
      ? sql`true`
      : sql`t.valid_from <= ${asOf} and (t.valid_to is null or ${asOf} < t.valid_to)`,
    column: sql.ref(`t.${key}`),
    id: sql.ref(ofHeader ? 't.id' : 't.record_id'),
    from: sql`from ${tableOf(reader, type, ofHeader ? '' : '_spell')} t where t.office_id = ${reader.scope.office}`,
  }
}

/**
 * The rows that bear what was typed, with how close each is: the very words 0, their beginning 1, a part of them 2, their
 * sound 3. Each column is read by itself, so that no two whole tables are joined.
 */
async function rowsBearing(
  records: Records,
  reader: Reader<unknown>,
  type: RecordType,
  term: Term,
  asOf: Day,
): Promise<RawBuilder<unknown>> {
  const { title, keys } = searchedIn(type)
  const bearing = [...(title ? [title] : []), ...keys].map((key) => {
    const { column, id, stands, from } = placeOf(reader, type, key, asOf)
    const value = sql`lower(${column} collate "C")`
    return sql`select ${id} as id, ${stands} as stands, length(${column}) as length,
      case when ${value} = ${term.plain} then 0 when starts_with(${value}, ${term.plain}) then 1 else 2 end as rank
      ${from} and strpos(${value}, ${term.plain}) > 0`
  })
  if (title && term.letters !== null) {
    const { column, id, stands, from } = placeOf(reader, type, title, asOf)
    const heard = await namesHeard(reader, column, from, term.letters)
    bearing.push(
      sql`select ${id} as id, ${stands} as stands, length(${column}) as length, 3 as rank ${from} and ${column} = any(${heard}::text[])`,
    )
  }
  const named = fieldOf(type, type.title)
  if (named.kind === 'reference') {
    const { column, id, stands, from } = placeOf(reader, type, type.title, asOf)
    const other = await rowsBearing(
      records,
      reader,
      records.engine.types.get(named.to) as RecordType,
      term,
      asOf,
    )
    bearing.push(
      sql`select ${id} as id, ${stands} as stands, 0 as length, 2 as rank ${from} and ${column} in (select id from (${other}) other)`,
    )
  }
  return sql.join(bearing, sql` union all `)
}

/** The names in sight that sound as typed. They come as one value: a hundred thousand rows would take longer to unpack. */
async function namesHeard(
  reader: Reader<unknown>,
  column: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  letters: string,
): Promise<string[]> {
  const { rows } = await sql<{
    names: string | null
  }>`select string_agg(${column}, E'\n') as names ${from}`.execute(reader.db as Kysely<unknown>)
  const names = [...new Set(rows[0]?.names?.split('\n') ?? [])]
  const heard: string[] = []
  // In slices, so that nobody else waits while a whole office is listened to.
  for (let at = 0; at < names.length; at += slice) {
    if (at > 0) await setImmediate()
    for (const name of names.slice(at, at + slice)) if (soundsLike(name, letters)) heard.push(name)
  }
  return heard
}

/** A record with its state on the day, and the name it was found by where it bears another on that day. */
function found(
  type: RecordType,
  { id, header, spells }: StoredRecord,
  titled: string | undefined,
  term: Term,
  asOf: Day,
): FoundRecord {
  const { title, keys } = searchedIn(type)
  const [first, last] = [spells[0], spells.at(-1)]
  const current = spells.find((spell) => spell.from <= asOf && (spell.to === null || asOf < spell.to))
  const shown = current ?? (first && asOf < first.from ? first : last)
  const valueOf = (key: string, spell = shown) => String(header[key] ?? spell?.attributes[key] ?? '')
  const bears = (value: string) =>
    value.toLowerCase().includes(term.plain) || (term.letters !== null && soundsLike(value, term.letters))
  const name = title ? valueOf(title) : (titled ?? '')
  const key = keys.map((each) => valueOf(each)).join(' ')
  const other =
    !title || bears(name) || key.toLowerCase().includes(term.plain)
      ? undefined
      : spells.findLast((spell) => bears(valueOf(title, spell)))
  return {
    id,
    title: name,
    otherName: other && title ? valueOf(title, other) : null,
    key: key === '' ? null : key,
    inForce: current !== undefined,
    from: first?.from ?? null,
    to: last?.to ?? null,
  }
}
