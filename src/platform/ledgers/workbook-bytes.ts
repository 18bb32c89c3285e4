import type { NumberKind } from '../records/number-field.ts'
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx'

/** Text cells: no code loses a digit, and no value is ever a formula. */
export const asText: CellStyle = { numFmt: '@' }
/** Numbers that can be added up: counts whole and without separators, sums in groups of three, so that 万 and 亿 are told apart. */
export const numberFormats: Readonly<Record<NumberKind, string>> = { count: '0', amount: '#,##0.00' }
export const headingStyle: CellStyle = {
  numFmt: '@',
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7ECF3' } },
  border: { bottom: { style: 'thin' } },
  alignment: { vertical: 'center', wrapText: true },
}
export const titleStyle: CellStyle = { font: { bold: true, size: 16 } }
export const wrapped: CellStyle = { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } }

export const workbookMime = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function workbookBytes(sheets: WriteSheet[], title: string): Promise<Uint8Array> {
  return await writeXlsx({ sheets, properties: { title }, defaultFont: { name: '宋体', size: 11 } })
}

/** The width of a column in characters: Chinese ones take two. */
export function widthFor(values: readonly string[]): number {
  const widest = values.reduce(
    (most, value) =>
      Math.max(
        most,
        [...value].reduce((sum, one) => sum + (one > '\u2000' ? 2 : 1), 0),
      ),
    0,
  )
  return Math.min(Math.max(widest + 4, 12), 48)
}

/** `_x0041_` in a cell means the letter A: written as the text itself it is escaped (ECMA-376 part 1 §22.9.2.19). */
export function literalText(value: string): string {
  return value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
