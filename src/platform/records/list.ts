import { setImmediate } from 'node:timers/promises'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import { type Reader, read } from '../db/transaction.ts'
import type { Scope } from '../db/scope.ts'
import { resolveNode, schemaOf } from '../figures/hierarchy.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { subtree } from '../timeline/tree.ts'
import { type Day, today } from '../values/day.ts'
import { pinyinSortKey } from '../values/pinyin.ts'
import { lettersIn, soundsLike } from '../values/sounds-like.ts'
import type { RecordBehaviour } from './behaviour.ts'
import type { ListedRecord } from './contract.ts'
import { isNumberField } from './number-field.ts'
import { endsOf, readRange } from './number-range.ts'
import { fieldOf, isMasked, type RecordField, type RecordType } from './record-type.ts'
import { behaviourNamed, type Records } from './records.ts'
import { showValues } from './shown-values.ts'

export type ListQuestion = Question & { readonly limit: number; readonly cursor?: string | undefined }

/** Which records a list holds, and in which order. */
export type Question = {
  readonly type: string
  readonly node?: string | undefined
  readonly find?: string | undefined
  readonly where: readonly string[]
  readonly sort?: string | undefined
  readonly descending: boolean
  readonly all: boolean
  readonly asOf?: Day | undefined
}

export type Found = { id: string; valid_from: Day; sorted: string | null; title: string | null; keys: string }

/** The records in force on a day below a place: found, sorted and paged by the whole list, read in full for one page. */
export async function listRecords(
  records: Records,
  scope: Scope,
  question: ListQuestion,
  known: bigint | null,
) {
  const behaviour = behaviourNamed(records, question.type)
  const { type } = behaviour
  const asOf = question.asOf ?? today()
  return await read(
    records.database,
    scope,
    async (reader) => {
      const start = offsetOf(question.cursor)
      const { page, total } = await pageOf(records, reader, behaviour, question, asOf, start)
      const head = known ?? (await headOf(reader))
      return {
        records: await listed(records, reader, type, page),
        total,
        nextCursor: start + page.length < total ? String(start + page.length) : null,
        asOf,
        knownAt: String(head),
      }
    },
    known,
  )
}

/** The database sorts and cuts where the order is that of the stored text; what goes by sound is sorted here. */
async function pageOf(
  records: Records,
  reader: Reader<unknown>,
  behaviour: RecordBehaviour,
  question: ListQuestion,
  asOf: Day,
  start: number,
): Promise<{ page: readonly Found[]; total: number }> {
  const { type } = behaviour
  const sort = fieldOf(type, question.sort ?? (type.naturalKey[0] as string))
  if (question.find || sort.key === type.title || sort.kind === 'reference' || sort.kind === 'choice') {
    const sorted = await foundRecords(records, reader, behaviour, question, asOf)
    return { page: sorted.slice(start, start + question.limit), total: sorted.length }
  }
  const found = await candidates(records, reader, behaviour, question, asOf)
  // The database sorts by "C"; what is always there is asked plainly, so that its index serves. Nothing comes before anything.
  const nulls = sort.required ? '' : question.descending ? 'nulls last' : 'nulls first'
  const order = sql.raw(question.descending ? 'desc' : 'asc')
  const { rows } = await sql<Found>`select * from (${found}) found
    order by sorted ${order} ${sql.raw(nulls)}, id ${order} limit ${question.limit} offset ${start}`.execute(
    reader.db as Kysely<unknown>,
  )
  const counted = await sql<{ n: number }>`select count(*)::int as n from (${found}) found`.execute(
    reader.db as Kysely<unknown>,
  )
  return { page: await withTitles(records, reader, type, rows), total: counted.rows[0]?.n ?? 0 }
}

/** Every record that the question asks for, in its order. */
export async function foundRecords(
  records: Records,
  reader: Reader<unknown>,
  behaviour: RecordBehaviour,
  question: Question,
  asOf: Day,
): Promise<Found[]> {
  const found = await candidates(records, reader, behaviour, question, asOf)
  const { rows } = await sql<Found>`${found}`.execute(reader.db as Kysely<unknown>)
  const titled = await withTitles(records, reader, behaviour.type, rows)
  const matching = question.find ? titled.filter((row) => matches(row, question.find as string)) : titled
  return await inOrder(records, reader, behaviour.type, matching, question)
}

/** No column of numbers holds one as large, or as far below zero. */
const beyondEvery = String(10n ** 18n)

