import { namesAny } from '../db/written-tables.ts'
import { type AtNodes, askedAt } from './at-nodes.ts'
import { statement } from './compile.ts'
import { recordedStatement, shaped } from './evaluate.ts'
import { type Figure, inputsOf } from './figure.ts'
import type { Figures } from './registry.ts'

/**
 * The figures that read one of the tables: by the words of their own statements at several nodes, so that none can be forgotten. A statement
 * reads tables, and views that an area says to rest on tables; no other view or function (tested). `tables` null: it is not known which, and all are meant.
 */
export function figuresReading(
  figures: Figures,
  question: AtNodes,
  among: readonly Figure[],
  tables: ReadonlySet<string> | null,
): readonly Figure[] {
  if (tables === null) return among
  const resting = figures.wholeOffice.filter(({ reads }) => reads.some((table) => tables.has(table)))
  const changed = new Set([...tables, ...resting.map(({ view }) => view)])
  return among.filter((figure) =>
    inputsOf(figure).some((input) => {
      const asked = askedAt(question, input)
      const { shape, args } = shaped(figures, asked, input, 'nodes')
      const records = [input.rows.record, ...(input.rows.needs ? [input.rows.needs.record] : [])]
      return [statement(shape, args), ...records.map((record) => recordedStatement(asked, record))].some(
        ({ text }) => namesAny(text, changed),
      )
    }),
  )
}
