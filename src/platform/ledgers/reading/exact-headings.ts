import { type Text, text } from '../../text.ts'
import { type CellErrors, columnLetter, sheetError } from '../cell-error.ts'
import type { Ledger, LedgerColumn } from '../ledger.ts'
import { headingLikeness } from './heading-likeness.ts'
import { exactColumn } from './layout.ts'
import type { SheetMapping } from './mapping.ts'
import { wrongUnit } from './money-unit.ts'
import type { SheetTop } from './sheet-top.ts'

/** Where each column of a ledger stands in a sheet. `at` counts from 0. */
export type FoundColumn = { readonly column: LedgerColumn; readonly at: number; readonly heading: string }
export type FoundHeadings = {
  readonly columns: readonly FoundColumn[]
  readonly complete: boolean
}

/**
 * The columns of a sheet as its mapping says. A mapping that nobody confirmed, where nobody can be asked, counts only by its exact
 * headings, and reports what is missing, unknown or double.
 */
export function exactHeadings(
  ledger: Ledger,
  sheet: string,
  top: SheetTop,
  mapping: SheetMapping,
  errors: CellErrors,
): FoundHeadings {
  const byKey = new Map(ledger.columns.map((column) => [column.key, column]))
  if (!mapping.wanted) {
    const columns = mapping.columns.flatMap(({ at, heading, key }) => {
      const column = key === null ? undefined : byKey.get(key)
      return column ? [{ column, at, heading }] : []
    })
    return { columns, complete: true }
  }
  const before = errors.count
  const found = new Map<LedgerColumn, FoundColumn>()
  const exact = top.headings.map((heading) => byKey.get(exactColumn(ledger, heading) ?? ''))
  if (exact.every((column) => column === undefined)) {
    errors.add(sheetError(sheet, Math.max(top.row, 1), '', noHeadings(ledger)))
    return { columns: [], complete: false }
  }
  for (const [index, { at, words: heading }] of top.headings.entries()) {
    const column = exact[index]
    const where = { sheet, row: top.row, column: columnLetter(at), heading, value: heading }
    const twin = column && found.get(column)
    if (!column) errors.add({ ...where, message: inOtherUnit(heading, ledger) ?? unknown(heading, ledger) })
    else if (twin) errors.add({ ...where, message: double(heading, columnLetter(twin.at)) })
    else found.set(column, { column, at, heading })
  }
  for (const column of ledger.columns)
    if (column.required && !found.has(column))
      errors.add(sheetError(sheet, top.row, column.heading.zh, missing(column)))
  return { columns: [...found.values()], complete: errors.count === before }
}

/** What to do with a column that is the ledger's but for its unit. */
function inOtherUnit(heading: string, { columns }: Ledger): Text | null {
  const meant = columns.find((column) => headingLikeness(column, heading) >= surely)
  return meant ? wrongUnit(meant, heading) : null
}

const surely = 0.7
const noHeadings = (ledger: Ledger) =>
  text(
    `找不到表头。表头应为：${ledger.columns.map(({ heading }) => heading.zh).join('、')}。请用模板填写，或者在导入页面上指定各列。`,
    `No headings found. They should be: ${ledger.columns.map(({ heading }) => heading.en).join(', ')}. Use the template, or say on the import page which column is which.`,
  )
const unknown = (heading: string, ledger: Ledger) =>
  text(
    `“${ledger.sheet.zh}”没有“${heading}”这一列。请删去该列，或改成模板中的表头，或者在导入页面上指定各列。`,
    `The ledger “${ledger.sheet.en}” has no column “${heading}”. Delete it, use a heading of the template, or say on the import page which column is which.`,
  )
const double = (heading: string, first: string) =>
  text(
    `“${heading}”与${first}列的表头重复，请只保留一列。`,
    `“${heading}” repeats the heading of column ${first}. Keep one.`,
  )
const missing = ({ heading }: LedgerColumn) =>
  text(
    `缺少必填的“${heading.zh}”列。请按模板补上，或者在导入页面上指定各列。`,
    `The required column “${heading.en}” is missing. Add it, or say on the import page which column is which.`,
  )