async function candidates(
  records: Records,
  reader: Reader<unknown>,
  { type, placeColumn }: RecordBehaviour,
  question: Question,
  asOf: Day,
): Promise<RawBuilder<Found>> {
  const [area, name] = type.id.split('.') as [string, string]
  const schema = schemaOf(area, reader.known)
  const conditions: RawBuilder<unknown>[] = [sql`h.office_id = ${reader.scope.office}`]
  if (!question.all)
    conditions.push(sql`s.valid_from <= ${asOf} and (s.valid_to is null or ${asOf} < s.valid_to)`)
  for (const filter of question.where) conditions.push(condition(type, filter))
  if (question.node && placeColumn) {
    const { lo, hi } = subtree((await resolveNode(reader, records.place, question.node, asOf)).path)
    const places = sql.table(`${schemaOf(records.place.schema, reader.known)}.${records.place.name}_spell`)
    conditions.push(sql`exists (select from ${places} p where p.office_id = s.office_id and p.record_id = s.${sql.ref(placeColumn)}
      and p.path >= ${lo} and p.path < ${hi} and p.valid_from <= ${asOf} and (p.valid_to is null or ${asOf} < p.valid_to))`)
  }
  const column = (key: string) =>
    type.header.some((field) => field.key === key) ? sql.ref(`h.${key}`) : sql.ref(`s.${key}`)
  const sort = fieldOf(type, question.sort ?? (type.naturalKey[0] as string))
  if (isMasked(sort)) throw new Refusal('INVALID', notByMasked(sort), { sort: sort.key })
  // Above zero and padded to as many digits, numbers stand in their order wherever text is sorted.
  const sorted = isNumberField(sort)
    ? sql`lpad((${column(sort.key)} + ${beyondEvery}::bigint)::text, 19, '0')`
    : sql`${column(sort.key)}::text`
  // On one day a record has at most one spell, so only the whole past needs its newest picked out.
  const first = question.all ? sql`distinct on (h.id)` : sql``
  const newest = question.all ? sql`order by h.id, s.valid_from desc` : sql``
  return sql<Found>`select ${first} h.id, s.valid_from, ${sorted} as sorted, ${column(type.title)}::text as title,
    concat_ws(' ', ${sql.join(type.naturalKey.map((key) => sql`${column(key)}::text`))}) as keys
    from ${sql.table(`${schema}.${name}`)} h join ${sql.table(`${schema}.${name}_spell`)} s on s.office_id = h.office_id and s.record_id = h.id
    where ${sql.join(conditions, sql` and `)} ${newest}`
}

function condition(type: RecordType, filter: string): RawBuilder<unknown> {
  const [key = '', ...rest] = filter.split(':')
  const known = [...type.header, ...type.attributes].find((candidate) => candidate.key === key)
  if (!known)
    throw new Refusal('INVALID', text(`没有“${key}”这个筛选项。`, `There is no filter “${key}”.`), {
      where: filter,
    })
  if (isMasked(known)) throw new Refusal('INVALID', notByMasked(known), { where: filter, field: key })
  const values = rest.join(':').split(',')
  const column = sql.ref(`${type.header.includes(known) ? 'h' : 's'}.${key}`)
  if (!isNumberField(known)) return sql`${column}::text = any(${values}::text[])`
  const within = values.map((value) => {
    const range = readRange(known.kind, value)
    if (!range) throw new Refusal('INVALID', noRange(known, value), { where: filter, field: key, value })
    const [least, most] = endsOf(known.kind, range)
    return sql`${column} between ${String(least)}::bigint and ${String(most)}::bigint`
  })
  return sql`(${sql.join(within, sql` or `)})`
}

/** Finding or sorting by a masked value would tell it bit by bit. */
const notByMasked = ({ label }: RecordField) =>
  text(
    `“${label.zh}”是个人信息，列表不能按它筛选或排序。`,
    `“${label.en}” is personal: a list is neither filtered nor sorted by it.`,
  )
const noRange = ({ label }: RecordField, value: string) =>
  text(
    `“${label.zh}”不能按“${value}”筛选。请写成“3..9”“3..”“..9”或“3”。`,
    `“${label.en}” cannot be filtered by “${value}”. Write 3..9, 3.., ..9 or 3.`,
  )

async function withTitles(
  records: Records,
  reader: Reader<unknown>,
  type: RecordType,
  found: readonly Found[],
): Promise<Found[]> {
  if (fieldOf(type, type.title).kind !== 'reference') return [...found]
  const titles = await records.engine.titlesOf(
    reader,
    type,
    found.map((row) => row.id),
  )
  return found.map((row) => ({ ...row, title: titles.get(row.id) ?? '' }))
}

