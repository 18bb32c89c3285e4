import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const mostEntries = 2_000
const mostBytes = 400_000_000
const mostSharedText = 80_000_000
// Sheets of real offices pack 5 to 40 to 1; deflate's limit is 1032 to 1.
const mostRatio = 200
const ratioFrom = 5_000_000

type Entry = { readonly name: string; readonly packed: number; readonly size: number }

/**
 * Reads a workbook's directory and refuses what no office's workbook holds, before anything is unpacked. What the directory
 * declares binds: the unpacking stops at the declared size.
 * @throws Refusal INVALID naming what was found
 */
export function guardWorkbook(bytes: Uint8Array): void {
  const entries = directoryOf(bytes)
  const names = new Set(entries.map((entry) => entry.name))
  if (entries.length > mostEntries || names.size !== entries.length) throw new Refusal('INVALID', damaged)
  for (const { name, packed, size } of entries) {
    if (name.startsWith('/') || name.includes('\\') || name.split('/').includes('..'))
      throw new Refusal('INVALID', damaged, { name })
    if (/vbaproject|\/macrosheets\//i.test(name)) throw new Refusal('INVALID', macros, { name })
    // A size of 0 would lift the limit on unpacking.
    if (size === 0 && packed > 2) throw new Refusal('INVALID', damaged, { name })
    if (size > ratioFrom && size > packed * mostRatio) throw new Refusal('INVALID', tooLarge, { name, size })
    if (/sharedstrings/i.test(name) && size > mostSharedText)
      throw new Refusal('INVALID', tooLarge, { name, size })
  }
  const size = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (size > mostBytes) throw new Refusal('INVALID', tooLarge, { size })
  if (!names.has('xl/workbook.xml')) throw new Refusal('INVALID', notAWorkbook)
}

function directoryOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const furthest = Math.max(0, end - 65_535)
  while (end >= furthest && view.getUint32(end, true) !== endOfDirectory) end -= 1
  if (end < furthest || bytes.length < 22) throw new Refusal('INVALID', damaged)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const decoder = new TextDecoder()
  const entries: Entry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry)
      throw new Refusal('INVALID', damaged)
    const nameLength = view.getUint16(at + 28, true)
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({ name, packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true) })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

export const damaged: Text = text(
  '文件已损坏，或者不是 Excel 工作簿，无法读取。请在 Excel 或 WPS 中打开后另存为 .xlsx，再重新上传。',
  'The file is damaged or is no workbook. Open it in Excel or WPS, save it as .xlsx and upload it again.',
)
const notAWorkbook = text(
  '这个文件不是 .xlsx 工作簿。请在 Excel 或 WPS 中另存为 .xlsx，或者另存为 CSV。',
  'This is no .xlsx workbook. Save it as .xlsx, or as CSV, in Excel or WPS.',
)
const macros = text(
  '工作簿中带有宏，不予导入。请另存为不带宏的 .xlsx。',
  'The workbook holds macros and is not imported. Save it as .xlsx without macros.',
)
const tooLarge = text(
  '工作簿解压后过大，不予导入。请删去多余的工作表和空白行列，或者分成几个文件。',
  'The workbook is too large once unpacked. Delete unneeded sheets and blank rows and columns, or split it.',
)
