import { detectDelimiter } from 'hucre/csv'
import iconv from 'iconv-lite'
import { decodeText } from './reading/decode-text.ts'

/** A text file with a message behind the last column of the lines that have one; all else stays byte for byte, in its encoding. */
export function csvWithMessages(bytes: Uint8Array, messages: ReadonlyMap<number, string>): Uint8Array {
  const content = decodeText(bytes)
  const delimiter = detectDelimiter(content)
  const records = recordsOf(content, delimiter)
  const most = records.reduce((widest, record) => Math.max(widest, record.fields), 0)
  const lines = records.map(({ raw, ending, fields }, index) => {
    const message = messages.get(index + 1)
    if (message === undefined) return raw + ending
    return `${raw}${delimiter.repeat(most - fields + 1)}"${message.replaceAll('"', '""')}"${ending}`
  })
  const { encoding, mark } = encodingOf(bytes, content)
  return Buffer.concat([mark, iconv.encode(lines.join(''), encoding)])
}

type Raw = { raw: string; ending: string; fields: number }

/** The lines of a text file as they stand, where a quoted field may hold line ends. */
function recordsOf(content: string, delimiter: string): Raw[] {
  const records: Raw[] = []
  let from = 0
  let fields = 1
  let quoted = false
  const end = (at: number, ending: string) => {
    records.push({ raw: content.slice(from, at), ending, fields })
    from = at + ending.length
    fields = 1
  }
  for (let at = 0; at < content.length; at += 1) {
    const one = content[at]
    if (one === '"') quoted = !quoted
    else if (quoted) continue
    else if (one === delimiter) fields += 1
    else if (one === '\n' || one === '\r') {
      const ending = one === '\r' && content[at + 1] === '\n' ? '\r\n' : one
      end(at, ending)
      at += ending.length - 1
    }
  }
  if (from < content.length) end(content.length, '')
  return records
}

function encodingOf(bytes: Uint8Array, content: string): { encoding: string; mark: Uint8Array } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', mark: bytes.subarray(0, 2) }
  const utf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  if (utf8) return { encoding: 'utf-8', mark: bytes.subarray(0, 3) }
  const plain = Buffer.from(bytes).equals(Buffer.from(content, 'utf-8'))
  return { encoding: plain ? 'utf-8' : 'gb18030', mark: new Uint8Array() }
}
