import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

/**
 * The text of a file without its mark: UTF-8, UTF-16 with a mark, or GB 18030, which is what Excel in Chinese saves as CSV.
 * @throws Refusal INVALID where it is none of them
 */
export function decodeText(bytes: Uint8Array): string {
  const decoders = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030']
  for (const label of decoders) {
    try {
      const decoded = new TextDecoder(label, { fatal: true }).decode(bytes)
      if (!decoded.includes('\u0000')) return decoded
    } catch {
      // Not this encoding: the next one.
    }
  }
  throw new Refusal('INVALID', unreadable)
}

const unreadable = text(
  '文件既不是工作簿，也不是 UTF-8 或 GB 18030 编码的文本。请另存为 .xlsx 或 CSV。',
  'The file is neither a workbook nor text in UTF-8 or GB 18030. Save it as .xlsx or CSV.',
)
