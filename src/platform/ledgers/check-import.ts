import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Database } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import { type Reader, read } from '../db/transaction.ts'
import { isMasked, type RecordField } from '../records/record-type.ts'
import type { RecordsEngine, StoredRecord, WantedRecord } from '../records/records-engine.ts'
import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import { type Day, today } from '../values/day.ts'
import { masked } from '../values/mask.ts'
import { CellErrors } from './cell-error.ts'
import type { ImportJob } from './contract.ts'
import { inReferenceOrder, KeyBook, type Lookups } from './keys.ts'
import { columnOf, type Ledger, type LedgerColumn } from './ledger.ts'
import { type Change, type Plan, planNew, planStored, type Said } from './plan-row.ts'
import type { LedgerRow } from './read-rows.ts'
import { LayoutMemory } from './reading/layout-memory.ts'
import type { SheetAnswer, SheetMapping } from './reading/mapping.ts'
import type { WorkbookFile } from './reading/open-workbook.ts'
import { type LedgersRead, readLedgers } from './reading/read-ledgers.ts'
import { References } from './references.ts'
import { shownValue } from './shown-value.ts'

export type CheckOptions = {
  readonly files: readonly WorkbookFile[]
  readonly ledgers: readonly Ledger[]
  /** Reading is the first half of the rows handled, comparing the second. */
  readonly onProgress?: (handled: number, total: number) => void
  /** The ledger of a file whose only sheet does not name one. */
  readonly asked?: Ledger | null
  readonly changesOn?: Day | null
  /** What a person said of the columns; `ask`: one can be asked where headings are not a ledger's. */
  readonly answers?: readonly SheetAnswer[]
  readonly ask?: boolean
  readonly signal?: AbortSignal
}

type Counts = ImportJob['counts']
export type Preview = ImportJob['preview'][number]

