import type { CellValue } from 'hucre/xlsx'
import type { Merge } from './frame.ts'

/** Cells merged downwards say their value for each of their lines. Lines must come in order. */
export class FillDown {
  filled = 0
  readonly #merges: readonly Merge[]
  #next = 0
  #open: { readonly merge: Merge; readonly value: CellValue }[] = []

  /** `below`: the last line of the headings, as Excel numbers it. */
  constructor(merges: readonly Merge[], below: number) {
    this.#merges = merges
      .filter(({ top, left, bottom, right }) => left === right && bottom > top && top >= below)
      .sort((a, b) => a.top - b.top)
  }

  take(number: number, values: readonly CellValue[]): readonly CellValue[] {
    const row = number - 1
    this.#open = this.#open.filter(({ merge }) => merge.bottom >= row)
    for (
      let merge = this.#merges[this.#next];
      merge && merge.top <= row;
      merge = this.#merges[++this.#next]
    ) {
      if (merge.top === row) this.#open.push({ merge, value: values[merge.left] ?? null })
    }
    const missing = this.#open.filter(
      ({ merge, value }) => value !== null && (values[merge.left] ?? '') === '',
    )
    if (missing.length === 0) return values
    const own = Array.from(
      { length: Math.max(values.length, ...missing.map(({ merge }) => merge.left + 1)) },
      (_, at) => values[at] ?? null,
    )
    for (const { merge, value } of missing) own[merge.left] = value
    this.filled += missing.length
    return own
  }
}
