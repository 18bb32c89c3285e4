import { type Kysely, sql } from 'kysely'
import { inWholeOffice, type Preparing, type Writer } from '../db/transaction.ts'
import type { Day } from '../values/day.ts'
import { asColumns, columnText, textOf } from './columns.ts'
import { inOrder, joined, project } from './project.ts'
import { type Derive, segmentsOf } from './segments.ts'
import type { AttributeSpell, Segment, TimelineEvent, TimelineKind } from './timeline.ts'
import { type Placement, placementsOf, type TreeNode } from './tree.ts'

type Row = Record<string, unknown>
type AnyDb = Kysely<Record<string, Row>>

/** A record as it should stand: its fixed columns and every event of its life. */
export type RecordDraft = {
  readonly id: string
  readonly header: Readonly<Record<string, string | boolean | null>>
  readonly label: string
  readonly events: readonly TimelineEvent[]
  /** Kept where only what follows from elsewhere is written anew; absent: the change's own number. */
  readonly revision?: bigint
}

export type TimelineHooks = {
  /** Called once with every spell to be cut, so that what it needs is read in one go. */
  prepare(spells: readonly Segment[], drafts: readonly RecordDraft[]): Promise<Derive>
  /** Columns of an event beyond the common ones, from the segment it made or ended. */
  eventColumns(event: TimelineEvent, segment: Segment): Record<string, string | null>
  headerColumns(last: Segment): Record<string, string | null>
}

/**
 * Writes whole records: the events as given, and the spells that follow, also of everything beneath a node that moved.
 * Only what differs is written, so the same drafts again change nothing but the revision. Returns the records whose spells changed.
 */
export async function saveRecords(
  writer: Writer<unknown>,
  kind: TimelineKind,
  drafts: readonly RecordDraft[],
  hooks: TimelineHooks,
): Promise<string[]> {
  return drafts.length === 0 ? [] : await inWholeOffice(writer, () => saveAll(writer, kind, drafts, hooks))
}

async function saveAll(
  writer: Writer<unknown>,
  kind: TimelineKind,
  drafts: readonly RecordDraft[],
  hooks: TimelineHooks,
): Promise<string[]> {
  const db = writer.db as AnyDb
  const office = writer.request.scope.office
  const { spells, labels } = projected(kind, drafts)
  const stored = await loadSpells(db, kind, office, drafts, spells, labels)
  const segments = await segmentsFor(writer, kind, drafts, spells, labels, hooks)

  await saveHeaders(writer, kind, drafts, segments, hooks)
  await saveEvents(db, kind, office, drafts, segments, hooks)
  return await saveSpells(db, kind, office, stored, segments)
}

export function projected(kind: TimelineKind, drafts: readonly RecordDraft[]) {
  return {
    spells: new Map<string, AttributeSpell[]>(drafts.map((draft) => [draft.id, project(kind, draft.events)])),
    labels: new Map(drafts.map((draft) => [draft.id, draft.label])),
  }
}

/** Cuts the spells by place in the tree and by what is derived; reads what lies outside of them. */
export async function segmentsFor(
  { db, request }: Preparing,
  kind: TimelineKind,
  drafts: readonly RecordDraft[],
  spells: ReadonlyMap<string, AttributeSpell[]>,
  labels: ReadonlyMap<string, string>,
  hooks: TimelineHooks,
): Promise<Map<string, Segment[]>> {
  const { office } = request.scope
  const placements = kind.parent ? await place(db as AnyDb, kind, office, spells, labels) : null
  const cut = [...spells].map(([id, own]) => ({
    id,
    own,
    places: placements ? (placements.get(id) ?? []) : null,
  }))
  const whole: Derive = (spell) => [{ from: spell.from, to: spell.to, columns: {} }]
  const derive = await hooks.prepare(
    cut.flatMap(({ id, own, places }) => segmentsOf(id, own, places, whole)),
    drafts,
  )
  return new Map(cut.map(({ id, own, places }) => [id, segmentsOf(id, own, places, derive)]))
}

