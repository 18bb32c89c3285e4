import { readXls } from 'hucre/xlsx'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { boundedRow } from './bounded-row.ts'
import { OleFile } from './ole-file.ts'
import type { Frame, FrameRow, SheetFacts } from './frame.ts'
import { shownMonth } from './cell-formats.ts'
import { inBatches } from './in-batches.ts'
import { readingLimits as limits } from './limits.ts'
import { lockedFile } from './refusals.ts'
import { tooLong } from './sheet-scan.ts'
import { type SheetMarks, sheetMarks } from './xls-marks.ts'
import { tooManySheets } from './workbook-parts.ts'

/** The visible sheets of an old workbook (.xls of Excel 97 to 2003, and .et of WPS). */
export async function* readXlsFile(bytes: Buffer): AsyncGenerator<Frame> {
  const container = new OleFile(bytes)
  if (container.names.has('ENCRYPTEDPACKAGE')) throw new Refusal('INVALID', lockedFile)
  const name = ['Workbook', 'Book'].find((candidate) => container.names.has(candidate.toUpperCase()))
  if (!name) throw new Refusal('INVALID', notAWorkbook)
  if (container.names.has('_VBA_PROJECT_CUR') || container.names.has('VBA'))
    throw new Refusal('INVALID', macros)
  const marks = sheetMarks(container.stream(name))
  const { sheets } = await readXls(bytes)
  if (sheets.length > limits.sheets) throw new Refusal('INVALID', tooManySheets, { sheets: sheets.length })
  const contents = sheets.map((sheet, order) => {
    const months = marks[order]?.months
    const rows = sheet.rows.flatMap((values, index) => {
      const said = (values ?? []).map((value, at) =>
        value instanceof Date && months?.has(`${index},${at}`) ? shownMonth(value) : value,
      )
      const row = boundedRow(index + 1, said)
      return row ? [row] : []
    })
    if (rows.length > limits.rows) throw new Refusal('INVALID', tooLong, { rows: rows.length })
    return { sheet, rows }
  })
  yield {
    kind: 'book',
    sheets: contents.map(({ sheet, rows }, index) => factsOf(sheet, rows, marks[index])),
  }
  for (const [index, { rows }] of contents.entries()) {
    if (marks[index]?.sheet || rows.length === 0) continue
    yield { kind: 'sheet', index }
    yield* inBatches(rows)
  }
}

function factsOf(
  sheet: Awaited<ReturnType<typeof readXls>>['sheets'][number],
  rows: readonly FrameRow[],
  hidden: SheetMarks | undefined,
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

const macros = text(
  '工作簿中带有宏，不予导入。请另存为不带宏的 .xlsx。',
  'The workbook holds macros and is not imported. Save it as .xlsx without macros.',
)
const notAWorkbook = text(
  '这个文件不是 Excel 工作簿，可能是旧版 Word 或演示文稿。请把表格另存为 .xlsx 后重新上传。',
  'This is no workbook; it may be an old Word file or presentation. Save the table as .xlsx and upload that.',
)
