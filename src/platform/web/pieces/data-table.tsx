import type { ReactNode } from 'react'
import { useSay } from '../language/use-say.ts'
import { useNarrow } from './use-narrow.ts'
import { pieceWords } from './words.ts'

export type Column<Row> = {
  readonly key: string
  /** With the unit, where the column has one. */
  readonly heading: string
  readonly cell: (row: Row) => ReactNode
  readonly kind?: 'numeric' | 'day'
  readonly sortable?: boolean
}

export type Sorting = {
  readonly key: string | undefined
  readonly descending: boolean
  readonly onSort: (key: string) => void
}

/** A table; on a phone a list of two lines, the first column above and the others below it. */
export function DataTable<Row>(props: {
  /** Says what the table holds to those who cannot see where it stands. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row, index: number) => string
  sorting?: Sorting
}) {
  const { caption, columns, rows, rowKey, sorting } = props
  const narrow = useNarrow()
  const [first, ...rest] = columns
  if (narrow && first) {
    return (
      <ul className="two-lines" aria-label={caption}>
        {rows.map((row, index) => (
          <li key={rowKey(row, index)}>
            <div>{first.cell(row)}</div>
            <div className="second">
              {rest.map((column) => (
                <span key={column.key}>
                  {column.heading} {column.cell(row)}
                </span>
              ))}
            </div>
          </li>
        ))}
      </ul>
    )
  }
  return (
    // A box that scrolls must be reachable by keyboard.
    <div className="scroll" role="group" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className="hidden-text">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)}>
              {columns.map((column) => (
                <td key={column.key} className={column.kind}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Heading<Row>({ column, sorting }: { column: Column<Row>; sorting: Sorting | undefined }) {
  const say = useSay()
  if (!sorting || !column.sortable) {
    return (
      <th scope="col" className={column.kind}>
        {column.heading}
      </th>
    )
  }
  const active = sorting.key === column.key
  const order = sorting.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" className={column.kind} aria-sort={active ? order : 'none'}>
      <button type="button" className="sort-button" onClick={() => sorting.onSort(column.key)}>
        {column.heading}
        {active ? <span title={say(pieceWords[order])}> {sorting.descending ? '↓' : '↑'}</span> : null}
      </button>
    </th>
  )
}
