import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { FigureRow } from '../../figures/contract.ts'
import { outside } from '../../records/outside.ts'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import type { Column } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import { showAmount } from './figure-number.ts'
import { figureWords as words } from './words.ts'

/** The columns of a figure's rows: those that none of the rows fills, and amounts that count for nothing, are left out. */
export function useRowColumns(
  amount: Text | null,
): <Row extends FigureRow>(rows: readonly Row[]) => Column<Row>[] {
  const say = useSay()
  return useCallback(
    <Row extends FigureRow>(rows: readonly Row[]) => {
      const none = say(pieceWords.none)
      const all: (Column<Row> & { filled: (row: Row) => boolean })[] = [
        {
          key: 'record',
          heading: say(words.record),
          filled: () => true,
          cell: (row) => (
            <Link to="/records/$type/$id" params={{ type: row.record.type, id: row.record.id }}>
              {row.record.title || say(outside)}
            </Link>
          ),
        },
        { key: 'place', heading: say(words.place), filled: () => true, cell: (row) => row.place.name },
        {
          key: 'kind',
          heading: say(words.kind),
          filled: (row) => row.kind !== null,
          cell: (row) => (row.kind ? say(row.kind.label) : none),
        },
        {
          key: 'onDate',
          heading: say(words.onDate),
          kind: 'day',
          filled: (row) => row.onDate !== null,
          cell: (row) => row.onDate ?? none,
        },
        {
          key: 'from',
          heading: say(words.from),
          kind: 'day',
          filled: (row) => row.from !== null,
          cell: (row) => row.from ?? none,
        },
        {
          key: 'to',
          heading: say(words.to),
          kind: 'day',
          filled: (row) => row.to !== null,
          cell: (row) => row.to ?? none,
        },
        {
          key: 'amount',
          heading: amount === null ? '' : say(amount),
          kind: 'numeric',
          filled: (row) => amount !== null && row.amount !== null,
          cell: (row) => (row.amount === null ? none : showAmount(row.amount)),
        },
        {
          key: 'times',
          heading: say(words.times),
          kind: 'numeric',
          filled: (row) => row.times > 1,
          cell: (row) => row.times,
        },
      ]
      return all.filter((column) => rows.some(column.filled))
    },
    [say, amount],
  )
}
