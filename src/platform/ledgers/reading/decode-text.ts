import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'

/**
 * The text of a file without its mark: UTF-8, UTF-16 with a mark, or GB 18030, which is what Excel in Chinese saves as CSV.
 * @throws Refusal INVALID where it is none of them
 */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes
  const wide = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null
  for (const label of wide ? [wide] : ['utf-8', 'gb18030']) {
    const decoded = decode(bytes, label)
    if (decoded?.includes('\u0000')) throw new Refusal('INVALID', nulls)
    if (decoded !== null) return decoded
  }
  throw new Refusal('INVALID', unreadable)
}

function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const nulls = text(
  '文本中夹有空字符（NUL），文件可能已经损坏，或者不是文本。请另存为 .xlsx，或者另存为 UTF-8 编码的 CSV。',
  'The text holds NUL characters: it is damaged or no text. Save it as .xlsx, or as CSV in UTF-8.',
)
const unreadable = text(
  '文件既不是工作簿，也不是 UTF-8 或 GB 18030 编码的文本。请另存为 .xlsx 或 CSV。',
  'The file is neither a workbook nor text in UTF-8 or GB 18030. Save it as .xlsx or CSV.',
)
