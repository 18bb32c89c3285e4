import type { Text } from '../text.ts'
import type { CellError } from './contract.ts'

const sent = 200
/** More than these are counted but not kept: a sheet of nothing else would fill the memory. */
const kept = 100_000

/** Gathers every error of a workbook, counts all, and knows which rows are refused. */
export class CellErrors {
  readonly all: CellError[] = []
  count = 0
  readonly #rows = new Set<string>()

  add(error: CellError): void {
    this.count += 1
    if (this.all.length < kept) this.all.push(error)
    this.#rows.add(`${error.sheet}\u0001${error.row}`)
  }

  /** The ones that a page lists. */
  get first(): CellError[] {
    return this.all.slice(0, sent)
  }

  refuses(sheet: string, row: number): boolean {
    return this.#rows.has(`${sheet}\u0001${row}`)
  }
}

/** 0 → 'A', 26 → 'AA'. */
export function columnLetter(index: number): string {
  const before = index >= 26 ? columnLetter(Math.floor(index / 26) - 1) : ''
  return before + String.fromCharCode(65 + (index % 26))
}

/** An error of a sheet as a whole stands at its heading row and has no column. */
export function sheetError(sheet: string, row: number, heading: string, message: Text): CellError {
  return { sheet, row, column: '', heading, value: '', message }
}
