import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { ListedRecord } from '../../records/contract.ts'
import { fieldOf, isMasked, type RecordType } from '../../records/record-type.ts'
import type { Selection } from '../bulk/use-selection.ts'
import { bulkWords } from '../bulk/words.ts'
import { type Say, useSay } from '../language/use-say.ts'
import type { Column, Picking } from '../pieces/data-table.tsx'
import { fieldColumn } from './field-column.tsx'
import { outside } from '../../records/outside.ts'
import { recordWords as words } from './words.ts'

/** The columns of a list as chosen: the name first, the day from which it holds last. */
export function listColumns(
  type: RecordType,
  chosen: readonly string[],
  ended: boolean,
  say: Say,
): Column<ListedRecord>[] {
  return [
    {
      key: type.title,
      heading: say(fieldOf(type, type.title).label),
      sortable: true,
      cell: (record) => (
        <Link to="/records/$type/$id" params={{ type: type.id, id: record.id }} preload="intent">
          {record.title || say(outside)}
        </Link>
      ),
    },
    ...[...type.attributes, ...type.header]
      .filter((field) => chosen.includes(field.key) && field.key !== type.title)
      .map(
        (field): Column<ListedRecord> => ({
          ...fieldColumn<ListedRecord>(field, (record) => record.values[field.key], say),
          sortable: field.kind !== 'flag' && !isMasked(field),
        }),
      ),
    { key: 'from', heading: say(words.from), kind: 'day', cell: (record) => record.from },
    ...(ended
      ? [
          {
            key: 'to',
            heading: say(words.to),
            kind: 'day' as const,
            cell: (record: ListedRecord) => record.to ?? say(words.open),
          },
        ]
      : []),
  ]
}

/** Ticks of a page: a selected record keeps the version that was in sight when it was ticked. */
export function usePicking(
  rows: readonly ListedRecord[],
  selection: Selection,
  onSelect: (next: Selection) => void,
): Picking<ListedRecord> {
  const say = useSay()
  const last = useRef<string | null>(null)
  const put = (some: readonly ListedRecord[], on: boolean) => {
    const next = new Map(selection)
    for (const { id, title, version } of some)
      if (on) next.set(id, { title, version })
      else next.delete(id)
    onSelect(next)
  }
  return {
    has: ({ id }) => selection.has(id),
    label: ({ title }) => say(bulkWords.pick(title)),
    pageLabel: say(bulkWords.pickPage),
    onPage: (on) => put(rows, on),
    onPick: (index, on, range) => {
      const before = range ? rows.findIndex(({ id }) => id === last.current) : -1
      const from = before < 0 ? index : Math.min(before, index)
      const to = before < 0 ? index : Math.max(before, index)
      last.current = rows[index]?.id ?? null
      put(rows.slice(from, to + 1), on)
    },
  }
}
