import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { Merge } from './frame.ts'
import { readingLimits as limits } from './limits.ts'
import { damaged } from './refusals.ts'
import { localName } from './xml-tag.ts'

const hidden = /\shidden="(1|true)"/
const rowNumber = /\sr="(\d{1,10})"/
const cellName = /\sr="([A-Z]{1,4})(\d{1,10})"/
const span = /\smin="(\d{1,6})"[^>]*\smax="(\d{1,6})"|\smax="(\d{1,6})"[^>]*\smin="(\d{1,6})"/
const block = /\sref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/
const lastRow = 1_048_576
const lastColumn = 16_384
/** A line reaches to its last cell: the sum of what the lines reach to is what reading costs. */
const mostReach = 20_000_000

/** Counts what the cells of a sheet ask for, and keeps what its tags say beside their values. */
export class SheetScan {
  rows = 0
  readonly hiddenRows: number[] = []
  readonly hiddenColumns: number[] = []
  readonly merges: Merge[] = []
  #cells = 0
  #reach = 0
  #row = 0
  #column = 0
  #counted = false

  /** A handler for {@link XmlScan}. */
  readonly onTag = (tag: string): void => {
    const name = localName(tag)
    if (name === 'c') this.#cell(tag)
    else if (name === 'v' || name === 'is') this.#value()
    else if (name === 'row') this.#line(tag)
    else if (name === 'col' && hidden.test(tag)) this.#hideColumns(tag)
    else if (name === 'mergeCell') this.#merge(tag)
  }

  #line(tag: string): void {
    this.#reach += this.#column
    this.#row = Number(rowNumber.exec(tag)?.[1] ?? this.#row + 1)
    this.#column = 0
    this.#counted = false
    if (this.#row < 1 || this.#row > lastRow) throw new Refusal('INVALID', outside, { row: this.#row })
    if (this.#reach > mostReach) throw new Refusal('INVALID', tooManyCells, { cells: this.#reach })
    if (hidden.test(tag) && this.hiddenRows.length < limits.rows) this.hiddenRows.push(this.#row)
  }

  #cell(tag: string): void {
    this.#cells += 1
    const name = cellName.exec(tag)
    this.#column = name ? columnNumber(name[1] as string) : this.#column + 1
    if (this.#column > lastColumn || Number(name?.[2] ?? 1) > lastRow)
      throw new Refusal('INVALID', outside, { cell: name?.[0] ?? '' })
    if (this.#cells > limits.cells) throw new Refusal('INVALID', tooManyCells, { cells: this.#cells })
  }

  #value(): void {
    if (this.#counted) return
    this.#counted = true
    this.rows += 1
    if (this.rows > limits.rows) throw new Refusal('INVALID', tooLong, { rows: limits.rows })
  }

  #hideColumns(tag: string): void {
    const found = span.exec(tag)
    const from = Number(found?.[1] ?? found?.[4] ?? 0)
    const to = Math.min(Number(found?.[2] ?? found?.[3] ?? 0), limits.columns)
    for (let column = from; column > 0 && column <= to; column += 1) this.hiddenColumns.push(column - 1)
  }

  #merge(tag: string): void {
    const found = block.exec(tag)
    if (!found) throw new Refusal('INVALID', damaged, { merge: tag.slice(0, 100) })
    if (this.merges.length >= limits.merges) throw new Refusal('INVALID', tooManyMerges)
    this.merges.push({
      left: columnNumber(found[1] as string) - 1,
      top: Number(found[2]) - 1,
      right: columnNumber(found[3] as string) - 1,
      bottom: Number(found[4]) - 1,
    })
  }
}

/** 'A' → 1, 'AA' → 27. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

const outside = text(
  '有单元格的位置超出了 Excel 的范围（1048576 行、16384 列），文件不正常，不予导入。请在 Excel 或 WPS 中打开后另存为 .xlsx。',
  'A cell lies outside of what Excel can hold (1048576 rows, 16384 columns). Open the file in Excel or WPS and save it as .xlsx.',
)
const tooManyCells = text(
  '单元格过多，不予导入。请删去多余的空白行和空白列（包括只有格式的），或者拆分后导入。',
  'Too many cells. Delete blank rows and columns, also those that are only formatted, or split the workbook.',
)
const tooManyMerges = text(
  `合并单元格超过${limits.merges}处，不予导入。请取消合并后重新上传。`,
  `More than ${limits.merges} merged blocks. Unmerge the cells and upload it again.`,
)
export const tooLong = text(
  `一张工作表超过${limits.rows}行，请拆分后导入。`,
  `More than ${limits.rows} lines in a sheet: split it.`,
)
