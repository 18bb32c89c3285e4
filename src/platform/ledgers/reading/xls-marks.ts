import { Refusal } from '../../refusal.ts'
import { builtInFormat, type CellFormat, formatOf } from './cell-formats.ts'
import { readingLimits as limits } from './limits.ts'
import { lockedFile } from './refusals.ts'

/** What the library does not tell of a sheet: what is hidden, and the cells (`row,column` from 0) that show a month alone. */
export type SheetMarks = {
  readonly sheet: boolean
  readonly rows: readonly number[]
  readonly columns: readonly number[]
  readonly months: ReadonlySet<string>
}

type Marks = { at: number; sheet: boolean; rows: number[]; columns: number[]; months: Set<string> }
type Book = {
  sheets: Marks[]
  formats: Map<number, CellFormat>
  styles: CellFormat[]
  current: Marks | undefined
}

const cell = (book: Book, data: Buffer) =>
  mark(book, data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4))
/** By the number of a record of [MS-XLS] §2.3 and the least length of its data. */
const readers: Readonly<Record<number, readonly [least: number, (book: Book, data: Buffer) => void]>> = {
  0x2f: [
    0,
    () => {
      throw new Refusal('INVALID', lockedFile)
    },
  ],
  0x85: [
    6,
    (book, data) =>
      void book.sheets.push({
        at: data.readUInt32LE(0),
        sheet: (data.readUInt8(4) & 3) !== 0,
        rows: [],
        columns: [],
        months: new Set(),
      }),
  ],
  0x41e: [5, (book, data) => void book.formats.set(data.readUInt16LE(0), formatOf(words(data)))],
  0xe0: [
    4,
    (book, data) =>
      void book.styles.push(book.formats.get(data.readUInt16LE(2)) ?? builtInFormat(data.readUInt16LE(2))),
  ],
  0x208: [
    16,
    (book, data) =>
      void ((data.readUInt32LE(12) & 0x20) !== 0 && book.current?.rows.push(data.readUInt16LE(0) + 1)),
  ],
  0x7d: [10, hideColumns],
  0x203: [6, cell],
  0x27e: [6, cell],
  0x6: [6, cell],
  0xbd: [6, markSeveral],
}
const begin = 0x809

/** @throws Refusal INVALID for a workbook with a password */
export function sheetMarks(stream: Buffer): SheetMarks[] {
  const book: Book = { sheets: [], formats: new Map(), styles: [], current: undefined }
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const kind = stream.readUInt16LE(at)
    const data = stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2))
    if (kind === begin) book.current = book.sheets.find((sheet) => sheet.at === at) ?? book.current
    const [least, read] = readers[kind] ?? [0, null]
    if (read && data.length >= least) read(book, data)
  }
  return book.sheets
}

function hideColumns({ current }: Book, data: Buffer): void {
  if ((data.readUInt16LE(8) & 1) === 0) return
  const last = Math.min(data.readUInt16LE(2), limits.columns)
  for (let column = data.readUInt16LE(0); column <= last; column += 1) current?.columns.push(column)
}

function mark({ current, styles }: Book, row: number, column: number, style: number): void {
  if (styles[style] === 'month') current?.months.add(`${row},${column}`)
}

function markSeveral(book: Book, data: Buffer): void {
  const row = data.readUInt16LE(0)
  const first = data.readUInt16LE(2)
  for (let index = 0; 4 + index * 6 + 6 <= data.length - 2; index += 1)
    mark(book, row, first + index, data.readUInt16LE(4 + index * 6))
}

/** A text with its length before it and a bit that says how wide its characters are ([MS-XLS] §2.5.294). */
function words(data: Buffer): string {
  const length = data.readUInt16LE(2)
  const wide = (data.readUInt8(4) & 1) === 1
  return data.toString(wide ? 'utf16le' : 'latin1', 5, 5 + length * (wide ? 2 : 1))
}