function matches(row: Found, find: string): boolean {
  const wanted = find.trim().toLowerCase()
  const title = row.title ?? ''
  if (title.toLowerCase().includes(wanted) || row.keys.toLowerCase().includes(wanted)) return true
  const letters = lettersIn(find)
  return letters !== null && soundsLike(title, letters)
}

const slice = 2_000
const keysHeld = 200_000
const soundKeys = new Map<string, string>()

/** Working out how a name sounds takes longer than all else of a list, and names stay. */
function soundKey(name: string, surname: boolean): string {
  const asked = surname ? `·${name}` : name
  const held = soundKeys.get(asked)
  if (held !== undefined) return held
  if (soundKeys.size >= keysHeld) soundKeys.clear()
  const key = pinyinSortKey(name, { surname })
  soundKeys.set(asked, key)
  return key
}

/** Whether a field names human beings, itself or through the record that it names: the first signs are then heard as a surname. */
function namesPeople(types: Records['engine']['types'], field: RecordField): boolean {
  if (field.kind !== 'reference') return field.identifies === true
  const target = types.get(field.to) as RecordType
  return namesPeople(types, fieldOf(target, target.title))
}

async function inOrder(
  records: Records,
  reader: Reader<unknown>,
  type: RecordType,
  rows: readonly Found[],
  question: Question,
): Promise<Found[]> {
  const field = fieldOf(type, question.sort ?? (type.naturalKey[0] as string))
  const words =
    field.kind === 'reference'
      ? await records.engine.titlesOf(
          reader,
          records.engine.types.get(field.to) as RecordType,
          rows.map((row) => row.sorted).filter((id) => id !== null),
        )
      : null
  const bySound = field.key === type.title || words !== null
  const surname = namesPeople(records.engine.types, field)
  const choices = field.kind === 'choice' ? Object.keys(field.choices) : null
  const keyed: { row: Found; key: string }[] = []
  for (const [index, row] of rows.entries()) {
    // In slices, so that nobody else waits while a whole office is put in order.
    if (index > 0 && index % slice === 0) await setImmediate()
    const shown =
      (words ? words.get(row.sorted ?? '') : field.key === type.title ? row.title : row.sorted) ?? ''
    const place = choices ? String(choices.indexOf(shown)).padStart(4, '0') : shown
    keyed.push({ row, key: bySound ? soundKey(shown, surname) : place })
  }
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.id < b.row.id ? -1 : 1))
  return (question.descending ? keyed.reverse() : keyed).map(({ row }) => row)
}

/** Records of a list in full, with what each holds on the day. */
export async function listed(
  records: Records,
  reader: Reader<unknown>,
  type: RecordType,
  page: readonly Found[],
): Promise<ListedRecord[]> {
  const stored = await records.engine.load(
    reader,
    type,
    page.map((row) => row.id),
  )
  const fields = [...type.header, ...type.attributes]
  const every = page.map((row) => {
    const record = stored.get(row.id)
    const spell = record?.spells.find(
      (candidate) =>
        candidate.from <= row.valid_from && (candidate.to === null || row.valid_from < candidate.to),
    )
    return { row, spell, version: record?.version ?? 0n, values: { ...record?.header, ...spell?.attributes } }
  })
  const shown = await showValues(
    records.engine,
    reader,
    fields,
    every.map(({ values }) => values),
  )
  return every.map(({ row, spell, version }, index) => ({
    id: row.id,
    title: row.title ?? row.keys,
    version: String(version),
    from: spell?.from ?? row.valid_from,
    to: spell?.to ?? null,
    values: shown[index] ?? {},
  }))
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor)
  throw new Refusal(
    'INVALID',
    text('翻页标记无效，请从第一页重新打开。', 'The page marker is not valid. Open the first page again.'),
    { cursor },
  )
}

/** The number of the newest change of an office. */
export async function newestChange(records: Pick<Records, 'database'>, scope: Scope): Promise<bigint> {
  return await read(records.database, scope, headOf)
}

/** The number of the newest change, in the reader's snapshot. */
export async function headOf(reader: Reader<unknown>): Promise<bigint> {
  const { rows } = await sql<{
    head: bigint
  }>`select head from platform.office where office_id = ${reader.scope.office}`.execute(reader.db)
  return rows[0]?.head ?? 0n
}
