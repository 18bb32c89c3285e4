import type { CellValue } from 'hucre/xlsx'
import type { Ledger, LedgerColumn } from '../ledger.ts'
import { readCell, shownCell } from '../read-cell.ts'
import { headingLikeness } from './heading-likeness.ts'
import { wrongUnit } from './money-unit.ts'
import type { SheetHeading } from './sheet-top.ts'

/** Why a column is offered: its words are the same or alike, or its values fit no other column. */
export type Because = 'heading' | 'values'
export type Suggestion = { readonly key: string; readonly because: Because }

const least = 0.5

/** For each heading the column of the ledger that it most likely is, no column twice. Only an offer: a person decides. */
export function suggestColumns(
  ledger: Ledger,
  headings: readonly SheetHeading[],
  samples: readonly (readonly CellValue[])[],
): ReadonlyMap<number, Suggestion> {
  const scored = headings.flatMap((heading) =>
    ledger.columns.map((column) => ({ at: heading.at, ...score(column, heading, samples) })),
  )
  const given = new Map<number, Suggestion>()
  const taken = new Set<string>()
  for (const { at, key, total, because } of scored.sort((a, b) => b.total - a.total)) {
    if (total < least || given.has(at) || taken.has(key)) continue
    given.set(at, { key, because })
    taken.add(key)
  }
  return given
}

function score(
  column: LedgerColumn,
  { at, parts }: SheetHeading,
  samples: readonly (readonly CellValue[])[],
): Suggestion & { total: number } {
  if (wrongUnit(column, parts.join(''))) return { key: column.key, because: 'heading', total: 0 }
  const last = 0.97 * headingLikeness(column, parts.at(-1) ?? '')
  const words = Math.max(headingLikeness(column, parts.join('')), parts.length === 1 ? last / 0.97 : last)
  const values = samples.map((line) => line[at] ?? null).filter((value) => shownCell(value).trim() !== '')
  const fit = fitOf(column, values)
  const because: Because = words >= least ? 'heading' : 'values'
  if (fit === null) return { key: column.key, because, total: words }
  // Values that do not fit speak against a likeness; values that only this kind of column holds speak for it.
  const telling = fit === 1 && (column.check !== null || column.field?.kind === 'choice')
  const total = fit < 0.3 ? words * 0.6 : Math.max(words * (0.8 + 0.2 * fit), telling ? 0.55 : 0)
  return { key: column.key, because, total }
}

/** The share of values that the column could take; null where any text would do, or there is none. */
function fitOf(column: LedgerColumn, values: readonly CellValue[]): number | null {
  const kind = column.field?.kind
  const open =
    (kind === 'text' || kind === 'reference' || column.role === 'document') && column.check === null
  if (open || values.length === 0) return null
  return values.filter((value) => readCell(column, value).wrong === null).length / values.length
}
