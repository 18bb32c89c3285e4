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

/** A check box at each row and one for the whole page. */
export type Picking<Row> = {
  readonly has: (row: Row) => boolean
  /** `range`: also everything between this row and the one ticked before. */
  readonly onPick: (index: number, on: boolean, range: boolean) => void
  readonly onPage: (on: boolean) => void
  readonly label: (row: Row) => string
  readonly pageLabel: string
}

/** A table; on a phone a list of two lines, the first column above and the others below it. */
export function DataTable<Row>(props: {
  /** Says what the table holds to those who cannot see where it stands. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row, index: number) => string
  sorting?: Sorting
  picking?: Picking<Row> | undefined
}) {
  const { caption, columns, rows, rowKey, sorting, picking } = props
  const narrow = useNarrow()
  const [first, ...rest] = columns
  if (narrow && first) {
    return (
      <ul className="two-lines" aria-label={caption}>
        {picking ? (
          <li className="pick">
            <PickPage picking={picking} rows={rows} /> {picking.pageLabel}
          </li>
        ) : null}
        {rows.map((row, index) => (
          <li key={rowKey(row, index)}>
            <div>
              {picking ? <PickRow picking={picking} row={row} index={index} /> : null} {first.cell(row)}
            </div>
            <div className="second">
              {rest.map((column) => {
                const content = column.cell(row)
                // A heading without anything beside it says nothing.
                return content === null || content === undefined || content === '' ? null : (
                  <span key={column.key}>
                    {column.heading} {content}
                  </span>
                )
              })}
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
            {picking ? (
              <th scope="col" className="pick">
                <PickPage picking={picking} rows={rows} />
              </th>
            ) : null}
            {columns.map((column) => (
              <Heading key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} aria-selected={picking?.has(row)}>
              {picking ? (
                <td className="pick">
                  <PickRow picking={picking} row={row} index={index} />
                </td>
              ) : null}
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

function PickRow<Row>({ picking, row, index }: { picking: Picking<Row>; row: Row; index: number }) {
  return (
    <input
      type="checkbox"
      className="screen-only"
      aria-label={picking.label(row)}
      checked={picking.has(row)}
      onChange={(event) =>
        picking.onPick(index, event.target.checked, (event.nativeEvent as MouseEvent).shiftKey)
      }
    />
  )
}

function PickPage<Row>({ picking, rows }: { picking: Picking<Row>; rows: readonly Row[] }) {
  const picked = rows.filter((row) => picking.has(row)).length
  return (
    <input
      type="checkbox"
      className="screen-only"
      aria-label={picking.pageLabel}
      checked={picked > 0 && picked === rows.length}
      ref={(box) => {
        if (box) box.indeterminate = picked > 0 && picked < rows.length
      }}
      onChange={(event) => picking.onPage(event.target.checked)}
    />
  )
}
