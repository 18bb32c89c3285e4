import { type Kysely, sql } from 'kysely'
import { read } from '../db/transaction.ts'
import type { RecordType } from '../records/record-type.ts'
import { type Text, text } from '../text.ts'
import type { Day } from '../values/day.ts'
import type { Cause } from './contract.ts'
import type { Figures } from './registry.ts'
import type { Asked } from './resolve.ts'

/** The two moments between which a row came, went or changed, the earlier first. */
export type Window = {
  readonly afterDay: Day
  readonly throughDay: Day
  readonly afterChange: bigint
  readonly throughChange: bigint
}

/** Why each of these records differs between the moments: changes recorded in between, and events dated in between. */
export async function causesOf(
  figures: Figures,
  asked: Asked,
  type: RecordType,
  ids: readonly string[],
  window: Window,
): Promise<Map<string, Cause[]>> {
  if (ids.length === 0) return new Map()
  return await read(figures.database, asked.scope, async ({ db }) => {
    const found = [
      ...(await recordedBetween(db as Kysely<unknown>, asked.scope.office, type, ids, window)),
      ...(await happenedBetween(db as Kysely<unknown>, asked.scope.office, type, ids, window)),
    ]
    return new Map(
      [...Map.groupBy(found, (row) => row.id)].map(([id, rows]) => [id, rows.map((row) => row.cause)]),
    )
  })
}

type Found = { id: string; cause: Cause }
type ChangeRow = {
  id: string
  change_no: bigint
  recorded_at: string
  kind: Cause['kind']
  actor_name: string
  reason: string | null
}

/** Every write of a record moves its header, so the header's versions are the record's changes. */
async function recordedBetween(
  db: Kysely<unknown>,
  office: number,
  type: RecordType,
  ids: readonly string[],
  window: Window,
): Promise<Found[]> {
  const [schema, name] = type.id.split('.') as [string, string]
  return await changesTouching(
    db,
    office,
    sql.table(`${schema}.${name}`),
    sql.table(`${schema}_history.${name}`),
    'id',
    ids,
    window,
  )
}

/** Changes of other records from which a record's spells were derived anew. */
export async function derivedBetween(
  figures: Figures,
  asked: Asked,
  type: RecordType,
  ids: readonly string[],
  window: Window,
): Promise<Map<string, Cause[]>> {
  const [schema, name] = type.id.split('.') as [string, string]
  return await read(figures.database, asked.scope, async ({ db }) => {
    const spells = [
      sql.table(`${schema}.${name}_spell`),
      sql.table(`${schema}_history.${name}_spell`),
    ] as const
    const found = await changesTouching(
      db as Kysely<unknown>,
      asked.scope.office,
      ...spells,
      'record_id',
      ids,
      window,
    )
    return new Map(
      [...Map.groupBy(found, (row) => row.id)].map(([id, rows]) => [id, rows.map((row) => row.cause)]),
    )
  })
}

type Table = ReturnType<typeof sql.table>

async function changesTouching(
  db: Kysely<unknown>,
  office: number,
  current: Table,
  past: Table,
  column: string,
  ids: readonly string[],
  window: Window,
): Promise<Found[]> {
  const id = sql.ref(column)
  const own = sql`where office_id = ${office} and ${id} = any(${ids}::uuid[])`
  const { rows } =
    await sql<ChangeRow>`select t.id, c.change_no, c.recorded_at, c.kind, c.actor_name, c.reason from (
      select ${id} as id, known_from as n from ${current} ${own} union select ${id}, known_from from ${past} ${own} union select ${id}, known_to from ${past} ${own}) t
    join platform.change c on c.office_id = ${office} and c.change_no = t.n
    where t.n > ${window.afterChange} and t.n <= ${window.throughChange} order by t.n`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    cause: {
      kind: row.kind,
      words: changeWords[row.kind] ?? (changeWords['event'] as Text),
      onDate: null,
      documentNo: null,
      change: String(row.change_no),
      recordedAt: row.recorded_at,
      actor: row.actor_name,
      reason: row.reason,
    },
  }))
}

type EventRow = {
  id: string
  kind: string
  on_date: Day
  document_no: string | null
  reason: string | null
  known_from: bigint
  recorded_at: string
  actor_name: string
}

/** Events dated in between, as known at either moment or between them: one that was corrected away since was a cause then. */
async function happenedBetween(
  db: Kysely<unknown>,
  office: number,
  type: RecordType,
  ids: readonly string[],
  window: Window,
): Promise<Found[]> {
  const [schema, name] = type.id.split('.') as [string, string]
  const columns = sql`office_id, id, record_id, kind, on_date, seq, document_no, reason, known_from`
  const { rows } =
    await sql<EventRow>`select distinct on (e.on_date, e.seq, e.id) e.record_id as id, e.kind, e.on_date, e.document_no, e.reason, e.known_from, c.recorded_at, c.actor_name
    from (select ${columns}, null::bigint as known_to from ${sql.table(`${schema}.${name}_event`)}
      union all select ${columns}, known_to from ${sql.table(`${schema}_history.${name}_event`)}) e
    join platform.change c on c.office_id = e.office_id and c.change_no = e.known_from
    where e.office_id = ${office} and e.record_id = any(${ids}::uuid[]) and e.on_date > ${window.afterDay} and e.on_date <= ${window.throughDay}
      and e.known_from <= ${window.throughChange} and (e.known_to is null or e.known_to > ${window.afterChange})
    order by e.on_date, e.seq, e.id, e.known_from`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    cause: {
      kind: 'event',
      words: type.acts.find((act) => act.kind === row.kind)?.label ?? text(row.kind, row.kind),
      onDate: row.on_date,
      documentNo: row.document_no,
      change: String(row.known_from),
      recordedAt: row.recorded_at,
      actor: row.actor_name,
      reason: row.reason,
    },
  }))
}

const changeWords: Readonly<Partial<Record<Cause['kind'], Text>>> = {
  event: text('补录或登记了变更', 'An event was recorded'),
  correction: text('更正', 'Corrected'),
  import: text('导入', 'Imported'),
  erasure: text('清除个人信息', 'Personal values erased'),
  setup: text('系统初始化', 'Set up'),
}

export const placeMoved: Text = text('所在地点的隶属有变动', 'Its place moved in the tree')
export const unknownCause: Text = text('没有找到直接原因', 'No direct cause was found')
