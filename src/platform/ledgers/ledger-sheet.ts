import type { Cell, WriteSheet } from 'hucre/xlsx'
import { type Language, say } from '../text.ts'
import { printHeading } from './heading-key.ts'
import type { Ledger } from './ledger.ts'
import { asText, headingStyle, literalText, widthFor, workbookBytes } from './workbook-bytes.ts'

/** A sheet with the template's headings and the given lines: one text for each column, empty where there is nothing. */
function ledgerSheet(ledger: Ledger, language: Language, lines: readonly (readonly string[])[]): WriteSheet {
  const headings = ledger.columns.map((column) =>
    printHeading(say(column.heading, language), column.required),
  )
  const sample = lines.slice(0, 100)
  return {
    name: say(ledger.sheet, language),
    columns: headings.map((heading, index) => ({
      width: widthFor([heading, ...sample.map((line) => line[index] ?? '')]),
      style: asText,
    })),
    rows: [headings, ...lines.map((line) => line.map((value) => (value === '' ? null : literalText(value))))],
    cells: new Map<string, Partial<Cell>>(
      headings.map((_, index) => [`0,${index}`, { style: headingStyle }]),
    ),
    freezePane: { rows: 1 },
  }
}

/** A filled-in workbook of a ledger from values by column key, in the words of the language. */
export async function filledLedger(
  ledger: Ledger,
  language: Language,
  rows: readonly Readonly<Record<string, string>>[],
): Promise<Uint8Array> {
  const known = new Set(ledger.columns.map((column) => column.key))
  const lines = rows.map((row) => {
    const unknown = Object.keys(row).filter((key) => !known.has(key))
    if (unknown.length > 0) throw new Error(`ledger ${ledger.id} has no column ${unknown.join(', ')}`)
    return ledger.columns.map((column) => row[column.key] ?? '')
  })
  return await workbookBytes([ledgerSheet(ledger, language, lines)], say(ledger.sheet, language))
}
