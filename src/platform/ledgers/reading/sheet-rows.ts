import type { CellValue } from 'hucre/xlsx'
import { type CellFormat, shownMonth } from './cell-formats.ts'
import type { FrameRow } from './frame.ts'
import { columnNumber } from './sheet-scan.ts'
import type { XmlHandlers } from './xml-scan.ts'
import { localName } from './xml-tag.ts'
import { XmlText } from './xml-text.ts'

/** What the cells of a workbook refer to. */
export type BookFacts = {
  readonly texts: readonly string[]
  readonly formats: readonly CellFormat[]
  /** Whether days are counted from 1904. */
  readonly from1904: boolean
}

const rowNumber = /\sr="(\d+)"/
const cellName = /\sr="([A-Z]+)/
const cellKind = /\st="(\w+)"/
const cellStyle = /\ss="(\d+)"/
const dayLength = 86_400_000
const origin = Date.UTC(1899, 11, 30)
const later = 1_462

/** Takes the lines out of a sheet's tags; formulas by their last results. `take` gives those that are whole. */
export class SheetRows implements XmlHandlers {
  readonly #book: BookFacts
  readonly #text = new XmlText()
  #ready: FrameRow[] = []
  #row = 0
  #values: CellValue[] = []
  #column = 0
  #kind = 'n'
  #style = -1
  #reads = false

  constructor(book: BookFacts) {
    this.#book = book
  }

  take(): FrameRow[] {
    const ready = this.#ready
    this.#ready = []
    return ready
  }

  readonly onTag = (tag: string): void => {
    const closed = tag.endsWith('/')
    const name = localName(tag)
    if (name === 'c') {
      const letters = cellName.exec(tag)?.[1]
      this.#column = letters ? columnNumber(letters) : this.#column + 1
      this.#kind = cellKind.exec(tag)?.[1] ?? 'n'
      this.#style = Number(cellStyle.exec(tag)?.[1] ?? -1)
      this.#text.take()
    } else if (name === 'v' || name === 't') this.#reads = !closed
    else if (name === 'row') {
      this.#row = Number(rowNumber.exec(tag)?.[1] ?? this.#row + 1)
      this.#values = []
      this.#column = 0
    } else if (name === 'rPh') this.#reads = false
  }

  readonly onClose = (tag: string): void => {
    const name = localName(tag)
    if (name === 'v' || name === 't') this.#reads = false
    else if (name === 'c') {
      const value = this.#value(this.#text.take())
      if (value === null) return
      while (this.#values.length < this.#column - 1) this.#values.push(null)
      this.#values[this.#column - 1] = value
    } else if (name === 'row') this.#ready.push([this.#row, this.#values])
  }

  readonly onText: NonNullable<XmlHandlers['onText']> = (...piece) => {
    if (this.#reads) this.#text.add(...piece)
  }

  #value(said: string): CellValue {
    if (this.#kind === 's') return this.#book.texts[Number(said)] ?? null
    if (this.#kind === 'b') return said === '1' || said.toLowerCase() === 'true'
    if (said === '') return null
    if (this.#kind !== 'n') return said
    const number = Number(said)
    if (Number.isNaN(number)) return said
    const format = this.#book.formats[this.#style] ?? 'other'
    return format === 'other' ? number : this.#day(number, format)
  }

  #day(serial: number, format: CellFormat): CellValue {
    const days = serial + (this.#book.from1904 ? later : 0)
    const day = new Date(origin + Math.round(days * dayLength))
    if (Number.isNaN(day.getTime())) return serial
    return format === 'month' ? shownMonth(day) : day
  }
}
