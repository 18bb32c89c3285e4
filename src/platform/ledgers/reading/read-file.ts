import { Refusal } from '../../refusal.ts'
import { type Text, text } from '../../text.ts'
import type { Frame } from './frame.ts'
import { readTextFile } from './read-text.ts'
import { readXlsFile } from './read-xls.ts'
import { readXlsxFile } from './read-xlsx.ts'

/** Begin of file, as Latin-1, by which a file is known for what it is, and what that is called. */
const others: readonly (readonly [RegExp, Text])[] = [
  [/^(\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP)/s, text('图片', 'a picture')],
  [/^%PDF/, text('PDF 文件', 'a PDF file')],
  [/^(Rar!|7z\xbc\xaf|GZIP)/, text('压缩包', 'an archive')],
  [/^MZ.\0/s, text('程序', 'a program')],
  [/^\{\\rtf/, text('RTF 文档', 'an RTF document')],
  [
    /^(\xef\xbb\xbf)?\s*<(!doctype|html|head|table|meta|style|\?xml)/i,
    text(
      '网页或 XML 格式的表格（有的系统导出的“.xls”就是这样）',
      'a web page or XML (some programs export such as .xls)',
    ),
  ],
]

/**
 * Reads a file by what it holds, whatever its name says. Runs in a process of its own and never in the server.
 * @throws Refusal INVALID for a file that cannot be read, may do harm or is beyond all bounds
 */
export async function* readFile(bytes: Buffer, name: string, working: () => void): AsyncGenerator<Frame> {
  if (bytes.length === 0) throw new Refusal('INVALID', empty)
  // The mark of gzip begins with a control character, which a pattern had better not hold.
  const begin = bytes.subarray(0, 64).toString('latin1').replace('\u001f\u008b', 'GZIP')
  if (begin.startsWith('PK')) yield* readXlsxFile(bytes, working)
  else if (begin.startsWith('\xd0\xcf\x11\xe0')) yield* readXlsFile(bytes)
  else {
    const kind = others.find(([pattern]) => pattern.test(begin))?.[1]
    if (kind) throw new Refusal('INVALID', otherKind(kind))
    yield* readTextFile(bytes, name)
  }
  yield { kind: 'end' }
}

const empty = text(
  '文件是空的（0 字节）。请检查后重新上传。',
  'The file is empty (0 bytes). Check it and upload it again.',
)
const otherKind = (kind: Text) =>
  text(
    `这是${kind.zh}，不是工作簿，不能导入。请在 Excel 或 WPS 中把表格另存为 .xlsx 后上传。`,
    `This is ${kind.en}, not a workbook. Save the table as .xlsx in Excel or WPS and upload that.`,
  )
