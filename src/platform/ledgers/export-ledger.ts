import type { Reader } from '../db/transaction.ts'
import { isMasked } from '../records/record-type.ts'
import type { RecordsEngine, StoredRecord } from '../records/records-engine.ts'
import { type Language, say, text } from '../text.ts'
import type { Day } from '../values/day.ts'
import { masked } from '../values/mask.ts'
import { type CountedFile, CountedWorkbook, type ExportedBy, type Fact } from './counted-workbook.ts'
import { printHeading } from './heading-key.ts'
import { type Ledger, type LedgerColumn, numbersAmong } from './ledger.ts'
import { type Life, lastLife } from './life.ts'
import { shownValue } from './shown-value.ts'

export type ExportOptions = ExportedBy & {
  readonly language: Language
  /** Below this place; absent: everything in scope. */
  readonly node?: { readonly id: string; readonly name: string } | null
  /** Absent: every record with its last known values, which is what an import compares with. */
  readonly asOf?: Day | null
  /** The change number that the reader stands at. */
  readonly knownAt: string
  /** Personal values as they are; else they are masked, and a masked cell comes back in an import as unchanged. */
  readonly clear?: boolean
  /** For tests; a sheet of Excel takes `mostLines`. */
  readonly linesPerSheet?: number
}
/** Writes the records of a ledger into a workbook file with the template's columns. @throws Error where rows and records differ */
export async function exportLedger(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  ledger: Ledger,
  options: ExportOptions,
  path: string,
): Promise<CountedFile> {
  const { node, asOf, language, linesPerSheet } = options
  const where = { ...(node ? { node: node.id } : {}), ...(asOf ? { asOf } : {}) }
  const headings = ledger.columns.map((column) =>
    printHeading(say(column.heading, language), column.required),
  )
  const numbers = numbersAmong(ledger.columns.map((column) => column.field))
  const workbook = new CountedWorkbook({
    path,
    made: options,
    language,
    title: ledger.sheet,
    headings,
    numbers,
    linesPerSheet,
  })
  for await (const batch of engine.each(reader, ledger.type, where))
    await workbook.add(await linesOf(reader, engine, ledger, batch, options))
  return await workbook.finish(await engine.count(reader, ledger.type, where), questionOf(ledger, options))
}

async function linesOf(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  ledger: Ledger,
  records: readonly StoredRecord[],
  { asOf, language, clear }: ExportOptions,
): Promise<string[][]> {
  const lives = records.flatMap((record) => {
    const life = lastLife(ledger.type, record.events, asOf ?? undefined)
    return life ? [{ record, life }] : []
  })
  const keys = new Map<string, string>()
  for (const column of ledger.columns) {
    const { field } = column
    if (field?.kind !== 'reference') continue
    const type = engine.types.get(field.to)
    if (!type) throw new Error(`no record type ${field.to}`)
    const ids = new Set(
      lives.flatMap(({ record, life }) =>
        [stored(column, record, life)].filter((id) => typeof id === 'string'),
      ),
    )
    if (ids.size > 0) for (const [id, key] of await engine.keysOf(reader, type, [...ids])) keys.set(id, key)
  }
  return lives.map(({ record, life }) =>
    ledger.columns.map((column) => {
      const value = stored(column, record, life)
      if (column.field && isMasked(column.field) && !clear)
        return value === null ? '' : say(masked(String(value), column.field.mask), language)
      // A place or unit out of the reader's sight has no key for them: its id would say nothing.
      const shown =
        column.field?.kind === 'reference' && typeof value === 'string' ? (keys.get(value) ?? '') : value
      return shownValue(column, shown, language)
    }),
  )
}

function stored(column: LedgerColumn, record: StoredRecord, life: Life): string | boolean | null {
  switch (column.role) {
    case 'header':
      return record.header[column.key] ?? null
    case 'attribute':
      return life.attributes[column.key] ?? null
    case 'begins':
      return life.begin.onDate
    case 'ends':
      return life.end?.onDate ?? null
    case 'document':
      return life.begin.documentNo
  }
}

function questionOf(ledger: Ledger, { language, node, asOf, knownAt }: ExportOptions): Fact[] {
  const whole = text('权限范围内全部地点', 'All places in scope')
  const ever = text(
    '全部记录，含尚未生效和已撤销的，取最后的值',
    'Every record, also those not yet or no longer in force, with its last values',
  )
  return [
    [text('台账', 'Ledger'), say(ledger.sheet, language)],
    [text('地点', 'Place'), node ? node.name : say(whole, language)],
    [text('截至', 'As of'), asOf ?? say(ever, language)],
    [text('所知截至变更号', 'As known at change'), knownAt],
  ]
}
