import { createHash } from 'node:crypto'
import { newId } from '../db/id.ts'
import type { NumberKind } from '../records/number-field.ts'
import { type Language, say, type Text, text } from '../text.ts'
import { type Day, minuteOf } from '../values/day.ts'
import { coverSheet } from './sheet-names.ts'
import { WorkbookFileWriter } from './workbook-file-writer.ts'

export type CountedFile = { readonly rows: number; readonly digest: string; readonly sheets: number }
export type Fact = readonly [label: Text, value: string]

type Made = {
  readonly path: string
  readonly language: Language
  readonly made: ExportedBy
  readonly title: Text
  readonly headings: readonly string[]
  /** The columns, from 0, that hold counts or sums: their cells are numbers. */
  readonly numbers?: ReadonlyMap<number, NumberKind>
  /** For tests; a sheet of Excel takes `mostLines`. */
  readonly linesPerSheet?: number | undefined
}

/** Excel takes 1 048 576 lines in a sheet, the headings among them. */
const mostLines = 1_048_575

/**
 * A workbook file of text cells, and of numbers for counts and sums, that takes lines batch by batch, so that memory does not grow with their number: a cover with the
 * question as resolved, the row count and the SHA-256 of the values, then the lines in as many sheets as it takes.
 */
export class CountedWorkbook {
  readonly #made: Made
  readonly #most: number
  readonly #workbook: WorkbookFileWriter
  readonly #hash = createHash('sha256')
  readonly #at = minuteOf(new Date())
  readonly #batch: string
  #rows = 0

  constructor(made: Made) {
    this.#made = made
    this.#most = made.linesPerSheet ?? mostLines
    this.#batch = made.made.batch ?? newId()
    const footer = [made.made.by, this.#at, this.#batch].join('  ')
    this.#workbook = new WorkbookFileWriter(made.path, say(coverSheet, made.language), footer)
    this.#beginSheet()
  }

  async add(lines: readonly (readonly string[])[]): Promise<void> {
    for (const line of lines) {
      if (this.#rows > 0 && this.#rows % this.#most === 0) this.#beginSheet()
      this.#workbook.addLine(line)
      this.#hash.update(digestLine(line))
      this.#rows += 1
    }
    await this.#workbook.drained()
  }

  /** Writes the cover. @throws Error where the lines are not as many as were counted */
  async finish(expected: number, question: readonly Fact[]): Promise<CountedFile> {
    const { language, title, made } = this.#made
    const rows = this.#rows
    if (rows !== expected)
      throw new Error(`${title.en}: ${expected} were counted, ${rows} lines were written`)
    const digest = this.#hash.digest('hex')
    const sheets = Math.max(1, Math.ceil(rows / this.#most))
    const facts: Fact[] = [
      [text('单位', 'Office'), say(made.office, language)],
      ...question,
      [text('行数', 'Rows'), String(rows)],
      ...(sheets > 1 ? [[text('工作表数', 'Sheets'), String(sheets)] satisfies Fact] : []),
      [text('内容校验（SHA-256）', 'Digest of the values (SHA-256)'), digest],
      [text('导出人', 'Exported by'), made.by],
      [text('导出时间', 'Exported at'), this.#at],
      [text('导出批号', 'Batch of the export'), this.#batch],
    ]
    await this.#workbook.finish(
      say(title, language),
      facts.map(([label, value]) => [say(label, language), value]),
    )
    return { rows, digest, sheets }
  }

  #beginSheet(): void {
    const { title, language, headings, numbers = new Map() } = this.#made
    const nth = Math.floor(this.#rows / this.#most) + 1
    this.#workbook.beginSheet(`${say(title, language)}${nth > 1 ? ` (${nth})` : ''}`, headings, numbers)
  }
}

/**
 * What a file says of the export itself, on its cover and at the foot of each page. `batch` finds its event: the number of the request;
 * absent, one of its own.
 */
export type ExportedBy = {
  readonly office: Text
  readonly by: string
  readonly on: Day
  readonly batch?: string
}

const digestLine = (line: readonly string[]) => `${JSON.stringify(line)}\n`

/** SHA-256 over one line of JSON for each row, in the order of the sheet. */
export function digestOf(lines: readonly (readonly string[])[]): string {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(digestLine(line))
  return hash.digest('hex')
}
