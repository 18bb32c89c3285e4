import { streamCsvRows } from 'hucre/csv'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { boundedRow } from './bounded-row.ts'
import { decodeText } from './decode-text.ts'
import type { Frame, FrameRow } from './frame.ts'
import { inBatches } from './in-batches.ts'
import { readingLimits as limits } from './limits.ts'
import { tooLong } from './sheet-scan.ts'

const separators = [',', ';', '\t'] as const

/** A text file is one sheet, named after the file. */
export async function* readTextFile(bytes: Buffer, fileName: string): AsyncGenerator<Frame> {
  const whole = decodeText(bytes)
  refuseEndless(whole)
  // Excel writes and obeys a first line that names the separator.
  const said = /^sep=([,;\t])\r?\n/.exec(whole)
  const content = said ? whole.slice(said[0].length) : whole
  const separator = said?.[1] ?? separatorOf(content)
  const rows = [...rowsOf(content, separator, said ? 2 : 1)]
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  const facts = { name, hidden: false, rows: rows.length, hiddenRows: [], hiddenColumns: [], merges: [] }
  yield { kind: 'book', sheets: [facts] }
  if (rows.length === 0) return
  yield { kind: 'sheet', index: 0 }
  yield* inBatches(rows)
}

function* rowsOf(content: string, delimiter: string, first: number): Generator<FrameRow> {
  let number = first - 1
  let kept = 0
  for (const values of streamCsvRows(content, { delimiter })) {
    number += 1
    const row = boundedRow(number, values)
    if (!row) continue
    kept += 1
    if (kept > limits.rows) throw new Refusal('INVALID', tooLong, { rows: limits.rows })
    yield row
  }
}

/** The separator of which the first lines hold most: a title above the headings holds none. */
function separatorOf(content: string): string {
  const plain = content.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const count = (separator: string) => plain.split(separator).length
  return separators.reduce<string>((best, one) => (count(one) > count(best) ? one : best), ',')
}

function refuseEndless(content: string): void {
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf('\n', at)
    const next = end < 0 ? content.length : end + 1
    if (next - at > limits.lineCharacters) throw new Refusal('INVALID', endlessLine)
    at = next
  }
}

const endlessLine = text(
  `有一行超过${limits.lineCharacters}字，不是表格，不予导入。请检查文件的换行。`,
  `A line holds more than ${limits.lineCharacters} characters: this is no table. See how its lines end.`,
)
