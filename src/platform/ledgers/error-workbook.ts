import { openXlsx, readXls, saveXlsx, writeXlsx, type CellStyle, type Sheet } from 'hucre'
import { type Language, say, type Text, text } from '../text.ts'
import type { CellError } from './contract.ts'
import { csvWithMessages } from './csv-messages.ts'
import type { WorkbookFile } from './read-sheets.ts'
import { checkSheet } from './sheet-names.ts'
import { asText, titleStyle, workbookMime, wrapped } from './workbook-bytes.ts'

export type FileWithErrors = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }
/** What is to be said: all the errors that were kept, and how many there are. */
export type ErrorsToTell = {
  readonly errors: readonly CellError[]
  readonly count: number
  readonly language: Language
}

/** Begins each message, so that the column of an earlier check is found again. */
export const mark = '✗ '
const told: CellStyle = { font: { color: { rgb: 'B42318' } }, alignment: { wrapText: true, vertical: 'top' } }

/**
 * The uploaded file as it came, with what is wrong beside each line and a sheet in front that counts. The column has no heading and
 * the sheet is one of our own, so that the mended file goes in as it is. Touches no database.
 * An old .xls comes as .xlsx with its values alone; text stays text in its encoding, with the column.
 */
export async function errorWorkbook(file: WorkbookFile, told: ErrorsToTell): Promise<FileWithErrors> {
  const [a, b] = file.bytes
  const { base, ending } = split(file.name)
  const name = (end: string) => `${base} ${say(check, told.language)}${end}`
  const workbook = { type: workbookMime }
  if (a === 0x50 && b === 0x4b)
    return { ...workbook, name: name('.xlsx'), bytes: await annotated(file.bytes, told) }
  if (a === 0xd0 && b === 0xcf)
    return { ...workbook, name: name('.xlsx'), bytes: await fromOld(file.bytes, told) }
  const messages = messagesByRow(told.errors, told.language, () => true)
  return { name: name(ending || '.csv'), type: 'text/csv', bytes: csvWithMessages(file.bytes, messages) }
}

async function annotated(bytes: Uint8Array, told: ErrorsToTell): Promise<Uint8Array> {
  const workbook = await openXlsx(bytes, { readStyles: true })
  const ours = new Set([checkSheet.zh, checkSheet.en])
  const sheets = workbook.sheets.filter((sheet) => !ours.has(sheet.name))
  for (const sheet of sheets) addMessages(sheet, told)
  workbook.sheets = [countingSheet(told, null), ...sheets]
  return await saveXlsx(workbook)
}

async function fromOld(bytes: Uint8Array, told: ErrorsToTell): Promise<Uint8Array> {
  const { sheets } = await readXls(bytes)
  const plain: Sheet[] = sheets.map(({ name, rows, hidden }) => ({
    name,
    rows: rows.map((row) => [...row]),
    ...(hidden ? { hidden } : {}),
  }))
  for (const sheet of plain) addMessages(sheet, told)
  const written = [countingSheet(told, valuesAlone), ...plain].map(
    ({ name, rows, columns, cells, hidden }) => ({
      name,
      rows,
      ...(columns ? { columns } : {}),
      ...(cells ? { cells } : {}),
      ...(hidden ? { hidden } : {}),
    }),
  )
  return await writeXlsx({ sheets: written })
}

/** Writes the messages beside the last column, or over those of an earlier check. */
function addMessages(sheet: Sheet, { errors, language }: ErrorsToTell): void {
  const messages = messagesByRow(errors, language, (error) => error.sheet === sheet.name)
  const earlier = earlierColumn(sheet)
  if (messages.size === 0 && earlier === null) return
  const at = earlier ?? sheet.rows.reduce((most, row) => Math.max(most, lastFilled(row) + 1), 0)
  const put = (row: number, value: string | null) => {
    while (sheet.rows.length <= row) sheet.rows.push([])
    const cells = sheet.rows[row] as Sheet['rows'][number]
    while (cells.length <= at) cells.push(null)
    cells[at] = value
    sheet.cells ??= new Map()
    if (value === null) sheet.cells.delete(`${row},${at}`)
    else sheet.cells.set(`${row},${at}`, { value, type: 'string', style: told })
  }
  if (earlier !== null)
    sheet.rows.forEach((row, index) => {
      if (isMessage(row[earlier])) put(index, null)
    })
  for (const [row, message] of messages) put(row - 1, message)
  sheet.columns = Array.from({ length: Math.max(at + 1, sheet.columns?.length ?? 0) }, (_, index) =>
    index === at ? { width: 60 } : (sheet.columns?.[index] ?? {}),
  )
}

