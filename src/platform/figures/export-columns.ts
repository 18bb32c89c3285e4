import { outside } from '../records/outside.ts'
import { type Language, say, type Text } from '../text.ts'
import type { FigureRow } from './contract.ts'
import type { Optional } from './optional-columns.ts'
import { rowWords } from './row-words.ts'

type ExportColumn = {
  readonly heading: Text
  readonly cell: (row: FigureRow, language: Language) => string
}

/** The columns of the page: those that no row fills, and amounts that count for nothing, are left out. */
export function columnsOf(filled: ReadonlySet<Optional>, amount: Text | null): readonly ExportColumn[] {
  const all: (ExportColumn & { readonly when?: Optional })[] = [
    { heading: rowWords.record, cell: (row, language) => row.record.title || say(outside, language) },
    { heading: rowWords.place, cell: (row) => row.place.name },
    {
      when: 'kind',
      heading: rowWords.kind,
      cell: (row, language) => (row.kind ? say(row.kind.label, language) : ''),
    },
    { when: 'on_date', heading: rowWords.onDate, cell: (row) => row.onDate ?? '' },
    { when: 'valid_from', heading: rowWords.from, cell: (row) => row.from ?? '' },
    { when: 'valid_to', heading: rowWords.to, cell: (row) => row.to ?? '' },
    ...(amount === null
      ? []
      : [{ when: 'amount' as const, heading: amount, cell: (row: FigureRow) => row.amount ?? '' }]),
    { when: 'times', heading: rowWords.times, cell: (row) => String(row.times) },
  ]
  return all.filter(({ when }) => when === undefined || filled.has(when))
}
