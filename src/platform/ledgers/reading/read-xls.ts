import { readXls } from 'hucre/xlsx'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { boundedRow } from './bounded-row.ts'
import { OleFile } from './ole-file.ts'
import type { Frame, FrameRow, SheetFacts } from './frame.ts'
import { inBatches } from './in-batches.ts'
import { readingLimits as limits } from './limits.ts'
import { tooLong } from './sheet-scan.ts'
import { tooManySheets } from './workbook-parts.ts'

const records = { begin: 0x0809, locked: 0x002f, sheet: 0x0085, row: 0x0208, columns: 0x007d } as const

/** The visible sheets of an old workbook (.xls of Excel 97 to 2003, and .et of WPS). */
export async function* readXlsFile(bytes: Buffer): AsyncGenerator<Frame> {
  const container = new OleFile(bytes)
  if (container.names.has('ENCRYPTEDPACKAGE')) throw new Refusal('INVALID', locked)
  const name = ['Workbook', 'Book'].find((candidate) => container.names.has(candidate.toUpperCase()))
  if (!name) throw new Refusal('INVALID', notAWorkbook)
  if (container.names.has('_VBA_PROJECT_CUR') || container.names.has('VBA'))
    throw new Refusal('INVALID', macros)
  const hidden = hiddenParts(container.stream(name))
  const { sheets } = await readXls(bytes)
  if (sheets.length > limits.sheets) throw new Refusal('INVALID', tooManySheets, { sheets: sheets.length })
  const contents = sheets.map((sheet) => {
    const rows = sheet.rows.flatMap((values, index) => {
      const row = boundedRow(index + 1, values ?? [])
      return row ? [row] : []
    })
    if (rows.length > limits.rows) throw new Refusal('INVALID', tooLong, { rows: rows.length })
    return { sheet, rows }
  })
  yield {
    kind: 'book',
    sheets: contents.map(({ sheet, rows }, index) => factsOf(sheet, rows, hidden[index])),
  }
  for (const [index, { rows }] of contents.entries()) {
    if (hidden[index]?.sheet || rows.length === 0) continue
    yield { kind: 'sheet', index }
    yield* inBatches(rows)
  }
}

type Hidden = {
  readonly sheet: boolean
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

function factsOf(
  sheet: Awaited<ReturnType<typeof readXls>>['sheets'][number],
  rows: readonly FrameRow[],
  hidden: Hidden | undefined,
): SheetFacts {
  return {
    name: sheet.name,
    hidden: hidden?.sheet ?? false,
    rows: rows.length,
    hiddenRows: hidden?.rows ?? [],
    hiddenColumns: hidden?.columns ?? [],
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
  }
}

/** What is hidden in each sheet ([MS-XLS] §2.4.28, §2.4.53, §2.4.221), which the library does not tell. */
function hiddenParts(stream: Buffer): Hidden[] {
  const sheets: { at: number; sheet: boolean; rows: number[]; columns: number[] }[] = []
  let current: (typeof sheets)[number] | undefined
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const kind = stream.readUInt16LE(at)
    const data = stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2))
    if (kind === records.locked) throw new Refusal('INVALID', locked)
    if (kind === records.begin) current = sheets.find((sheet) => sheet.at === at) ?? current
    if (kind === records.sheet && data.length >= 6)
      sheets.push({ at: data.readUInt32LE(0), sheet: ((data[4] ?? 0) & 3) !== 0, rows: [], columns: [] })
    if (kind === records.row && data.length >= 16 && (data.readUInt32LE(12) & 0x20) !== 0)
      current?.rows.push(data.readUInt16LE(0) + 1)
    if (kind === records.columns && data.length >= 10 && (data.readUInt16LE(8) & 1) !== 0) {
      const last = Math.min(data.readUInt16LE(2), limits.columns)
      for (let column = data.readUInt16LE(0); column <= last; column += 1) current?.columns.push(column)
    }
  }
  return sheets
}

const locked = text(
  '文件设了密码，无法读取。请取消密码后重新上传。',
  'The file has a password. Remove it and upload the file again.',
)
const macros = text(
  '工作簿中带有宏，不予导入。请另存为不带宏的 .xlsx。',
  'The workbook holds macros and is not imported. Save it as .xlsx without macros.',
)
const notAWorkbook = text(
  '这个文件不是 Excel 工作簿，可能是旧版 Word 或演示文稿。请把表格另存为 .xlsx 后重新上传。',
  'This is no workbook; it may be an old Word file or presentation. Save the table as .xlsx and upload that.',
)
