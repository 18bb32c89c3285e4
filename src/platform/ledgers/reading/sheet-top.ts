import type { CellValue } from 'hucre/xlsx'
import type { FrameRow, Merge } from './frame.ts'

/** A heading of a sheet. `parts` are its levels from above; `words` is how it is shown. */
export type SheetHeading = { readonly at: number; readonly parts: readonly string[]; readonly words: string }
export type SheetTop = {
  /** The last line of the headings, as Excel numbers it. */
  readonly row: number
  readonly headings: readonly SheetHeading[]
}

/** A title, its date, a note and a blank line may stand above the headings. */
export const searchedLines = 30
const mostLevels = 3
const longestHeading = 60

/**
 * Finds the heading lines: the line whose cells are best known (`knows` gives 0 to 1), with the lines that merged cells bind to
 * it; where nothing is known, the first line that is about as wide as the table and holds words alone.
 */
export function findTop(
  rows: readonly FrameRow[],
  merges: readonly Merge[],
  knows: (words: string) => number,
): SheetTop | null {
  const lines = rows.slice(0, searchedLines).filter(([, values]) => isWords(values))
  const scored = lines.map((line) => ({
    line,
    score: wordsOf(line[1]).reduce((sum, words) => sum + knows(words), 0),
  }))
  const best = scored.reduce((top, one) => (one.score > top.score ? one : top), { line: lines[0], score: 0 })
  const line = best.score >= 1 ? best.line : firstWide(rows)
  if (!line) return null
  const grid = new Grid(rows, merges)
  const [from, to] = grid.levels(line[0] - 1, knows)
  const headings: SheetHeading[] = []
  for (let at = 0; at < grid.width; at += 1) {
    const parts = grid.column(at, from, to)
    if (parts.length > 0) headings.push({ at, parts, words: parts.join(' / ') })
  }
  return { row: to + 1, headings }
}

const filled = (values: readonly CellValue[]) => values.filter((value) => value !== null && value !== '')
const wordsOf = (values: readonly CellValue[]) =>
  [...new Set(filled(values))].filter((value) => typeof value === 'string').map((value) => value.trim())
const isWords = (values: readonly CellValue[]) =>
  filled(values).every((value) => typeof value === 'string' && value.length <= longestHeading)

function firstWide(rows: readonly FrameRow[]): FrameRow | undefined {
  const widths = rows.slice(0, searchedLines).map(([, values]) => filled(values).length)
  const widest = Math.max(...widths)
  return rows
    .slice(0, searchedLines)
    .find(([, values], index) => isWords(values) && (widths[index] as number) >= Math.max(1, widest * 0.6))
}

/** The cells of the first lines, merged ones with the value of their first. */
class Grid {
  readonly width: number
  readonly #lines: ReadonlyMap<number, readonly CellValue[]>
  readonly #merges: readonly Merge[]

  constructor(rows: readonly FrameRow[], merges: readonly Merge[]) {
    const top = rows.slice(0, searchedLines + mostLevels)
    this.#lines = new Map(top.map(([number, values]) => [number - 1, values]))
    this.width = Math.max(0, ...top.map(([, values]) => values.length))
    this.#merges = merges.filter((merge) => merge.top <= (top.at(-1)?.[0] ?? 0))
  }

  #own(row: number, at: number): string {
    const value = this.#lines.get(row)?.[at]
    return typeof value === 'string'
      ? value.trim()
      : value === null || value === undefined
        ? ''
        : String(value)
  }

  #value(row: number, at: number): string {
    const merge = this.#merges.find(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= at && at <= right,
    )
    return merge ? this.#own(merge.top, merge.left) : this.#own(row, at)
  }

  #isGroup = ({ left, right }: Merge) => right > left && right - left + 1 < this.width * 0.8

  /** First and last line of the headings that `row` is one of. */
  levels(row: number, knows: (words: string) => number): [from: number, to: number] {
    let from = row
    let to = row
    for (const merge of this.#merges) {
      if (merge.top > row || merge.bottom < row) continue
      if (merge.bottom > merge.top && merge.bottom - merge.top < mostLevels) {
        from = Math.min(from, merge.top)
        to = Math.max(to, merge.bottom)
      } else if (this.#isGroup(merge)) to = Math.max(to, row + 1)
    }
    const above = this.#merges.some((merge) => merge.bottom === from - 1 && this.#isGroup(merge))
    if (above && to - from + 1 < mostLevels) from -= 1
    // Text files tell no merges: the next line belongs to the headings where it names fields in what this one leaves blank.
    const below = this.#lines.get(row + 1)
    if (to === row && below && this.#merges.length === 0 && isWords(below)) {
      const named = below.filter((value, at) => knows(String(value ?? '')) > 0.9 && this.#own(row, at) === '')
      if (named.length > 0) to = row + 1
    }
    return [from, to]
  }

  /** The words over a column from above, each once. */
  column(at: number, from: number, to: number): string[] {
    const parts: string[] = []
    for (let row = from; row <= to; row += 1) {
      const own = this.#value(row, at)
      const words = own === '' && row < to ? this.#leftward(row, at, to) : own
      if (words !== '' && !parts.includes(words)) parts.push(words)
    }
    return parts
  }

  /** Without merges, a group's name stands over its first column alone. */
  #leftward(row: number, at: number, to: number): string {
    if (this.#merges.length > 0 || this.#own(to, at) === '') return ''
    for (let left = at - 1; left >= 0; left -= 1) {
      const words = this.#own(row, left)
      if (words !== '') return this.#own(to, left) === '' ? '' : words
    }
    return ''
  }
}
