import { on, type Book } from './life.ts'
import type { Asking, CountedRow } from './counted-row.ts'
import { beneath, isFlow, type Recount, recount, rowsOf, shares } from './recount.ts'

const inputs = (figure: string) => shares[figure] ?? [figure]

/** The parts of a break-down by the children of the node; '' is what stands at the node itself. */
export function partsByNode(book: Book, asking: Asking): Map<string, Recount> {
  const part = (row: CountedRow) => beneath(book, row, asking)?.[0] ?? ''
  const day =
    asking.structure === 'today' ? asking.today : isFlow(asking.figure) ? asking.through : asking.asOf
  const type = asking.along === 'place' ? 'place' : 'organisation'
  const children = [...book.values()]
    .filter((record) => record.type === type && on(record, day)?.['parent_id'] === asking.node)
    .map((record) => record.id)
  const named = inputs(asking.figure).flatMap((figure) => rowsOf(book, { ...asking, figure }).map(part))
  return new Map(
    [...new Set([...children, ...named])].map((id) => [id, recount(book, asking, (row) => part(row) === id)]),
  )
}

export function partByKind(book: Book, asking: Asking, kind: string): Recount {
  return recount(book, asking, (row) => row.kind === kind)
}

/** Each month of the period: a flow within it, a stock on its last day or the period's. */
export function partsByMonth(book: Book, asking: Asking): Map<string, Recount> {
  const months: string[] = []
  for (
    let [year, month] = asking.from.split('-').map(Number) as [number, number];
    ;
    month === 12 ? ((year += 1), (month = 1)) : (month += 1)
  ) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > asking.through.slice(0, 7)) break
    months.push(name)
  }
  return new Map(
    months.map((name) => {
      const last = new Date(Date.UTC(Number(name.slice(0, 4)), Number(name.slice(5)), 0))
        .toISOString()
        .slice(0, 10)
      const through = last < asking.through ? last : asking.through
      const from = `${name}-01` < asking.from ? asking.from : `${name}-01`
      return [name, recount(book, { ...asking, from, through, asOf: through })]
    }),
  )
}