/** Reads the stored spells of the drafts and of all that lies beneath them; adds the latter to `spells` and `labels`. */
async function loadSpells(
  db: AnyDb,
  kind: TimelineKind,
  office: number,
  drafts: readonly RecordDraft[],
  spells: Map<string, AttributeSpell[]>,
  labels: Map<string, string>,
): Promise<Map<string, Row[]>> {
  const table = sql.table(`${kind.schema}.${kind.name}_spell`)
  const ids = drafts.map((draft) => draft.id)
  const own =
    await sql<Row>`select * from ${table} where office_id = ${office} and record_id = any(${ids}::uuid[])`.execute(
      db,
    )
  const rows = [...own.rows]
  if (kind.parent && own.rows.length > 0) {
    // Whoever names it as parent on any day: while it was not in force they stood at the root, and its path does not find them.
    const below = await sql<Row>`with recursive below as (
        select s.record_id from ${table} s where s.office_id = ${office} and s.${sql.ref(kind.parent)} = any(${ids}::uuid[])
        union select s.record_id from ${table} s join below b on s.${sql.ref(kind.parent)} = b.record_id where s.office_id = ${office})
      select s.*, h.label from ${table} s
      join ${sql.table(`${kind.schema}.${kind.name}`)} h on h.office_id = s.office_id and h.id = s.record_id
      where s.office_id = ${office} and not s.record_id = any(${ids}::uuid[]) and s.record_id in (select record_id from below)`.execute(
      db,
    )
    rows.push(...below.rows)
    for (const row of below.rows) labels.set(row['record_id'] as string, row['label'] as string)
  }
  const byRecord = Map.groupBy(rows, (row) => row['record_id'] as string)
  for (const [id, group] of byRecord) {
    if (!spells.has(id)) spells.set(id, joined(group.map((row) => asSpell(kind, row)).sort(byStart)))
  }
  return byRecord
}

const byStart = (a: AttributeSpell, b: AttributeSpell) => (a.from < b.from ? -1 : 1)

export function asSpell(kind: TimelineKind, row: Row): AttributeSpell {
  const attributes = Object.fromEntries(
    kind.attributes.map((name) => [name, columnText(kind, name, row[name])]),
  )
  return { from: row['valid_from'] as Day, to: row['valid_to'] as Day | null, attributes }
}

async function place(
  db: AnyDb,
  kind: TimelineKind,
  office: number,
  spells: ReadonlyMap<string, readonly AttributeSpell[]>,
  labels: ReadonlyMap<string, string>,
): Promise<Map<string, Placement[]>> {
  const parent = kind.parent as string
  const nodes = new Map<string, TreeNode>()
  const outside = new Set<string>()
  for (const [id, own] of spells) {
    const treeSpells = own.map((s) => ({ from: s.from, to: s.to, parent: s.attributes[parent] ?? null }))
    nodes.set(id, { label: labels.get(id) as string, spells: treeSpells })
    for (const spell of treeSpells) if (spell.parent && !spells.has(spell.parent)) outside.add(spell.parent)
  }
  const settled = new Map<string, Placement[]>()
  if (outside.size > 0) {
    const found = await sql<{ record_id: string; from: Day; to: Day | null; path: string }>`
      select record_id, valid_from as "from", valid_to as "to", path from ${sql.table(`${kind.schema}.${kind.name}_spell`)}
      where office_id = ${office} and record_id = any(${[...outside]}::uuid[]) order by record_id, valid_from`.execute(
      db,
    )
    for (const [id, rows] of Map.groupBy(found.rows, (row) => row.record_id)) settled.set(id, rows)
  }
  return new Map([...nodes.keys()].map((id) => [id, placementsOf(id, nodes, settled)]))
}

