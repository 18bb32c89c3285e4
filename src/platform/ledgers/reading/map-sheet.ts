import type { CellValue } from 'hucre/xlsx'
import { columnLetter } from '../cell-error.ts'
import type { Ledger } from '../ledger.ts'
import { shownCell } from '../read-cell.ts'
import { exactColumn, type Layout, type LayoutColumns } from './layout.ts'
import type { MappedColumn, SheetAnswer, SheetMapping } from './mapping.ts'
import type { SheetTop } from './sheet-top.ts'
import { suggestColumns } from './suggest-columns.ts'

export type Confirmed = { readonly columns: LayoutColumns; readonly by: string; readonly at: string }

type Sheet = {
  readonly name: string
  readonly named: boolean
  readonly top: SheetTop
  readonly layout: Layout
  /** The first lines below the headings. */
  readonly samples: readonly (readonly CellValue[])[]
}

const shownSamples = 3
const longestSample = 40

/** How a sheet is read: as answered now, else by its own headings where all are the ledger's, else as confirmed before, else an offer. */
export function mapSheet(
  sheet: Sheet,
  ledger: Ledger,
  answer: SheetAnswer | undefined,
  confirmed: Confirmed | null,
): SheetMapping {
  const { headings } = sheet.top
  const exact = new Map(headings.map((heading) => [heading.at, exactColumn(ledger, heading)]))
  if (answer) {
    const said = new Map(answer.columns.map(({ at, key }) => [at, key]))
    return mapping(sheet, ledger, false, null, (at) => ({
      key: said.get(at) ?? null,
      because: said.get(at) ? 'confirmed' : 'none',
    }))
  }
  if (isWhole(ledger, [...exact.values()]))
    return mapping(sheet, ledger, false, null, (at) => ({ key: exact.get(at) ?? null, because: 'exact' }))
  if (confirmed && fits(ledger, sheet.layout, confirmed)) {
    const { by, at: when } = confirmed
    return mapping(sheet, ledger, false, { by, at: when }, (_, index) => {
      const key = confirmed.columns[sheet.layout.keys[index] as string] ?? null
      return { key, because: key === null ? 'none' : 'confirmed' }
    })
  }
  const offered = suggestColumns(ledger, headings, sheet.samples)
  return mapping(sheet, ledger, true, null, (at) => {
    const { key, because } = offered.get(at) ?? { key: null, because: 'none' as const }
    return { key, because: key !== null && exact.get(at) === key ? 'exact' : because }
  })
}

/** A sheet that no ledger is known for: a person may say which it is. */
export function unnamedSheet(sheet: Sheet): SheetMapping {
  return {
    ...mapping(sheet, null, true, null, () => ({ key: null, because: 'none' })),
  }
}

function mapping(
  { name, named, top, samples }: Sheet,
  ledger: Ledger | null,
  wanted: boolean,
  confirmed: SheetMapping['confirmed'],
  choose: (at: number, index: number) => Pick<MappedColumn, 'key' | 'because'>,
): SheetMapping {
  return {
    sheet: name,
    ledger: ledger?.id ?? null,
    named,
    headingRow: top.row,
    wanted,
    confirmed,
    columns: top.headings.map(({ at, words }, index) => ({
      at,
      letter: columnLetter(at),
      heading: words,
      samples: samples
        .map((line) => shownCell(line[at]).trim().slice(0, longestSample))
        .filter((value) => value !== '')
        .slice(0, shownSamples),
      ...choose(at, index),
    })),
  }
}

/** Every heading is the ledger's own, none stands twice, and none that is required is missing: of the others the sheet says nothing. */
function isWhole(ledger: Ledger, keys: readonly (string | null)[]): boolean {
  return (
    keys.every((key) => key !== null) &&
    new Set(keys).size === keys.length &&
    ledger.columns.every(({ key, required }) => !required || keys.includes(key))
  )
}

/** A program that has since changed its columns asks anew. */
function fits(ledger: Ledger, layout: Layout, { columns }: Confirmed): boolean {
  const keys = Object.values(columns).filter((key) => key !== null)
  return (
    layout.keys.every((key) => key in columns) &&
    keys.every((key) => ledger.columns.some((column) => column.key === key)) &&
    ledger.columns.every((column) => !column.required || keys.includes(column.key))
  )
}
