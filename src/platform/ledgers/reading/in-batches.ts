import type { Frame, FrameRow } from './frame.ts'

const together = 400

export async function* inBatches(rows: AsyncIterable<FrameRow> | Iterable<FrameRow>): AsyncGenerator<Frame> {
  let batch: FrameRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < together) continue
    yield { kind: 'rows', rows: batch }
    batch = []
  }
  if (batch.length > 0) yield { kind: 'rows', rows: batch }
}
