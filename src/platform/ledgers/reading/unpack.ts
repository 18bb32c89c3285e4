import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { damaged } from './refusals.ts'
import { tooLarge, type ZipEntry } from './zip-guard.ts'

/**
 * The bytes of one part, a piece at a time. Stops as soon as there are more than the directory declared.
 * @throws Refusal INVALID where size, packing or check sum differ from what is declared
 */
export async function* unpack(bytes: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = bytes.subarray(entry.at, entry.at + entry.packed)
  const { name } = entry
  let size = 0
  let crc = 0
  try {
    for await (const piece of entry.stored ? [packed] : inflated(packed)) {
      size += piece.length
      if (size > entry.size) throw new Refusal('INVALID', tooLarge, { name, size })
      crc = crc32(piece, crc)
      yield piece
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('INVALID', damaged, { name, cause: String(error) })
  }
  if (size !== entry.size) throw new Refusal('INVALID', damaged, { name, size })
  if (crc !== entry.crc) throw new Refusal('INVALID', wrongSum, { name })
}

function inflated(packed: Buffer): AsyncIterable<Buffer> {
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  // Errors arrive at the reader of the last stream.
  return pipeline(Readable.from([packed], { objectMode: false }), inflate, () => undefined)
}

const wrongSum = text(
  '文件的校验和不对，内容已经损坏，不予导入。请在 Excel 或 WPS 中打开后另存为 .xlsx，再重新上传。',
  'The check sum of the file is wrong: its content is damaged. Open it in Excel or WPS, save it as .xlsx and upload it again.',
)
