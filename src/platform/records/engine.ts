import { type Kysely, sql } from 'kysely'
import type { KeyRing } from '../cipher/key-ring.ts'
import { inWholeOffice, type Preparing, type Reader, type Writer } from '../db/transaction.ts'
import { type Hierarchy, resolveNode, schemaOf, uuid } from '../figures/hierarchy.ts'
import type { Finding } from '../rules/judge.ts'
import { columnText } from '../timeline/columns.ts'
import { asSpell, type RecordDraft, saveRecords } from '../timeline/store.ts'
import { stageNew } from '../timeline/stage.ts'
import { joined } from '../timeline/project.ts'
import { titleIn } from './titles.ts'
import { subtree } from '../timeline/tree.ts'
import type { TimelineEvent, TimelineKind } from '../timeline/timeline.ts'
import type { Day } from '../values/day.ts'
import { today } from '../values/day.ts'
import type { RecordBehaviour } from './behaviour.ts'
import { textsMatch } from './texts-match.ts'
import { decipherHeaders, encipherHeaders, holdersOf } from './enciphered-values.ts'
import { judgeDrafts } from './judge-drafts.ts'
import { newLabels } from './new-labels.ts'
import { fieldOf, type RecordType, timelineOf } from './record-type.ts'
import {
  type HeaderValues,
  keyText,
  type RecordsEngine,
  type StoredRecord,
  type WantedRecord,
} from './records-engine.ts'

type Row = Record<string, unknown>
type AnyDb = Kysely<Record<string, Row>>
const batchSize = 500

/** `keys` is asked when a value is opened or closed: areas are put together before there is a database. */
export function recordsEngine(
  behaviours: readonly RecordBehaviour[],
  places: Hierarchy,
  keys: () => KeyRing,
): RecordsEngine {
  const byType = new Map(behaviours.map((behaviour) => [behaviour.type.id, behaviour]))
  const engine: RecordsEngine = {
    types: new Map(behaviours.map((behaviour) => [behaviour.type.id, behaviour.type])),
    load: (reader, type, ids) => loadRecords(keys(), reader, type, ids),
    holdersOf: (reader, type, key, values) => holdersOf(keys(), reader, type, key, values),
    findByKey,
    keysOf: (reader, type, ids) => keysOf(engine, reader, type, ids),
    titlesOf: (reader, type, ids) => titlesOf(engine, reader, type, ids),
    count: (reader, type, where) => count(byType.get(type.id) as RecordBehaviour, places, reader, where),
    each: (reader, type, where) =>
      each(keys(), byType.get(type.id) as RecordBehaviour, places, reader, where),
    save: (writer, type, wanted) =>
      save(engine, keys(), byType, byType.get(type.id) as RecordBehaviour, writer, wanted),
    stage: (preparing, type, wanted, labels, onStaged) =>
      stage(engine, keys(), byType.get(type.id) as RecordBehaviour, preparing, wanted, labels, onStaged),
    judge: (reader, type, wanted) =>
      judgeDrafts(engine, byType.get(type.id) as RecordBehaviour, reader, wanted),
    settled: async (reader, type, wanted) =>
      (await byType.get(type.id)?.settled?.(reader, wanted)) ?? new Map(),
    remove,
  }
  return engine
}

const tableOf = (type: RecordType, reader: Reader<unknown>, suffix = '') => {
  const [schema, name] = type.id.split('.') as [string, string]
  return sql.table(`${schemaOf(schema, reader.known)}.${name}${suffix}`)
}

/** A writer reads what it writes: the current rows, within its own scope. */
export const readerOf = (writer: Writer<unknown>): Reader<unknown> => ({
  scope: writer.request.scope,
  known: null,
  db: writer.db,
})

async function loadRecords(
  keys: KeyRing,
  reader: Reader<unknown>,
  type: RecordType,
  named: readonly string[],
): Promise<Map<string, StoredRecord>> {
  const stored = await loadStored(reader, type, named)
  return new Map((await decipherHeaders(keys, reader, type, stored)).map((record) => [record.id, record]))
}

