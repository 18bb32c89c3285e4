import type { Cause, ExplainedRow, FigureRow, FigureValue } from './contract.ts'
import { causesOfRows } from './row-causes.ts'
import { answerValue } from './answer.ts'
import { type Counted, inputsOf, isDistinct } from './figure.ts'
import type { Figures } from './registry.ts'
import type { Asked } from './resolve.ts'
import { rowsPage } from './rows.ts'

export type Explained = {
  before: FigureValue
  after: FigureValue
  entered: ExplainedRow[]
  left: ExplainedRow[]
  changed: ExplainedRow[]
}

/** What parts the value of one moment from that of another: rows that entered, left or changed, each with its causes. */
export async function explain(
  figures: Figures,
  first: Asked,
  second: Asked,
  rowsOpen: boolean,
): Promise<Explained> {
  const before = await answerValue(figures, first, rowsOpen)
  const after = await answerValue(figures, second, rowsOpen)
  const then = { ...first, known: BigInt(before.question.knownAt) }
  const later = { ...second, known: BigInt(after.question.knownAt) }
  const result: Explained = { before, after, entered: [], left: [], changed: [] }
  for (const input of inputsOf(first.figure)) {
    const difference = compare(
      input,
      await everyRow(figures, then, input),
      await everyRow(figures, later, input),
    )
    const explained = await withCauses(figures, then, later, input, [
      ...difference.entered,
      ...difference.left,
      ...difference.changed,
    ])
    result.entered.push(...explained.slice(0, difference.entered.length))
    result.left.push(
      ...explained.slice(difference.entered.length, difference.entered.length + difference.left.length),
    )
    result.changed.push(...explained.slice(difference.entered.length + difference.left.length))
  }
  return result
}

type Keyed = { readonly key: string; readonly row: FigureRow; readonly node: string }

/** A key that is counted once is compared as one, whichever of its rows stands for it. */
async function everyRow(figures: Figures, asked: Asked, input: Counted): Promise<Keyed[]> {
  const page = await rowsPage(figures, asked, input, null, undefined)
  return page.rows.map((row, index) => {
    const key = page.keys[index] as string
    return {
      key: isDistinct(input) ? key : `${key}|${row.record.id}`,
      row,
      node: page.nodes[index] as string,
    }
  })
}

function compare(input: Counted, before: readonly Keyed[], after: readonly Keyed[]) {
  const earlier = new Map(before.map((keyed) => [keyed.key, keyed.row]))
  const later = new Set(after.map(({ key }) => key))
  return {
    entered: after.filter(({ key }) => !earlier.has(key)),
    left: before.filter(({ key }) => !later.has(key)),
    changed: isDistinct(input)
      ? []
      : after.filter(({ key, row }) => earlier.has(key) && differs(earlier.get(key) as FigureRow, row)),
  }
}

/** A row counts the same while its amount, kind and place do; its name and dates may be told otherwise. */
function differs(a: FigureRow, b: FigureRow): boolean {
  return a.amount !== b.amount || a.kind?.code !== b.kind?.code || a.place.id !== b.place.id
}

async function withCauses(
  figures: Figures,
  a: Asked,
  b: Asked,
  input: Counted,
  rows: readonly Keyed[],
): Promise<ExplainedRow[]> {
  const causes = await causesOfRows(
    figures,
    a,
    b,
    input,
    rows.map(({ row, node }) => ({ record: row.record.id, place: row.place.id, node })),
  )
  return rows.map(({ row }, index) => ({ ...row, causes: causes[index] as Cause[] }))
}
