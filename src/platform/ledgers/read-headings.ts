import { text } from '../text.ts'
import { type CellErrors, columnLetter, sheetError } from './cell-error.ts'
import { headingKey } from './heading-key.ts'
import type { Ledger, LedgerColumn } from './ledger.ts'
import type { SheetContent, SheetRow } from './read-sheets.ts'

/** Where each column of a ledger stands in a sheet. `at` counts from 0. */
export type FoundColumn = { readonly column: LedgerColumn; readonly at: number; readonly heading: string }
export type FoundHeadings = {
  readonly row: number
  readonly columns: readonly FoundColumn[]
  readonly complete: boolean
}

/** A title, a date or a blank line may stand above the headings. */
const searched = 10

/** Finds the heading line: the one of the first lines that knows most headings. Reports what is missing, unknown or double. */
export function readHeadings(ledger: Ledger, sheet: SheetContent, errors: CellErrors): FoundHeadings {
  const byKey = new Map(
    ledger.columns.flatMap((column) =>
      [column.heading.zh, column.heading.en].map((words) => [headingKey(words), column]),
    ),
  )
  const known = (row: SheetRow) =>
    row.values.filter((value) => typeof value === 'string' && byKey.has(headingKey(value))).length
  const candidates = sheet.rows.slice(0, searched)
  const best = candidates.reduce<SheetRow | undefined>(
    (top, row) => (known(row) > (top ? known(top) : 0) ? row : top),
    undefined,
  )
  if (!best) {
    const wanted = ledger.columns.map((column) => column.heading)
    const message = text(
      `前${searched}行中找不到表头。表头应为：${wanted.map((words) => words.zh).join('、')}。请用模板填写。`,
      `No headings in the first ${searched} lines. They should be: ${wanted.map((words) => words.en).join(', ')}. Use the template.`,
    )
    errors.add(sheetError(sheet.name, sheet.rows[0]?.number ?? 1, '', message))
    return { row: 0, columns: [], complete: false }
  }
  const before = errors.count
  const found = new Map<LedgerColumn, FoundColumn>()
  best.values.forEach((value, at) => {
    const heading = value === null ? '' : String(value).trim()
    if (heading === '') return
    const column = byKey.get(headingKey(heading))
    const where = { sheet: sheet.name, row: best.number, column: columnLetter(at), heading, value: heading }
    const twin = column && found.get(column)
    if (!column) errors.add({ ...where, message: unknown(heading, ledger) })
    else if (twin) errors.add({ ...where, message: double(heading, columnLetter(twin.at)) })
    else found.set(column, { column, at, heading })
  })
  for (const column of ledger.columns) {
    if (!found.has(column))
      errors.add(sheetError(sheet.name, best.number, column.heading.zh, missing(column)))
  }
  return { row: best.number, columns: [...found.values()], complete: errors.count === before }
}

const unknown = (heading: string, ledger: Ledger) =>
  text(
    `“${ledger.sheet.zh}”没有“${heading}”这一列。请删去该列，或改成模板中的表头。`,
    `The ledger “${ledger.sheet.en}” has no column “${heading}”. Delete it or use a heading of the template.`,
  )
const double = (heading: string, first: string) =>
  text(
    `“${heading}”与${first}列的表头重复，请只保留一列。`,
    `“${heading}” repeats the heading of column ${first}. Keep one.`,
  )
const missing = ({ heading }: LedgerColumn) =>
  text(
    `缺少“${heading.zh}”列。请按模板补上，没有内容的可以空着。`,
    `The column “${heading.en}” is missing. Add it; it may be empty where optional.`,
  )
