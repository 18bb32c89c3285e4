import { boundedRow } from './bounded-row.ts'
import type { Frame, FrameRow } from './frame.ts'
import { inBatches } from './in-batches.ts'
import { type BookFacts, SheetRows } from './sheet-rows.ts'
import { unpack } from './unpack.ts'
import { scanWorkbook } from './workbook-parts.ts'
import { XmlScan } from './xml-scan.ts'
import { guardZip, type ZipEntry } from './zip-guard.ts'

/** The visible sheets of an .xlsx workbook. */
export async function* readXlsxFile(bytes: Buffer, working: () => void): AsyncGenerator<Frame> {
  const { book, sheets } = await scanWorkbook(bytes, guardZip(bytes), working)
  yield { kind: 'book', sheets: sheets.map(({ facts }) => facts) }
  for (const [index, { entry, facts }] of sheets.entries()) {
    if (facts.hidden || facts.rows === 0) continue
    yield { kind: 'sheet', index }
    yield* inBatches(rowsOf(bytes, entry, book))
  }
}

async function* rowsOf(bytes: Buffer, entry: ZipEntry, book: BookFacts): AsyncGenerator<FrameRow> {
  const rows = new SheetRows(book)
  const scan = new XmlScan(entry.name, rows)
  for await (const piece of unpack(bytes, entry)) {
    scan.push(piece)
    for (const [number, values] of rows.take()) {
      const row = boundedRow(number, values)
      if (row) yield row
    }
  }
  scan.finish()
}
