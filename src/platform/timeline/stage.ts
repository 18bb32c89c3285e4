import { type Kysely, sql } from 'kysely'
import { inWholeOffice, type Preparing, type Writer } from '../db/transaction.ts'
import {
  eventRows,
  headerRow,
  projected,
  type RecordDraft,
  segmentsFor,
  spellRow,
  type TimelineHooks,
} from './store.ts'
import type { Segment, TimelineKind } from './timeline.ts'

type Row = Record<string, unknown>
const together = 1_000
/** From how many new records on a table is counted anew. */
const many = 1_000
const suffixes = ['', '_event', '_spell'] as const
type Suffix = (typeof suffixes)[number]

/** New records that lie ready in temporary tables, with all that follows from them; only the change number is missing. */
export type StagedRecords = {
  readonly kind: TimelineKind
  readonly columns: Readonly<Record<Suffix, readonly string[]>>
  readonly count: number
}

/**
 * Works out everything of new records and lays it into temporary tables, without the head lock: nothing of it is seen by anybody.
 * Parents may be among them. @throws Refusal INVALID as `saveRecords`
 */
export async function stageNew(
  preparing: Preparing,
  kind: TimelineKind,
  drafts: readonly RecordDraft[],
  hooks: TimelineHooks,
  onStaged: (count: number) => void,
): Promise<StagedRecords> {
  return await inWholeOffice(preparing, async () => {
    const { office } = preparing.request.scope
    const { spells, labels } = projected(kind, drafts)
    const segments = await segmentsFor(preparing, kind, drafts, spells, labels, hooks)
    const columns: Record<Suffix, string[]> = { '': [], _event: [], _spell: [] }
    // The next rows are worked out while the server takes the ones before.
    let laid: Promise<unknown> = Promise.resolve()
    for (let from = 0; from < drafts.length; from += together) {
      const batch = drafts.slice(from, from + together)
      const own = (draft: RecordDraft) => segments.get(draft.id) as Segment[]
      const rows: Record<Suffix, Row[]> = {
        '': batch.map((draft) => headerRow(kind, office, draft, own(draft), hooks, 0n)),
        _event: batch.flatMap((draft) => eventRows(office, kind, draft, own(draft), hooks)),
        _spell: batch.flatMap((draft) =>
          own(draft).map((segment) => spellRow(kind, office, draft.id, segment)),
        ),
      }
      for (const { id } of batch) segments.delete(id)
      if (from === 0)
        for (const suffix of suffixes) {
          columns[suffix] = Object.keys(rows[suffix][0] as Row)
          await makeTable(preparing.db, kind, suffix, columns[suffix])
        }
      const [header, event, spell] = suffixes.map((suffix) =>
        laying(kind, suffix, columns[suffix], rows[suffix]),
      )
      await laid
      laid = sql`with header as (${header}), event as (${event}) ${spell}`.execute(preparing.db)
      laid.catch(() => undefined)
      onStaged(batch.length)
    }
    await laid
    return { kind, columns, count: drafts.length }
  })
}

const laying = (kind: TimelineKind, suffix: Suffix, columns: readonly string[], rows: readonly Row[]) =>
  sql`insert into ${stageOf(kind, suffix)} (${names(columns)})
    select ${names(columns)} from json_populate_recordset(null::${tableOf(kind, suffix)}, ${JSON.stringify(rows)})`

/** Puts staged records into their tables: one statement each, under the lock. */
export async function insertStaged(
  writer: Writer<unknown>,
  { kind, columns, count }: StagedRecords,
): Promise<void> {
  await inWholeOffice(writer, async () => {
    for (const suffix of suffixes) {
      const values = columns[suffix].map((column) =>
        column === 'revision' ? sql`${writer.change}::bigint` : sql.ref(column),
      )
      await sql`insert into ${tableOf(kind, suffix)} (${names(columns[suffix])})
        select ${sql.join(values)} from ${stageOf(kind, suffix)}`.execute(writer.db)
    }
    // Else a vacuum meanwhile leaves the keys that refer to it a plan for an empty table: minutes for 100 000 rows.
    if (count >= many)
      await sql`select platform.count_anew(${`${kind.schema}.${kind.name}`}::regclass)`.execute(writer.db)
  })
}

async function makeTable(
  db: Kysely<unknown>,
  kind: TimelineKind,
  suffix: Suffix,
  columns: readonly string[],
): Promise<void> {
  const stage = stageOf(kind, suffix)
  await sql`drop table if exists ${stage}`.execute(db)
  await sql`create temporary table ${stage} on commit drop as
    select ${names(columns)} from ${tableOf(kind, suffix)} limit 0`.execute(db)
}

const tableOf = ({ schema, name }: TimelineKind, suffix: Suffix) => sql.table(`${schema}.${name}${suffix}`)
const stageOf = ({ name }: TimelineKind, suffix: Suffix) => sql.table(`pg_temp.staged_${name}${suffix}`)
const names = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)))
