import type { CellValue } from 'hucre/xlsx'
import { openWorkbook, type WorkbookFile } from './reading/open-workbook.ts'

export type { WorkbookFile } from './reading/open-workbook.ts'

/** A line of a sheet that holds anything; `number` is the one that Excel shows. */
export type SheetRow = { readonly number: number; readonly values: readonly CellValue[] }
export type SheetContent = { readonly name: string; readonly rows: readonly SheetRow[] }

/**
 * The visible sheets of a small workbook, whole. An import takes its lines as they come: `read-ledgers.ts`.
 * @throws Refusal INVALID as {@link openWorkbook}
 */
export async function readSheets(file: WorkbookFile, signal?: AbortSignal): Promise<SheetContent[]> {
  return await openWorkbook(file, signal, async ({ sheets, filled }) => {
    const rows = new Map<string, SheetRow[]>()
    for await (const sheet of filled) {
      const own: SheetRow[] = []
      for await (const [number, values] of sheet.rows) own.push({ number, values })
      rows.set(sheet.facts.name, own)
    }
    return sheets.filter(({ hidden }) => !hidden).map(({ name }) => ({ name, rows: rows.get(name) ?? [] }))
  })
}
