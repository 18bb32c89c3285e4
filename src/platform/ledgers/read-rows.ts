import { setImmediate } from 'node:timers/promises'
import type { CellValue } from 'hucre/xlsx'
import { isMasked } from '../records/record-type.ts'
import type { Language, Text } from '../text.ts'
import { text } from '../text.ts'
import { looksMasked } from '../values/mask.ts'
import { type CellErrors, columnLetter } from './cell-error.ts'
import { exampleLine, exampleMark } from './example-line.ts'
import { foldText } from './fold.ts'
import { columnOf, type Ledger, type LedgerColumn } from './ledger.ts'
import { type CellContent, type ReadCell, readCell, shownCell } from './read-cell.ts'
import type { FoundColumn, FoundHeadings } from './reading/exact-headings.ts'
import { FillDown } from './reading/fill-down.ts'
import type { FrameRow, SheetFacts } from './reading/frame.ts'
import { filledCells, passedLines } from './reading/reading-words.ts'
import { type PassedKind, RowKinds } from './reading/row-kind.ts'
import type { SheetTop } from './reading/sheet-top.ts'

/** A line of a ledger as it was read. A cell that was wrong has no content here. */
export type LedgerRow = {
  readonly ledger: Ledger
  readonly sheet: string
  readonly number: number
  readonly contents: ReadonlyMap<string, CellContent>
  /** The columns that its sheet does not have: the line says nothing of them. */
  readonly absent: ReadonlySet<string>
  /** Adds an error at the cell of a column. */
  fail(key: string, message: Text): void
}

export type SheetToRead = {
  readonly ledger: Ledger
  readonly facts: SheetFacts
  readonly headings: FoundHeadings
  readonly top: SheetTop
}
type RowsRead = {
  readonly rows: LedgerRow[]
  readonly read: number
  readonly passedOver: number
  readonly notices: readonly Text[]
}

/** Reads the lines below the headings as they come. A sheet whose headings are wrong is counted, and all of its lines are refused. */
export async function readRows(
  { ledger, facts, headings, top }: SheetToRead,
  lines: AsyncIterable<FrameRow>,
  errors: CellErrors,
  onRow: () => void,
  signal?: AbortSignal,
): Promise<RowsRead> {
  const { columns, complete } = headings
  const here = new Set(columns.map(({ column }) => column.key))
  const absent = new Set(ledger.columns.map(({ key }) => key).filter((key) => !here.has(key)))
  const rows: LedgerRow[] = []
  const passed: Record<PassedKind, number[]> = { total: [], note: [], headings: [] }
  const fill = new FillDown(facts.merges, top.row)
  let kinds = new RowKinds([])
  let read = 0
  let seen = 0
  for await (const [number, given] of lines) {
    seen += 1
    if (seen % 500 === 0) {
      signal?.throwIfAborted()
      await setImmediate()
    }
    const values = fill.take(number, given)
    if (number === top.row) kinds = new RowKinds(values)
    if (number <= top.row || values.every((value) => foldText(shownCell(value)) === '')) continue
    if (isExample(ledger, columns, values)) continue
    const kind = kinds.kindOf(values)
    if (kind) {
      passed[kind].push(number)
      continue
    }
    read += 1
    onRow()
    if (complete) rows.push(readLine(ledger, facts.name, columns, absent, number, values, errors))
  }
  const told = Object.entries(passed).filter(([, numbers]) => numbers.length > 0)
  return {
    rows,
    read,
    passedOver: told.reduce((sum, [, numbers]) => sum + numbers.length, 0),
    notices: [
      ...told.map(([kind, numbers]) => passedLines(facts.name, kind as PassedKind, numbers)),
      ...(fill.filled > 0 ? [filledCells(facts.name, fill.filled)] : []),
    ],
  }
}

function readLine(
  ledger: Ledger,
  sheet: string,
  columns: readonly FoundColumn[],
  absent: ReadonlySet<string>,
  number: number,
  values: readonly CellValue[],
  errors: CellErrors,
): LedgerRow {
  const contents = new Map<string, CellContent>()
  const fail = (key: string, message: Text) => {
    const found = columns.find(({ column }) => column.key === key)
    errors.add({
      sheet,
      row: number,
      column: found ? columnLetter(found.at) : '',
      heading: found?.heading ?? columnOf(ledger, key).heading.zh,
      value: found ? shownCell(values[found.at]) : '',
      message,
    })
  }
  for (const { column, at } of columns) {
    const value = values[at]
    const marked = exampleMark(value)
    const { content, wrong } = marked ? { content: null, wrong: stillExample } : readOrKeep(column, value)
    if (wrong) fail(column.key, wrong)
    if (!marked && (content !== null || !wrong)) contents.set(column.key, content)
  }
  return { ledger, sheet, number, contents, absent, fail }
}

/** A masked cell of an export comes back as it is: what it means depends on the record. */
function readOrKeep(column: LedgerColumn, value: CellValue | undefined): ReadCell {
  const shown = shownCell(value).trim()
  const kept = column.field && isMasked(column.field) && looksMasked(shown)
  return kept ? { content: shown, wrong: null } : readCell(column, value)
}

function isExample(ledger: Ledger, columns: readonly FoundColumn[], values: readonly CellValue[]): boolean {
  if (!values.some((value) => exampleMark(value))) return false
  const same = (column: LedgerColumn, at: number, words: ReadonlyMap<LedgerColumn, string>) =>
    sameCell(column, values[at], words.get(column) ?? '')
  return (['zh', 'en'] satisfies Language[]).some((language) => {
    const words = new Map(
      exampleLine(ledger, language).map((value, index) => [ledger.columns[index] as LedgerColumn, value]),
    )
    return columns.every(({ column, at }) => same(column, at, words))
  })
}

function sameCell(column: LedgerColumn, value: CellValue | undefined, example: string): boolean {
  return column.fold(shownCell(value)) === column.fold(example)
}

const stillExample = text(
  '这一行还带有示例的“例：”字样。请删去“例：”，或者删去整行。',
  'This line still carries the mark of the example, “e.g.”. Delete the mark, or the whole line.',
)