async function saveHeaders(
  writer: Writer<unknown>,
  kind: TimelineKind,
  drafts: readonly RecordDraft[],
  segments: ReadonlyMap<string, readonly Segment[]>,
  hooks: TimelineHooks,
): Promise<void> {
  const office = writer.request.scope.office
  const rows = drafts.map((draft) =>
    headerRow(
      kind,
      office,
      draft,
      segments.get(draft.id) as Segment[],
      hooks,
      draft.revision ?? writer.change,
    ),
  )
  const columns = Object.keys(rows[0] as Row)
  const table = `${kind.schema}.${kind.name}`
  const updates = sql.join(
    columns
      .filter((c) => c !== 'office_id' && c !== 'id')
      .map((c) => sql`${sql.ref(c)} = excluded.${sql.ref(c)}`),
  )
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((c) => sql.ref(c)))})
    select ${sql.join(columns.map((c) => sql.ref(`r.${c}`)))} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}) r
    on conflict (office_id, id) do update set ${updates}`.execute(writer.db as AnyDb)
}

export function headerRow(
  kind: TimelineKind,
  office: number,
  draft: RecordDraft,
  segments: readonly Segment[],
  hooks: TimelineHooks,
  revision: bigint,
): Row {
  return asColumns(kind, {
    ...draft.header,
    ...(kind.parent ? { label: draft.label } : {}),
    ...hooks.headerColumns(segments.at(-1) as Segment),
    office_id: office,
    id: draft.id,
    revision: String(revision),
  })
}

export function eventRows(
  office: number,
  kind: TimelineKind,
  draft: RecordDraft,
  segments: readonly Segment[],
  hooks: TimelineHooks,
): Row[] {
  return inOrder(draft.events).map((event, index) =>
    asColumns(kind, {
      ...hooks.eventColumns(event, segmentOf(kind, segments, event)),
      office_id: office,
      id: event.id,
      record_id: draft.id,
      on_date: event.onDate,
      seq: index + 1,
      kind: event.kind,
      sets: event.sets,
      document_no: event.documentNo,
      reason: event.reason,
      deed_id: event.deedId ?? null,
    }),
  )
}

async function saveEvents(
  db: AnyDb,
  kind: TimelineKind,
  office: number,
  drafts: readonly RecordDraft[],
  segments: ReadonlyMap<string, readonly Segment[]>,
  hooks: TimelineHooks,
): Promise<void> {
  const table = sql.table(`${kind.schema}.${kind.name}_event`)
  const rows = drafts.flatMap((draft) =>
    eventRows(office, kind, draft, segments.get(draft.id) as Segment[], hooks),
  )
  const records = drafts.map((draft) => draft.id)
  const kept = rows.map((row) => row['id'])
  await sql`delete from ${table} where office_id = ${office} and record_id = any(${records}::uuid[]) and not id = any(${kept}::uuid[])`.execute(
    db,
  )
  const columns = Object.keys(rows[0] as Row)
  const updates = sql.join(
    columns
      .filter((c) => c !== 'office_id' && c !== 'id')
      .map((c) => sql`${sql.ref(c)} = excluded.${sql.ref(c)}`),
  )
  await sql`insert into ${table} (${sql.join(columns.map((c) => sql.ref(c)))})
    select ${sql.join(columns.map((c) => sql.ref(`r.${c}`)))} from json_populate_recordset(null::${table}, ${JSON.stringify(rows)}) r
    on conflict (office_id, id) do update set ${updates}`.execute(db)
}

/** The segment that an event began, or that it ended: a record may end and begin again elsewhere on one day. */
function segmentOf(kind: TimelineKind, segments: readonly Segment[], event: TimelineEvent): Segment {
  const ended = segments.findLast((s) => s.to !== null && s.to <= event.onDate)
  const inForce = segments.find((s) => s.from <= event.onDate && (s.to === null || event.onDate < s.to))
  const first = kind.effects[event.kind] === 'ends' ? (ended ?? inForce) : (inForce ?? ended)
  return first ?? (segments[0] as Segment)
}

async function saveSpells(
  db: AnyDb,
  kind: TimelineKind,
  office: number,
  stored: ReadonlyMap<string, readonly Row[]>,
  segments: ReadonlyMap<string, readonly Segment[]>,
): Promise<string[]> {
  const gone: { record: string; from: string }[] = []
  const made: Row[] = []
  for (const [id, wanted] of segments) {
    const rows = wanted.map((segment) => spellRow(kind, office, id, segment))
    const before = stored.get(id) ?? []
    const unchanged = (row: Row) =>
      before.some((old) => Object.keys(row).every((c) => textOf(old[c]) === textOf(row[c])))
    const kept = new Set(rows.filter(unchanged).map((row) => row['valid_from']))
    for (const old of before)
      if (!kept.has(old['valid_from'])) gone.push({ record: id, from: old['valid_from'] as string })
    made.push(...rows.filter((row) => !kept.has(row['valid_from'])))
  }
  const table = sql.table(`${kind.schema}.${kind.name}_spell`)
  if (gone.length > 0) {
    await sql`delete from ${table} s using unnest(${gone.map((g) => g.record)}::uuid[], ${gone.map((g) => g.from)}::date[]) as gone(record_id, valid_from)
      where s.office_id = ${office} and s.record_id = gone.record_id and s.valid_from = gone.valid_from`.execute(
      db,
    )
  }
  if (made.length > 0) {
    const columns = Object.keys(made[0] as Row)
    await sql`insert into ${table} (${sql.join(columns.map((c) => sql.ref(c)))})
      select ${sql.join(columns.map((c) => sql.ref(`r.${c}`)))} from json_populate_recordset(null::${table}, ${JSON.stringify(made)}) r`.execute(
      db,
    )
  }
  return [...new Set([...gone.map((row) => row.record), ...made.map((row) => row['record_id'] as string)])]
}

export function spellRow(kind: TimelineKind, office: number, id: string, segment: Segment): Row {
  return asColumns(kind, {
    office_id: office,
    record_id: id,
    valid_from: segment.from,
    valid_to: segment.to,
    ...segment.attributes,
    ...(kind.parent ? { path: segment.path } : {}),
    ...segment.derived,
  })
}