/** As the tables hold them: enciphered values as the texts that they are. */
async function loadStored(
  reader: Reader<unknown>,
  type: RecordType,
  named: readonly string[],
): Promise<StoredRecord[]> {
  // What is no id names no record.
  const ids = named.filter((id) => uuid.test(id))
  const db = reader.db as AnyDb
  const office = reader.scope.office
  const headers =
    await sql<Row>`select * from ${tableOf(type, reader)} where office_id = ${office} and id = any(${ids}::uuid[])`.execute(
      db,
    )
  const events = await sql<Row>`select * from ${tableOf(type, reader, '_event')}
    where office_id = ${office} and record_id = any(${ids}::uuid[]) order by record_id, on_date, seq`.execute(
    db,
  )
  const spells = await sql<Row>`select * from ${tableOf(type, reader, '_spell')}
    where office_id = ${office} and record_id = any(${ids}::uuid[]) order by record_id, valid_from`.execute(
    db,
  )
  const eventsOf = Map.groupBy(events.rows, (row) => row['record_id'] as string)
  const spellsOf = Map.groupBy(spells.rows, (row) => row['record_id'] as string)
  const kind = timelineOf(type)
  return headers.rows.map((row) => {
    const id = row['id'] as string
    const own = (spellsOf.get(id) ?? []).map((spell) => asSpell(kind, spell))
    return {
      id,
      label: (row['label'] as string) ?? null,
      version: row['revision'] as bigint,
      header: headerOf(type, kind, row),
      events: (eventsOf.get(id) ?? []).map(asEvent),
      spells: joined(own),
    }
  })
}

function headerOf(type: RecordType, kind: TimelineKind, row: Row): HeaderValues {
  const valueOf = (key: string) =>
    typeof row[key] === 'boolean' ? row[key] : columnText(kind, key, row[key])
  return Object.fromEntries(type.header.map(({ key }) => [key, valueOf(key)]))
}

function asEvent(row: Row): TimelineEvent {
  return {
    id: row['id'] as string,
    onDate: row['on_date'] as Day,
    seq: row['seq'] as number,
    kind: row['kind'] as string,
    sets: row['sets'] as Record<string, string | null>,
    documentNo: row['document_no'] as string | null,
    reason: row['reason'] as string | null,
    deedId: row['deed_id'] as string | null,
  }
}

async function findByKey(
  reader: Reader<unknown>,
  type: RecordType,
  keys: readonly (readonly string[])[],
): Promise<Map<string, string[]>> {
  const onHeader = type.header.some((field) => field.key === type.naturalKey[0])
  const columns = type.naturalKey.map((key) => sql.ref(`t.${key}`))
  const wanted = type.naturalKey.map(
    (key, i) =>
      sql`${keys.map((parts) => parts[i] as string)}::${sql.raw(fieldOf(type, key).kind === 'reference' ? 'uuid' : 'text')}[]`,
  )
  const names = type.naturalKey.map((_, i) => sql.ref(`k${i}`))
  const { rows } = await sql<{ id: string; key: string[] }>`
    select distinct ${onHeader ? sql.ref('t.id') : sql.ref('t.record_id')} as id, array[${sql.join(names.map((n) => sql`${n}::text`))}] as key
    from unnest(${sql.join(wanted)}) as wanted(${sql.join(names)})
    join ${tableOf(type, reader, onHeader ? '' : '_spell')} t on t.office_id = ${reader.scope.office}
      and ${sql.join(
        columns.map((column, i) => sql`${column} = ${names[i]}`),
        sql` and `,
      )}`.execute(reader.db as AnyDb)
  const found = new Map<string, string[]>()
  for (const row of rows) found.set(keyText(row.key), [...(found.get(keyText(row.key)) ?? []), row.id])
  return found
}

/** The last known values of fields, header or attribute, of many records. */
async function lastValues(
  reader: Reader<unknown>,
  type: RecordType,
  ids: readonly string[],
  keys: readonly string[],
): Promise<Map<string, Row>> {
  const column = (key: string) =>
    type.header.some((field) => field.key === key) ? sql`h.${sql.ref(key)}` : sql`s.${sql.ref(key)}`
  const { rows } =
    await sql<Row>`select distinct on (h.id) h.id, ${sql.join(keys.map((key) => sql`${column(key)} as ${sql.ref(key)}`))}
    from ${tableOf(type, reader)} h join ${tableOf(type, reader, '_spell')} s on s.office_id = h.office_id and s.record_id = h.id
    where h.office_id = ${reader.scope.office} and h.id = any(${ids}::uuid[]) order by h.id, s.valid_from desc`.execute(
      reader.db as AnyDb,
    )
  return new Map(rows.map((row) => [row['id'] as string, row]))
}

