import type { XmlHandlers } from './xml-scan.ts'
import { parseTag } from './xml-tag.ts'

export type CellFormat = 'day' | 'month' | 'other'

// ECMA-376 part 1 §18.8.30, those of the Chinese table among them.
const days = new Set([14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58])
const months = new Set([17, 27, 36, 50, 52, 57])

/** What a number in a cell means by its format: a day, a month whose day nobody wrote, or a number. */
export class CellFormats implements XmlHandlers {
  readonly formats: CellFormat[] = []
  readonly #own = new Map<number, CellFormat>()
  #inCells = false

  readonly onTag = (tag: string): void => {
    if (!/^(\w+:)?(numFmt|cellXfs|xf)\b/.test(tag)) return
    const { local, attributes } = parseTag(tag)
    const id = Number(attributes['numFmtId'] ?? 0)
    if (local === 'numFmt') this.#own.set(id, formatOf(attributes['formatCode'] ?? ''))
    else if (local === 'cellXfs') this.#inCells = !tag.endsWith('/')
    else if (local === 'xf' && this.#inCells) this.formats.push(this.#own.get(id) ?? builtInFormat(id))
  }

  readonly onClose = (name: string): void => {
    if (name.endsWith('cellXfs')) this.#inCells = false
  }
}

export const builtInFormat = (id: number): CellFormat =>
  days.has(id) ? 'day' : months.has(id) ? 'month' : 'other'

export function formatOf(code: string): CellFormat {
  const bare = code
    .split(';')[0]
    ?.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '')
    .toLowerCase()
  if (bare === undefined || bare === 'general' || !/[yd]/.test(bare)) return 'other'
  return bare.includes('d') ? 'day' : bare.includes('m') ? 'month' : 'other'
}

/** The day of a cell that shows a month alone was put there by the program, not by a person. */
export const shownMonth = (day: Date): string => `${day.getUTCFullYear()}-${day.getUTCMonth() + 1}`
