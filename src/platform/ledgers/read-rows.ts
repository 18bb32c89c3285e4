import { setImmediate } from 'node:timers/promises'
import type { CellValue } from 'hucre/xlsx'
import type { Language, Text } from '../text.ts'
import { text } from '../text.ts'
import { type CellErrors, columnLetter, sheetError } from './cell-error.ts'
import { exampleLine, exampleMark } from './example-line.ts'
import { foldText, foldWord } from './fold.ts'
import type { Ledger, LedgerColumn } from './ledger.ts'
import { type CellContent, readCell, shownCell } from './read-cell.ts'
import { type FoundColumn, readHeadings } from './read-headings.ts'
import type { SheetContent, SheetRow } from './read-sheets.ts'
import { ownSheetNames } from './sheet-names.ts'

/** A line of a ledger as it was read. A cell that was wrong has no content here. */
export type LedgerRow = {
  readonly ledger: Ledger
  readonly sheet: string
  readonly number: number
  readonly contents: ReadonlyMap<string, CellContent>
  /** Adds an error at the cell of a column. */
  fail(key: string, message: Text): void
}

/** Which ledger a sheet is: its name says so; a file of one sheet with another name is the ledger asked for. */
export function ledgerOfSheets(
  sheets: readonly SheetContent[],
  ledgers: readonly Ledger[],
  asked: Ledger | null,
  errors: CellErrors,
): { sheet: SheetContent; ledger: Ledger }[] {
  const named = (name: string) =>
    ledgers.find((ledger) =>
      // A long export goes on in “… (2)”.
      [ledger.id, ledger.sheet.zh, ledger.sheet.en].some(
        (own) => foldWord(own) === foldWord(name.replace(/ \(\d+\)$/, '')),
      ),
    )
  const filled = sheets.filter((sheet) => sheet.rows.length > 0 && !ownSheetNames.has(foldWord(sheet.name)))
  if (filled.length === 0) errors.add(sheetError(sheets[0]?.name ?? '', 1, '', noContent))
  return filled.flatMap((sheet) => {
    const ledger = named(sheet.name) ?? (filled.length === 1 ? asked : null)
    if (ledger) return [{ sheet, ledger }]
    errors.add(sheetError(sheet.name, 1, '', unknownSheet(sheet.name, ledgers)))
    return []
  })
}

/** Reads the lines below the headings. A sheet whose headings are wrong is counted, and all of its lines are refused. */
export async function readRows(
  ledger: Ledger,
  sheet: SheetContent,
  errors: CellErrors,
  onRow: () => void,
  signal?: AbortSignal,
): Promise<{ rows: LedgerRow[]; read: number }> {
  const headings = readHeadings(ledger, sheet, errors)
  const lines = sheet.rows.filter(
    (row) => row.number > headings.row && row.values.some((value) => foldText(shownCell(value)) !== ''),
  )
  const below = lines.filter((line) => !isExample(ledger, headings.columns, line))
  const rows: LedgerRow[] = []
  if (!headings.complete) return { rows, read: below.length }
  for (const [index, line] of below.entries()) {
    if (index % 500 === 0) {
      signal?.throwIfAborted()
      await setImmediate()
    }
    rows.push(readLine(ledger, sheet.name, headings.columns, line, errors))
    onRow()
  }
  return { rows, read: below.length }
}

function readLine(
  ledger: Ledger,
  sheet: string,
  columns: readonly FoundColumn[],
  line: SheetRow,
  errors: CellErrors,
): LedgerRow {
  const contents = new Map<string, CellContent>()
  const byKey = new Map(columns.map((found) => [found.column.key, found]))
  const fail = (key: string, message: Text) => {
    const { at, heading } = byKey.get(key) as FoundColumn
    errors.add({
      sheet,
      row: line.number,
      column: columnLetter(at),
      heading,
      value: shownCell(line.values[at]),
      message,
    })
  }
  for (const { column, at } of columns) {
    const value = line.values[at]
    const marked = exampleMark(value)
    const { content, wrong } = marked ? { content: null, wrong: stillExample } : readCell(column, value)
    if (wrong) fail(column.key, wrong)
    if (!marked && (content !== null || !wrong)) contents.set(column.key, content)
  }
  return { ledger, sheet, number: line.number, contents, fail }
}

function isExample(ledger: Ledger, columns: readonly FoundColumn[], line: SheetRow): boolean {
  if (!line.values.some((value) => exampleMark(value))) return false
  const same = (column: LedgerColumn, at: number, words: ReadonlyMap<LedgerColumn, string>) =>
    sameCell(column, line.values[at], words.get(column) ?? '')
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

const noContent = text(
  '文件中没有内容。请用模板填写后再上传。',
  'The file is empty. Fill in the template and upload it.',
)
const unknownSheet = (name: string, ledgers: readonly Ledger[]) =>
  text(
    `不认识工作表“${name}”。请改名为：${ledgers.map((ledger) => ledger.sheet.zh).join('、')}之一，或者删去它。`,
    `The sheet “${name}” is no ledger. Rename it to one of: ${ledgers.map((ledger) => ledger.sheet.en).join(', ')}; or delete it.`,
  )
const stillExample = text(
  '这一行还带有示例的“例：”字样。请删去“例：”，或者删去整行。',
  'This line still carries the mark of the example, “e.g.”. Delete the mark, or the whole line.',
)