async function keysOf(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  type: RecordType,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const values = await lastValues(reader, type, ids, type.naturalKey)
  const shown = new Map<string, Map<string, string>>()
  for (const key of type.naturalKey) {
    const field = fieldOf(type, key)
    if (field.kind !== 'reference') continue
    const target = engine.types.get(field.to) as RecordType
    shown.set(
      key,
      await engine.keysOf(
        reader,
        target,
        [...values.values()].map((row) => row[key] as string),
      ),
    )
  }
  const part = (row: Row, key: string) => shown.get(key)?.get(row[key] as string) ?? String(row[key])
  return new Map([...values].map(([id, row]) => [id, type.naturalKey.map((key) => part(row, key)).join(' ')]))
}

async function titlesOf(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  type: RecordType,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const values = await lastValues(reader, type, [...new Set(ids)], [type.title, ...type.naturalKey])
  const field = fieldOf(type, type.title)
  if (field.kind !== 'reference')
    return new Map(
      [...values].map(([id, row]) => [id, titleIn(type, { header: row as HeaderValues, spells: [] })]),
    )
  const target = engine.types.get(field.to) as RecordType
  const titles = await engine.titlesOf(
    reader,
    target,
    [...values.values()].map((row) => row[type.title] as string),
  )
  return new Map([...values].map(([id, row]) => [id, titles.get(row[type.title] as string) ?? '']))
}

type Where = { node?: string; asOf?: Day; texts?: string }

async function conditionsOf(
  { type, placeColumn }: RecordBehaviour,
  places: Hierarchy,
  reader: Reader<unknown>,
  where: Where,
) {
  const day = where.asOf ?? today()
  const conditions = [sql`h.office_id = ${reader.scope.office}`]
  if (where.asOf)
    conditions.push(
      sql`exists (select from ${tableOf(type, reader, '_spell')} s where s.office_id = h.office_id and s.record_id = h.id and s.valid_from <= ${day})`,
    )
  if (where.node && placeColumn) {
    const { lo, hi } = subtree((await resolveNode(reader, places, where.node, day)).path)
    conditions.push(sql`exists (select from ${tableOf(type, reader, '_spell')} s
      join ${sql.table(`${schemaOf(places.schema, reader.known)}.${places.name}_spell`)} p on p.office_id = s.office_id and p.record_id = s.${sql.ref(placeColumn)}
      where s.office_id = h.office_id and s.record_id = h.id and p.path >= ${lo} and p.path < ${hi})`)
  }
  if (where.texts !== undefined) conditions.push(textsMatch(type, reader, where.texts))
  return sql.join(conditions, sql` and `)
}

