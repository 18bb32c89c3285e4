import { Refusal } from '../../refusal.ts'
import { type Text, text } from '../../text.ts'
import { readingLimits as limits } from './limits.ts'
import { damaged, lockedFile } from './refusals.ts'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50
const endLength = 22

/** A part of a ZIP file as its directory declares it. `at` is where its packed bytes begin. */
export type ZipEntry = {
  readonly name: string
  readonly packed: number
  readonly size: number
  readonly crc: number
  readonly stored: boolean
  readonly at: number
}

/**
 * Reads a workbook's directory and refuses what no office's workbook holds, before anything is unpacked.
 * @throws Refusal INVALID naming what was found
 */
export function guardZip(bytes: Buffer): ReadonlyMap<string, ZipEntry> {
  const entries = directoryOf(bytes)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const folded = new Set(entries.map((entry) => entry.name.toLowerCase()))
  if (folded.size !== entries.length) throw new Refusal('INVALID', doubles)
  refuseKind(folded)
  for (const { name, packed, size } of entries) {
    if (name.startsWith('/') || /[\\\0]/.test(name) || name.split('/').includes('..'))
      throw new Refusal('INVALID', strangeName, { name })
    if (size > limits.ratioFrom && size > packed * limits.ratio)
      throw new Refusal('INVALID', tooLarge, { name, size })
    if (size > limits.partBytes) throw new Refusal('INVALID', tooLarge, { name, size })
    if (/sharedstrings/i.test(name) && size > limits.sharedTextBytes)
      throw new Refusal('INVALID', tooLarge, { name, size })
  }
  refuseOverlap(entries, bytes)
  const size = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (size > limits.unpackedBytes) throw new Refusal('INVALID', tooLarge, { size })
  return byName
}

function directoryOf(bytes: Buffer): ZipEntry[] {
  let end = bytes.length - endLength
  const furthest = Math.max(0, end - 65_535)
  while (end >= furthest && bytes.readUInt32LE(end) !== endOfDirectory) end -= 1
  if (end < furthest || bytes.length < endLength) throw new Refusal('INVALID', cutOff)
  const count = bytes.readUInt16LE(end + 10)
  if (count > limits.entries) throw new Refusal('INVALID', tooManyParts, { parts: count })
  let at = bytes.readUInt32LE(end + 16)
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== directoryEntry) throw new Refusal('INVALID', damaged)
    entries.push(entryAt(bytes, at))
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function entryAt(bytes: Buffer, at: number): ZipEntry {
  const name = bytes.subarray(at + 46, at + 46 + bytes.readUInt16LE(at + 28)).toString('utf8')
  if ((bytes.readUInt16LE(at + 8) & 1) !== 0) throw new Refusal('INVALID', lockedFile, { name })
  const method = bytes.readUInt16LE(at + 10)
  const packed = bytes.readUInt32LE(at + 20)
  const size = bytes.readUInt32LE(at + 24)
  if (method !== 0 && method !== 8) throw new Refusal('INVALID', damaged, { name, method })
  // A size of 0 would lift the limit on unpacking.
  if (size === 0 && packed > 2) throw new Refusal('INVALID', damaged, { name })
  const local = bytes.readUInt32LE(at + 42)
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== localEntry)
    throw new Refusal('INVALID', damaged, { name })
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  return { name, packed, size, crc: bytes.readUInt32LE(at + 16), stored: method === 0, at: start }
}

/** Parts that share their bytes unpack many times over from one (the quoting bomb). */
function refuseOverlap(entries: readonly ZipEntry[], bytes: Buffer): void {
  let end = 0
  for (const { name, at, packed } of [...entries].sort((a, b) => a.at - b.at)) {
    if (at < end || at + packed > bytes.length) throw new Refusal('INVALID', overlapping, { name })
    end = at + packed
  }
}

function refuseKind(names: ReadonlySet<string>): void {
  const holds = (pattern: RegExp) => [...names].some((name) => pattern.test(name))
  if (holds(/vbaproject|(^|\/)macrosheets\//)) throw new Refusal('INVALID', macros)
  if (names.has('xl/workbook.xml')) return
  if (names.has('xl/workbook.bin')) throw new Refusal('INVALID', otherFormat('.xlsb'))
  if (holds(/^word\//)) throw new Refusal('INVALID', otherProgram(text('Word', 'Word')))
  if (holds(/^ppt\//)) throw new Refusal('INVALID', otherProgram(text('演示文稿', 'presentation')))
  if (names.has('content.xml')) throw new Refusal('INVALID', otherFormat('.ods'))
  throw new Refusal('INVALID', notAWorkbook)
}

const cutOff = text(
  '文件不完整，像是没有传完或者没有存完。请重新保存、重新上传。',
  'The file is cut off. Save it again and upload it again.',
)
const doubles = text(
  '工作簿里有重名的部件，不是正常保存的文件，不予导入。请在 Excel 或 WPS 中打开后另存为 .xlsx。',
  'The workbook holds two parts of one name. Open it in Excel or WPS and save it as .xlsx.',
)
const strangeName = text(
  '工作簿里有不正常的部件路径，不予导入。请在 Excel 或 WPS 中打开后另存为 .xlsx。',
  'The workbook holds a part whose path leads out of it. Open it in Excel or WPS and save it as .xlsx.',
)
const overlapping = text(
  '工作簿里的部件互相重叠，不是正常保存的文件，不予导入。请在 Excel 或 WPS 中打开后另存为 .xlsx。',
  'Parts of the workbook overlap one another. Open it in Excel or WPS and save it as .xlsx.',
)
const tooManyParts = text(
  `工作簿里的部件超过${limits.entries}个，不予导入。请删去图片等多余内容后重新上传。`,
  `The workbook has more than ${limits.entries} parts. Delete its pictures and the like and upload it again.`,
)
const macros = text(
  '工作簿中带有宏，不予导入。请另存为不带宏的 .xlsx。',
  'The workbook holds macros and is not imported. Save it as .xlsx without macros.',
)
const notAWorkbook = text(
  '这个文件不是 .xlsx 工作簿。请在 Excel 或 WPS 中另存为 .xlsx，或者另存为 CSV。',
  'This is no .xlsx workbook. Save it as .xlsx, or as CSV, in Excel or WPS.',
)
const otherFormat = (format: string) =>
  text(
    `不能读取 ${format} 格式的工作簿。请在 Excel 或 WPS 中打开后另存为 .xlsx，再重新上传。`,
    `Workbooks in the format ${format} cannot be read. Open it in Excel, WPS or LibreOffice, save it as .xlsx and upload it again.`,
  )
const otherProgram = ({ zh, en }: Text) =>
  text(
    `这是${zh}文件，不是工作簿。请把表格复制到 Excel 或 WPS 表格中，另存为 .xlsx 后上传。`,
    `This is a ${en} file and no workbook. Copy its table into a workbook, save it as .xlsx and upload that.`,
  )
export const tooLarge = text(
  '工作簿解压后过大，不予导入。请删去多余的工作表和空白行列，或者分成几个文件。',
  'The workbook is too large once unpacked. Delete unneeded sheets and blank rows and columns, or split it.',
)
