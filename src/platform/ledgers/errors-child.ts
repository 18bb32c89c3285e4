import { errorWorkbook, type ErrorsToTell } from './error-workbook.ts'
import type { Frame } from './reading/frame.ts'
import { serveFiles } from './reading/serve-files.ts'

const pieceBytes = 6_000_000

/** The process that writes errors beside the lines of an upload: it opens what somebody sent, as the reading process does. */
await serveFiles(async function* ({ name, bytes, told }): AsyncGenerator<Frame> {
  const made = await errorWorkbook({ name, bytes }, told as ErrorsToTell)
  yield { kind: 'made', name: made.name, type: made.type }
  for (let from = 0; from < made.bytes.length; from += pieceBytes) {
    const piece = made.bytes.subarray(from, from + pieceBytes)
    yield { kind: 'piece', base64: Buffer.from(piece).toString('base64') }
  }
  yield { kind: 'end' }
})