/** A workbook that was read against the records: what it would do, and what it was compared with. */
export type CheckedImport = {
  readonly counts: Counts
  /** Lines that are no records, and what a clerk must know of the reading. */
  readonly passedOver: number
  readonly notices: readonly Text[]
  readonly mappings: readonly SheetMapping[]
  readonly errors: CellErrors
  readonly preview: readonly Preview[]
  /** In the order in which they can be written. */
  readonly steps: readonly {
    readonly ledger: Ledger
    readonly create: readonly WantedRecord[]
    readonly update: readonly WantedRecord[]
  }[]
  /** Where a record stands in the workbook. */
  readonly rowOf: ReadonlyMap<string, Pick<LedgerRow, 'sheet' | 'number'>>
  readonly lookups: Lookups
  /** Record type → id → version of every stored record that the workbook names. */
  readonly versions: ReadonlyMap<string, ReadonlyMap<string, bigint>>
  readonly ledgersFound: readonly Ledger[]
  /** The files by which a second import of the same ones is noticed. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
}

const together = 500
const previewed = 500

/**
 * Reads and compares a workbook, in one snapshot and without the head lock. Writes nothing.
 * @throws MappingWanted where `ask` is set and a person must say which columns are which
 */
export async function checkImport(
  database: Database,
  engine: RecordsEngine,
  scope: Scope,
  options: CheckOptions,
): Promise<CheckedImport> {
  const { changesOn } = options
  if (changesOn && changesOn > today()) throw new Refusal('INVALID', inFuture(changesOn), { changesOn })
  const errors = new CellErrors()
  const found = await readFiles(database, scope, options, errors)
  return await read<unknown, CheckedImport>(database, scope, (reader) =>
    compare(reader, engine, options, found, errors),
  )
}

async function readFiles(
  database: Database,
  scope: Scope,
  options: CheckOptions,
  errors: CellErrors,
): Promise<LedgersRead> {
  const memory = new LayoutMemory(database, scope)
  let handled = 0
  return await readLedgers(
    {
      ...options,
      asked: options.asked ?? null,
      confirmed: (ledger, layout) => memory.find(ledger, layout),
      onRow: (total) => {
        handled += 1
        if (handled % 200 === 0) options.onProgress?.(Math.floor(handled / 2), total)
      },
    },
    errors,
  )
}

async function compare(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  options: CheckOptions,
  { byLedger, read: readCount, passedOver, notices, mappings }: LedgersRead,
  errors: CellErrors,
): Promise<CheckedImport> {
  const book = new KeyBook(reader, engine)
  const references = new References(engine, options.ledgers, book)
  const ordered = inReferenceOrder([...byLedger.keys()])
  for (const ledger of ordered) references.announce(ledger, byLedger.get(ledger) as LedgerRow[])
  const identified = new Map<LedgerRow, { id: string; stored: boolean }>()
  for (const ledger of ordered)
    for (const [row, found] of await references.identify(ledger)) identified.set(row, found)

  const counts: Counts = { read: readCount, created: 0, updated: 0, unchanged: 0, refused: 0 }
  const versions = new Map<string, Map<string, bigint>>()
  const rowOf = new Map<string, Pick<LedgerRow, 'sheet' | 'number'>>()
  const previews: { row: LedgerRow; outcome: Preview['outcome']; changes: readonly Change[] }[] = []
  const steps: CheckedImport['steps'][number][] = []
  let handled = 0
  for (const ledger of ordered) {
    const rows = byLedger.get(ledger) as LedgerRow[]
    const create: WantedRecord[] = []
    const update: WantedRecord[] = []
    const seen = new Map<string, bigint>()
    versions.set(ledger.type.id, seen)
    for (let from = 0; from < rows.length; from += together) {
      options.signal?.throwIfAborted()
      await setImmediate()
      const batch = rows.slice(from, from + together)
      await references.prepare(batch.flatMap(wantedReferences))
      const ids = batch.flatMap((row) =>
        identified.get(row)?.stored ? [(identified.get(row) as { id: string }).id] : [],
      )
      const stored =
        ids.length > 0 ? await engine.load(reader, ledger.type, ids) : new Map<string, StoredRecord>()
      for (const record of stored.values()) seen.set(record.id, record.version)
      const plans = batch.map((row) => ({
        row,
        plan: planOf(row, identified.get(row), stored, references, options.changesOn ?? null, errors),
      }))
      const wanted = plans.flatMap(({ plan }) => (typeof plan === 'string' ? [] : [plan.wanted]))
      const settled = await engine.settled(reader, ledger.type, wanted)
      for (const { row, plan } of plans) {
        if (plan === 'refused') continue
        if (plan === 'unchanged') {
          counts.unchanged += 1
          continue
        }
        const why = settled.get(plan.wanted.id)
        if (why) {
          row.fail(ledger.type.naturalKey[0] as string, why)
          continue
        }
        const outcome = stored.has(plan.wanted.id) ? 'updated' : 'created'
        counts[outcome] += 1
        ;(outcome === 'created' ? create : update).push(plan.wanted)
        rowOf.set(plan.wanted.id, { sheet: row.sheet, number: row.number })
        previews.push({ row, outcome, changes: plan.changes })
      }
      handled += batch.length
      options.onProgress?.(Math.floor((readCount + handled) / 2), readCount)
    }
    steps.push({ ledger, create, update })
  }
  counts.refused = counts.read - counts.created - counts.updated - counts.unchanged
  const preview = await previewOf(reader, engine, previews)
  const files = options.files.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) }))
  return {
    counts,
    passedOver,
    notices,
    mappings,
    errors,
    preview,
    steps,
    rowOf,
    lookups: book.lookups,
    versions,
    ledgersFound: ordered,
    files,
  }
}

function planOf(
  row: LedgerRow,
  found: { id: string; stored: boolean } | undefined,
  stored: ReadonlyMap<string, StoredRecord>,
  references: References,
  changesOn: Day | null,
  errors: CellErrors,
): Plan | 'unchanged' | 'refused' {
  const said = saidBy(row, references)
  if (!found || !said || errors.refuses(row.sheet, row.number)) return 'refused'
  const fail: LedgerRow['fail'] = (key, message) => row.fail(key, message)
  const record = stored.get(found.id)
  const plan = record
    ? planStored(row.ledger, record, said, changesOn, fail)
    : planNew(row.ledger, found.id, said, fail)
  if (plan) return plan
  return errors.refuses(row.sheet, row.number) ? 'refused' : 'unchanged'
}