async function count(behaviour: RecordBehaviour, places: Hierarchy, reader: Reader<unknown>, where: Where) {
  const conditions = await conditionsOf(behaviour, places, reader, where)
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from ${tableOf(behaviour.type, reader)} h
    where ${conditions}`.execute(reader.db as AnyDb)
  return (rows[0] as { n: number }).n
}

let cursors = 0

async function* each(
  keys: KeyRing,
  behaviour: RecordBehaviour,
  places: Hierarchy,
  reader: Reader<unknown>,
  where: Where,
): AsyncIterable<readonly StoredRecord[]> {
  const { type } = behaviour
  const db = reader.db as AnyDb
  // The order is sorted once by the server, and stands on its disk rather than in this memory.
  const key = type.naturalKey.map((name) =>
    type.header.some((field) => field.key === name)
      ? sql`h.${sql.ref(name)}::text collate "C"`
      : sql`(select s.${sql.ref(name)}::text from ${tableOf(type, reader, '_spell')} s
          where s.office_id = h.office_id and s.record_id = h.id order by s.valid_from desc limit 1) collate "C"`,
  )
  const cursor = sql.ref(`each_${(cursors += 1)}`)
  await sql`declare ${cursor} no scroll cursor for select h.id from ${tableOf(type, reader)} h
    where ${await conditionsOf(behaviour, places, reader, where)} order by ${sql.join(key)}, h.id`.execute(db)
  try {
    for (;;) {
      const { rows } = await sql<{ id: string }>`fetch ${sql.lit(batchSize)} from ${cursor}`.execute(db)
      if (rows.length === 0) return
      const ids = rows.map((row) => row.id)
      const loaded = await loadRecords(keys, reader, type, ids)
      yield ids.map((id) => loaded.get(id) as StoredRecord)
    }
  } finally {
    await sql`close ${cursor}`.execute(db)
  }
}

type Behaviours = ReadonlyMap<string, RecordBehaviour>

async function save(
  engine: RecordsEngine,
  keys: KeyRing,
  byType: Behaviours,
  behaviour: RecordBehaviour,
  writer: Writer<unknown>,
  wanted: readonly WantedRecord[],
): Promise<Finding[]> {
  const { type } = behaviour
  const stored = await loadLabels(
    type,
    writer,
    wanted.map((record) => record.id),
  )
  // What comes back has the label that it had.
  for (const { id, label } of wanted) if (label && !stored.has(id)) stored.set(id, label)
  const fresh = type.parent ? wanted.filter((record) => !stored.has(record.id)) : []
  const labels = await newLabels(writer.db, writer.request.scope.office, type, fresh.length)
  fresh.forEach((record, index) => stored.set(record.id, labels[index] as string))
  const drafts: RecordDraft[] = wanted.map((record) => ({ ...record, label: stored.get(record.id) ?? '' }))
  const findings = await judgeDrafts(engine, behaviour, readerOf(writer), drafts)
  const { db, request } = writer
  const closed = await encipherHeaders(keys, db, request.scope.office, type, drafts)
  await saveWithFollowers(byType, behaviour, writer, closed)
  return findings
}

async function stage(
  engine: RecordsEngine,
  keys: KeyRing,
  behaviour: RecordBehaviour,
  preparing: Preparing,
  wanted: readonly WantedRecord[],
  labels: readonly string[],
  onStaged: (count: number) => void,
) {
  const { scope } = preparing.request
  const { type } = behaviour
  const drafts = wanted.map((record, index) => ({ ...record, label: labels[index] ?? '' }))
  const findings = await judgeDrafts(engine, behaviour, { scope, known: null, db: preparing.db }, drafts)
  const hooks = behaviour.hooks(preparing)
  const closed = await encipherHeaders(keys, preparing.db, scope.office, type, drafts)
  return { staged: await stageNew(preparing, timelineOf(type), closed, hooks, onStaged), findings }
}

async function remove(writer: Writer<unknown>, type: RecordType, ids: readonly string[]): Promise<void> {
  const reader = readerOf(writer)
  const among = (column: string) =>
    sql`where office_id = ${reader.scope.office} and ${sql.ref(column)} = any(${ids}::uuid[])`
  await sql`delete from ${tableOf(type, reader, '_event')} ${among('record_id')}`.execute(writer.db)
  await sql`delete from ${tableOf(type, reader, '_spell')} ${among('record_id')}`.execute(writer.db)
  await sql`delete from ${tableOf(type, reader)} ${among('id')}`.execute(writer.db)
}

/** What follows is written as it is stored: its fixed values are not opened for it. */
async function saveWithFollowers(
  byType: Behaviours,
  behaviour: RecordBehaviour,
  writer: Writer<unknown>,
  drafts: readonly RecordDraft[],
): Promise<void> {
  const touched = await saveRecords(writer, timelineOf(behaviour.type), drafts, behaviour.hooks(writer))
  if (touched.length === 0) return
  const saved = new Set(drafts.map((draft) => draft.id))
  for (const follower of byType.values()) {
    const stored = await inWholeOffice(writer, async () => {
      const ids = await followersOf(follower, writer, behaviour.type, touched)
      const own = follower === behaviour ? ids.filter((id) => !saved.has(id)) : ids
      return own.length === 0 ? [] : await loadStored(readerOf(writer), follower.type, own)
    })
    if (stored.length === 0) continue
    await saveWithFollowers(
      byType,
      follower,
      writer,
      stored.map(({ label, version, ...record }) => ({ ...record, label: label ?? '', revision: version })),
    )
  }
}

/** The records of a behaviour that name one of these in a column that they follow. */
async function followersOf(
  { type, follows = [] }: RecordBehaviour,
  writer: Writer<unknown>,
  followed: RecordType,
  ids: readonly string[],
): Promise<string[]> {
  const by = follows.filter((one) => one.type === followed.id).map((one) => sql.ref(one.by))
  if (by.length === 0) return []
  const { rows } = await sql<{
    record_id: string
  }>`select distinct record_id from ${tableOf(type, readerOf(writer), '_spell')}
    where office_id = ${writer.request.scope.office} and (${sql.join(
      by.map((column) => sql`${column} = any(${ids}::uuid[])`),
      sql` or `,
    )})`.execute(writer.db as AnyDb)
  return rows.map((row) => row.record_id)
}

async function loadLabels(
  type: RecordType,
  writer: Writer<unknown>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (!type.parent) return new Map()
  const { rows } = await sql<{
    id: string
    label: string
  }>`select id, label from ${tableOf(type, readerOf(writer))}
    where office_id = ${writer.request.scope.office} and id = any(${ids}::uuid[])`.execute(writer.db as AnyDb)
  return new Map(rows.map((row) => [row.id, row.label]))
}