const isMessage = (value: unknown) => typeof value === 'string' && value.startsWith(mark)

function earlierColumn(sheet: Sheet): number | null {
  for (const row of sheet.rows) {
    const at = row.findIndex(isMessage)
    if (at >= 0) return at
  }
  return null
}

const lastFilled = (row: readonly unknown[]) => row.findLastIndex((value) => value !== null && value !== '')

/** One message a line of the sheet; what concerns the sheet as a whole stands on the counting sheet alone. */
function messagesByRow(
  errors: readonly CellError[],
  language: Language,
  which: (error: CellError) => boolean,
): Map<number, string> {
  const lines = Map.groupBy(
    errors.filter((error) => which(error) && !ofSheet(error)),
    (error) => error.row,
  )
  return new Map(
    [...lines].map(([row, own]) => [row, mark + own.map((error) => sentence(error, language)).join('；')]),
  )
}

/** A wrong heading is no line: a message beside the headings would be read as one. */
const ofSheet = ({ column, heading, value }: CellError) => column === '' || heading === value

function sentence({ column, heading, value, message }: CellError, language: Language): string {
  const where = [column, heading].filter(Boolean).join(' ')
  return `${where}${value === '' ? '' : `“${value}”`}: ${say(message, language)}`
}

function countingSheet({ errors, count, language }: ErrorsToTell, note: Text | null): Sheet {
  const bySheet = Map.groupBy(errors, (error) => error.sheet)
  const lines: (string | number | null)[][] = [
    [say(checkSheet, language)],
    [say(total(count), language)],
    ...(count > errors.length ? [[say(onlyFirst(errors.length), language)]] : []),
    ...(note ? [[say(note, language)]] : []),
    [say(howTo, language)],
    [],
    ...[...bySheet].map(([sheet, own]) => [say(inSheet(sheet, own.length), language)]),
    ...errors
      .filter(ofSheet)
      .map((error) => [
        `${error.sheet}: ${[error.column, error.heading].filter(Boolean).join(' ')} ${say(error.message, language)}`,
      ]),
  ]
  return {
    name: say(checkSheet, language),
    rows: lines,
    columns: [{ width: 110, style: wrapped }],
    cells: new Map([
      ['0,0', { value: say(checkSheet, language), type: 'string', style: { ...asText, ...titleStyle } }],
    ]),
  }
}

function split(name: string): { base: string; ending: string } {
  const plain = name.replace(/^.*[\\/]/, '')
  const dot = plain.lastIndexOf('.')
  return dot > 0 ? { base: plain.slice(0, dot), ending: plain.slice(dot) } : { base: plain, ending: '' }
}

const check = text('检查结果', 'checked')
const total = (count: number) => text(`共有错误${count}处。`, count === 1 ? '1 error.' : `${count} errors.`)
const inSheet = (sheet: string, count: number) =>
  text(`工作表“${sheet}”：${count}处`, `Sheet “${sheet}”: ${count}`)
const onlyFirst = (listed: number) =>
  text(`错误太多，只注明了前${listed}处。`, `There are too many: the first ${listed} are noted.`)
const howTo = text(
  '各行的问题写在该行最后一列之后。请直接在表中改正，改好后原样上传即可；本工作表和各行的提示不必删除。',
  'What is wrong with a line stands behind its last column. Correct the cells and upload this file as it is; this sheet and the messages may stay.',
)
const valuesAlone = text(
  '原文件是旧的 .xls 格式，这里是另存的 .xlsx，只含数值和文字，不含原来的格式。',
  'The original is an old .xls; this is an .xlsx with its values alone, without its formatting.',
)
