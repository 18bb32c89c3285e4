import { createHash } from 'node:crypto'
import type { Reader } from '../db/transaction.ts'
import type { RecordsEngine, StoredRecord } from '../records/records-engine.ts'
import { type Language, say, type Text, text } from '../text.ts'
import type { Day } from '../values/day.ts'
import { printHeading } from './heading-key.ts'
import type { Ledger, LedgerColumn } from './ledger.ts'
import { type Life, lastLife } from './life.ts'
import { coverSheet } from './sheet-names.ts'
import { shownValue } from './shown-value.ts'
import { WorkbookFileWriter } from './workbook-file-writer.ts'

export type ExportOptions = {
  readonly language: Language
  /** Below this place; absent: everything in scope. */
  readonly node?: { readonly id: string; readonly name: string } | null
  /** Absent: every record with its last known values, which is what an import compares with. */
  readonly asOf?: Day | null
  /** The change number that the reader stands at. */
  readonly knownAt: string
  readonly office: Text
  readonly by: string
  readonly on: Day
  /** Personal values are left out unless the caller may see them. */
  readonly personal?: boolean
  /** For tests; a sheet of Excel takes `mostLines`. */
  readonly linesPerSheet?: number
}
export type ExportedLedger = { readonly rows: number; readonly digest: string; readonly sheets: number }

/** Excel takes 1 048 576 lines in a sheet, the headings among them. */
const mostLines = 1_048_575

/**
 * Writes the records of a ledger into a workbook file, a batch at a time, so that memory does not grow with their number: a cover with
 * the question as resolved, the row count and the SHA-256 of the values, then the ledger with the template's columns, in as many
 * sheets as it takes. Every cell is text.
 * @throws Error where the rows are not as many as the records
 */
export async function exportLedger(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  ledger: Ledger,
  options: ExportOptions,
  path: string,
): Promise<ExportedLedger> {
  const { node, asOf, language, linesPerSheet = mostLines } = options
  const where = { ...(node ? { node: node.id } : {}), ...(asOf ? { asOf } : {}) }
  const workbook = new WorkbookFileWriter(path, say(coverSheet, language))
  const hash = createHash('sha256')
  let rows = 0
  const newSheet = () => {
    const nth = Math.floor(rows / linesPerSheet) + 1
    workbook.beginSheet(
      `${say(ledger.sheet, language)}${nth > 1 ? ` (${nth})` : ''}`,
      headingsOf(ledger, language),
    )
  }
  newSheet()
  for await (const batch of engine.each(reader, ledger.type, where)) {
    for (const line of await linesOf(reader, engine, ledger, batch, options)) {
      if (rows > 0 && rows % linesPerSheet === 0) newSheet()
      workbook.addLine(line)
      hash.update(digestLine(line))
      rows += 1
    }
    await workbook.drained()
  }
  const expected = await engine.count(reader, ledger.type, where)
  if (rows !== expected) throw new Error(`${ledger.id}: ${expected} records gave ${rows} lines`)
  const digest = hash.digest('hex')
  const sheets = Math.max(1, Math.ceil(rows / linesPerSheet))
  await workbook.finish(say(ledger.sheet, language), cover(ledger, options, { rows, digest, sheets }))
  return { rows, digest, sheets }
}

const headingsOf = (ledger: Ledger, language: Language) =>
  ledger.columns.map((column) => printHeading(say(column.heading, language), column.required))

const digestLine = (line: readonly string[]) => `${JSON.stringify(line)}\n`

/** SHA-256 over one line of JSON for each row, in the order of the sheet. */
export function digestOf(lines: readonly (readonly string[])[]): string {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(digestLine(line))
  return hash.digest('hex')
}

async function linesOf(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  ledger: Ledger,
  records: readonly StoredRecord[],
  { asOf, language, personal }: ExportOptions,
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
      if (column.field?.personal && !personal) return ''
      const value = stored(column, record, life)
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

function cover(ledger: Ledger, options: ExportOptions, counted: ExportedLedger): [string, string][] {
  const { language, node, asOf } = options
  const whole = text('权限范围内全部地点', 'All places in scope')
  const ever = text(
    '全部记录，含尚未生效和已撤销的，取最后的值',
    'Every record, also those not yet or no longer in force, with its last values',
  )
  const facts: [Text, string][] = [
    [text('单位', 'Office'), say(options.office, language)],
    [text('台账', 'Ledger'), say(ledger.sheet, language)],
    [text('地点', 'Place'), node ? node.name : say(whole, language)],
    [text('截至', 'As of'), asOf ?? say(ever, language)],
    [text('所知截至变更号', 'As known at change'), options.knownAt],
    [text('行数', 'Rows'), String(counted.rows)],
    ...(counted.sheets > 1
      ? [[text('工作表数', 'Sheets'), String(counted.sheets)] satisfies [Text, string]]
      : []),
    [text('内容校验（SHA-256）', 'Digest of the values (SHA-256)'), counted.digest],
    [text('导出人', 'Exported by'), options.by],
    [text('导出日期', 'Exported on'), options.on],
  ]
  return facts.map(([label, value]) => [say(label, language), value])
}
