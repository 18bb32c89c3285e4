import { setImmediate } from 'node:timers/promises'
import { type CellValue, readXlsx, streamXlsxRows } from 'hucre/xlsx'
import { streamCsvRows } from 'hucre/csv'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { decodeText } from './decode-text.ts'
import { damaged, guardWorkbook } from './zip-guard.ts'

/** A line of a sheet that holds anything; `number` is the one that Excel shows. */
export type SheetRow = { readonly number: number; readonly values: readonly CellValue[] }
export type SheetContent = { readonly name: string; readonly rows: readonly SheetRow[] }
export type WorkbookFile = { readonly name: string; readonly bytes: Uint8Array }

const mostRows = 200_000
const mostColumns = 200
const mostSheets = 50

/**
 * The visible sheets of a workbook (.xlsx) or of a text file (CSV in UTF-8, UTF-16 or GB 18030), which is one sheet named after
 * the file. Formulas come as their last results. The event loop runs in between.
 * @throws Refusal INVALID for a file that cannot be read, holds macros or is beyond all bounds
 */
export async function readSheets(file: WorkbookFile, signal?: AbortSignal): Promise<SheetContent[]> {
  const [a, b] = file.bytes
  if (a === 0xd0 && b === 0xcf) throw new Refusal('INVALID', oldOrLocked, { file: file.name })
  if (a === 0x50 && b === 0x4b) return await readWorkbook(file.bytes, signal)
  const name = file.name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  const rows = await gather(csvRows(decodeText(file.bytes)), signal)
  return [{ name, rows }]
}

async function readWorkbook(bytes: Uint8Array, signal: AbortSignal | undefined): Promise<SheetContent[]> {
  guardWorkbook(bytes)
  try {
    const sheets: { name: string; index: number }[] = []
    await readXlsx(bytes, {
      sheets: ({ name, index, hidden, veryHidden }) => {
        if (!hidden && !veryHidden) sheets.push({ name, index })
        return false
      },
    })
    if (sheets.length > mostSheets) throw new Refusal('INVALID', tooManySheets, { sheets: sheets.length })
    const contents: SheetContent[] = []
    for (const { name, index } of sheets)
      contents.push({ name, rows: await gather(sheetRows(bytes, index), signal) })
    return contents
  } catch (error) {
    // The library's own errors, whatever their type, say that the file is not what it claims to be.
    if (error instanceof Refusal || signal?.aborted) throw error
    throw new Refusal('INVALID', damaged, { cause: error instanceof Error ? error.message : String(error) })
  }
}

async function* sheetRows(bytes: Uint8Array, sheet: number): AsyncGenerator<SheetRow> {
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) yield { number: index + 1, values }
}

async function* csvRows(content: string): AsyncGenerator<SheetRow> {
  let number = 0
  for (const values of streamCsvRows(content)) yield { number: ++number, values }
}

async function gather(source: AsyncIterable<SheetRow>, signal: AbortSignal | undefined): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  let seen = 0
  for await (const row of source) {
    seen += 1
    if (seen % 1_000 === 0) {
      signal?.throwIfAborted()
      await setImmediate()
    }
    const last = row.values.findLastIndex((value) => value !== null && value !== '')
    if (last < 0) continue
    if (last >= mostColumns) throw new Refusal('INVALID', tooWide, { row: row.number })
    if (rows.length === mostRows) throw new Refusal('INVALID', tooLong, { rows: mostRows })
    rows.push({ number: row.number, values: row.values.slice(0, last + 1) })
  }
  return rows
}

const oldOrLocked = text(
  '这是旧版 .xls 或者设了密码的文件。请取消密码，另存为 .xlsx 后重新上传。',
  'This is an old .xls file or one with a password. Remove the password, save it as .xlsx and upload it again.',
)
const tooManySheets = text(
  `工作表超过${mostSheets}张，请拆分后导入。`,
  `More than ${mostSheets} sheets: split the workbook.`,
)
const tooWide = text(
  `工作表超过${mostColumns}列。请删去右侧多余的列（包括看似空白的列）。`,
  `More than ${mostColumns} columns: delete what stands to the right, also what looks blank.`,
)
const tooLong = text(
  `一张工作表超过${mostRows}行，请拆分后导入。`,
  `More than ${mostRows} lines in a sheet: split it.`,
)
