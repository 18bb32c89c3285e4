import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'

/** A person at the error workbook, with another library than wrote it; in a process of its own, whose memory is not the program's. */
export type MendOrder = {
  readonly path: string
  readonly sheet: string
  /** Line of the sheet from 1, column from 1. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly good: string }[]
  readonly mended: string
}
export type Mended = {
  /** Lines with a message, and what it says. */
  readonly messages: readonly (readonly [row: number, message: string])[]
  /** What stood in the cells that were mended. */
  readonly before: readonly string[]
  readonly lines: number
}

async function mend({ path, sheet: name, cells, mended }: MendOrder): Promise<Mended> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.getWorksheet(name)
  if (!sheet) throw new Error(`no sheet ${name} in ${workbook.worksheets.map((one) => one.name).join()}`)
  const messages: [number, string][] = []
  sheet.eachRow((row, number) => {
    const last = row.getCell(row.cellCount).text
    if (last.startsWith('✗ ')) messages.push([number, last])
  })
  const before = cells.map(({ row, column, good }) => {
    const cell = sheet.getRow(row).getCell(column)
    const { text } = cell
    cell.value = good === '' ? null : good
    return text
  })
  await workbook.xlsx.writeFile(mended)
  return { messages, before, lines: sheet.rowCount }
}

if (import.meta.main)
  console.log(
    JSON.stringify(await mend(JSON.parse(await readFile(process.argv[2] as string, 'utf8')) as MendOrder)),
  )
