import { createWriteStream, type WriteStream } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { finished } from 'node:stream/promises'
import excel from 'exceljs'
import type { NumberKind } from '../records/number-field.ts'
import { fitsNumberCell } from '../values/amount.ts'
import { literalText, numberFormats, widthFor } from './workbook-bytes.ts'

const asText = { numFmt: '@' }
const heading: Partial<excel.Style> = {
  numFmt: '@',
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7ECF3' } },
  border: { bottom: { style: 'thin' } },
  alignment: { vertical: 'middle', wrapText: true },
}
const sampled = 100
/** The library's own streams are of an age that does not say how much waits. */
type OldPipe = { _writableState: { length: number }; _readableState: { length: number } }
const mostBehind = 1_000_000
/** Takes the first place among the sheets until the cover is made. */
const keptFree = { committed: true }

/** A workbook of text cells, and of numbers where a column holds counts or sums, that goes to a file line by line: a cover in front, which is written last, and sheets of lines. */
export class WorkbookFileWriter {
  readonly #file: WriteStream
  readonly #workbook: excel.stream.xlsx.WorkbookWriter
  readonly #coverName: string
  readonly #footer: Partial<excel.HeaderFooter>
  #headings: readonly string[] = []
  #numbers: ReadonlyMap<number, NumberKind> = new Map()
  #sheet: excel.Worksheet | null = null
  /** The first lines wait until the widths that they need are known. */
  #waiting: (readonly string[])[] | null = null

  /** `footer` stands at the foot of every page that is printed. */
  constructor(path: string, coverName: string, footer: string) {
    this.#file = createWriteStream(path, { mode: 0o600 })
    this.#workbook = new excel.stream.xlsx.WorkbookWriter({
      stream: this.#file,
      useStyles: true,
      useSharedStrings: false,
    })
    this.#coverName = coverName
    this.#footer = { oddFooter: `&L${footer.replaceAll('&', '&&')}&R&P/&N` }
    this.#places[1] = keptFree
  }

  /** A sheet's part of the file is begun with the sheet, and parts follow one another: the cover, first in order, is made last. */
  get #places(): unknown[] {
    return (this.#workbook as unknown as { _worksheets: unknown[] })._worksheets
  }

  /** `numbers` are the columns, from 0, whose values are decimal text and become numbers. */
  beginSheet(name: string, headings: readonly string[], numbers: ReadonlyMap<number, NumberKind>): void {
    this.#endSheet()
    this.#headings = headings
    this.#numbers = numbers
    this.#sheet = this.#workbook.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: 1 }],
      headerFooter: this.#footer,
    })
    this.#waiting = []
  }

  addLine(line: readonly string[]): void {
    if (this.#waiting) {
      this.#waiting.push(line)
      if (this.#waiting.length >= sampled) this.#begin()
    } else this.#put(line)
  }

  /** Waits until what was added is on its way to the disk: the library itself takes lines faster than it packs them. */
  async drained(): Promise<void> {
    do await sleep(1)
    while (this.#behind() > mostBehind)
  }

  /** Bytes that wait to be packed. */
  #behind(): number {
    const { stream } = this.#sheet as unknown as { stream: { pipes: OldPipe[] } }
    return stream.pipes.reduce(
      (sum, pipe) => sum + pipe._writableState.length + pipe._readableState.length,
      0,
    )
  }

  async finish(title: string, facts: readonly (readonly [string, string])[]): Promise<void> {
    this.#endSheet()
    this.#places[1] = undefined
    const cover = this.#workbook.addWorksheet(this.#coverName, { headerFooter: this.#footer })
    cover.columns = [
      { width: 32, style: asText },
      { width: 72, style: asText },
    ]
    const first = cover.addRow([title])
    first.getCell(1).font = { bold: true, size: 16 }
    first.commit()
    cover.addRow([]).commit()
    for (const [label, value] of facts) cover.addRow([label, literalText(value)]).commit()
    cover.commit()
    this.#workbook.title = title
    await this.#workbook.commit()
    await finished(this.#file)
  }

  #begin(): void {
    const sheet = this.#sheet as excel.Worksheet
    const waiting = this.#waiting ?? []
    this.#waiting = null
    sheet.columns = this.#headings.map((words, index) => {
      const kind = this.#numbers.get(index)
      return {
        width: widthFor([words, ...waiting.map((line) => line[index] ?? '')]),
        style: kind ? { numFmt: numberFormats[kind] } : asText,
      }
    })
    const row = sheet.addRow([...this.#headings])
    row.eachCell((cell) => {
      cell.style = heading
    })
    row.commit()
    for (const line of waiting) this.#put(line)
  }

  #put(line: readonly string[]): void {
    const sheet = this.#sheet as excel.Worksheet
    const row = sheet.addRow(line.map((value) => (value === '' ? null : literalText(value))))
    for (const [at, kind] of this.#numbers) {
      const value = line[at] ?? ''
      if (value === '') continue
      const cell = row.getCell(at + 1)
      // What a number cell would round stays text.
      if (kind === 'amount' && !fitsNumberCell(value)) cell.numFmt = asText.numFmt
      else cell.value = Number(value)
    }
    row.commit()
  }

  #endSheet(): void {
    if (!this.#sheet) return
    if (this.#waiting) this.#begin()
    this.#sheet.commit()
    this.#sheet = null
  }
}