function wantedReferences(row: LedgerRow): { to: string; written: string }[] {
  return row.ledger.columns.flatMap(({ key, field }) => {
    const written = row.contents.get(key)
    return field?.kind === 'reference' && typeof written === 'string' ? [{ to: field.to, written }] : []
  })
}

/** What a line says, its references as ids; null where a cell could not be read. */
function saidBy(row: LedgerRow, references: References): Said | null {
  const header: Record<string, string | boolean | null | undefined> = {}
  const attributes: Record<string, string | null | undefined> = {}
  let whole = true
  for (const column of row.ledger.columns) {
    const content = row.contents.get(column.key)
    if (content === undefined && !row.absent.has(column.key)) whole = false
    if (!column.field || content === undefined) continue
    const value = valueOf(row, column.key, column.field, content, references)
    if (value === WRONG) whole = false
    else if (column.role === 'header') header[column.key] = value
    else attributes[column.key] = typeof value === 'boolean' ? String(value) : value
  }
  if (!whole) return null
  const day = (key: string) => row.contents.get(key) as Day | null | undefined
  const document = row.contents.get('document') as string | null | undefined
  return { header, attributes, begins: day('begins') as Day, ends: day('ends'), document }
}

const WRONG = Symbol('wrong')

function valueOf(
  row: LedgerRow,
  key: string,
  field: RecordField,
  content: string | boolean | null,
  references: References,
) {
  // An empty personal cell says nothing: an export leaves them out, and only an erasure empties them.
  if (isMasked(field) && content === null) return undefined
  if (field.kind !== 'reference' || typeof content !== 'string') return content
  const resolved = references.resolve(field.to, content)
  if ('id' in resolved) return resolved.id
  row.fail(key, resolved.wrong)
  return WRONG
}

async function previewOf(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  all: readonly { row: LedgerRow; outcome: Preview['outcome']; changes: readonly Change[] }[],
): Promise<Preview[]> {
  const first = [
    ...all.filter((one) => one.outcome === 'updated'),
    ...all.filter((one) => one.outcome === 'created'),
  ].slice(0, previewed)
  const ids = new Map<string, Set<string>>()
  for (const { row, changes } of first) {
    for (const { key, before } of changes) {
      const field = columnOf(row.ledger, key).field
      if (field?.kind === 'reference' && typeof before === 'string')
        ids.set(field.to, (ids.get(field.to) ?? new Set()).add(before))
    }
  }
  const keys = new Map<string, string>()
  for (const [to, wanted] of ids) {
    const type = engine.types.get(to)
    if (type) for (const [id, key] of await engine.keysOf(reader, type, [...wanted])) keys.set(id, key)
  }
  return first.map(({ row, outcome, changes }) => ({
    sheet: row.sheet,
    row: row.number,
    outcome,
    title: String(row.contents.get(row.ledger.type.title) ?? ''),
    changes: changes.map(({ key, before, after }) => {
      const column = columnOf(row.ledger, key)
      const written = row.contents.get(key)
      const reference = column.field?.kind === 'reference'
      return {
        field: column.heading,
        before: shownOrMasked(
          column,
          reference && before !== null ? (keys.get(String(before)) ?? '') : before,
        ),
        after: shownOrMasked(column, reference && after !== null ? String(written) : after),
      }
    }),
  }))
}

function shownOrMasked(column: LedgerColumn, value: string | boolean | null): string | null {
  if (value === null) return null
  const { field } = column
  return field && isMasked(field) ? masked(String(value), field.mask).zh : shownValue(column, value, 'zh')
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const inFuture = (day: Day) =>
  text(`变更日期${day}还没有到。`, `The day of the changes, ${day}, has not come yet.`)
