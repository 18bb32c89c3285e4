import type { CellValue } from 'hucre/xlsx'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { FrameRow } from './frame.ts'
import { readingLimits as limits } from './limits.ts'

/** A line without its blank end; null where it holds nothing. */
export function boundedRow(number: number, values: readonly CellValue[]): FrameRow | null {
  const last = values.findLastIndex((value) => value !== null && value !== undefined && value !== '')
  if (last < 0) return null
  if (last >= limits.columns) throw new Refusal('INVALID', tooWide, { row: number })
  const kept = values.slice(0, last + 1)
  if (kept.some((value) => typeof value === 'string' && value.length > limits.cellCharacters))
    throw new Refusal('INVALID', cellTooLong(number), { row: number })
  return [number, kept]
}

const tooWide = text(
  `工作表超过${limits.columns}列。请删去右侧多余的列（包括看似空白的列）。`,
  `More than ${limits.columns} columns: delete what stands to the right, also what looks blank.`,
)
const cellTooLong = (row: number) =>
  text(
    `第${row}行有单元格的内容超过${limits.cellCharacters}字，不予导入。请检查并缩短（文本文件请检查引号是否成对）。`,
    `A cell in line ${row} holds more than ${limits.cellCharacters} characters. Shorten it; in a text file, see that quotes are in pairs.`,
  )
