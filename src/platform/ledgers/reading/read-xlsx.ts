import { streamXlsxRows } from 'hucre/xlsx'
import { boundedRow } from './bounded-row.ts'
import type { Frame, FrameRow } from './frame.ts'
import { inBatches } from './in-batches.ts'
import { scanWorkbook } from './workbook-parts.ts'
import { guardZip } from './zip-guard.ts'

/** The visible sheets of an .xlsx workbook. Formulas come as their last results. */
export async function* readXlsxFile(bytes: Buffer, working: () => void): AsyncGenerator<Frame> {
  const found = await scanWorkbook(bytes, guardZip(bytes), working)
  yield { kind: 'book', sheets: found.map(({ facts }) => facts) }
  for (const [order, { index, facts }] of found.entries()) {
    if (facts.hidden || facts.rows === 0) continue
    yield { kind: 'sheet', index: order }
    yield* inBatches(rowsOf(bytes, index))
  }
}

async function* rowsOf(bytes: Buffer, sheet: number): AsyncGenerator<FrameRow> {
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    const row = boundedRow(index + 1, values)
    if (row) yield row
  }
}
