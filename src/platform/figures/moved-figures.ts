import type { Writer } from '../db/transaction.ts'
import type { Text } from '../text.ts'
import { type Day, firstOfYear } from '../values/day.ts'
import { type Evaluated, evaluate } from './evaluate.ts'
import type { Figure } from './figure.ts'
import type { Figures } from './registry.ts'
import { resolveQuestion } from './resolve.ts'

/** A figure of a place that has one value without an act and another with it. */
export type MovedFigure = {
  readonly figure: string
  readonly label: Text
  readonly unit: Text
  readonly place: string
  readonly before: string | null
  readonly after: string | null
}

type Values = ReadonlyMap<string, Evaluated>

/**
 * The figures that an act moves, counted before and after it within its own transaction: nothing need be kept. A flow counts
 * from the first day of the year.
 */
export async function movedFigures<Result>(
  figures: Figures,
  writer: Writer<unknown>,
  asOf: Day,
  places: () => Promise<readonly string[]>,
  act: () => Promise<Result>,
): Promise<{ moved: MovedFigure[]; result: Result }> {
  const inside: Figures = {
    ...figures,
    database: {
      ...figures.database,
      query: (_scope, statement, known) => writer.ask(statement, known),
    },
  }
  const shown = [...figures.byId.values()].filter((figure) => !figure.apart)
  const earlier = await places()
  const before = await valuesOf(inside, writer, shown, asOf, earlier)
  const result = await act()
  const later = [...new Set([...earlier, ...(await places())])]
  const after = await valuesOf(inside, writer, shown, asOf, later)
  return {
    moved: later.flatMap((place) => shown.flatMap((figure) => movedOne(figure, place, before, after))),
    result,
  }
}

async function valuesOf(
  figures: Figures,
  writer: Writer<unknown>,
  shown: readonly Figure[],
  asOf: Day,
  places: readonly string[],
): Promise<Values> {
  const values = new Map<string, Evaluated>()
  const period = { from: firstOfYear(asOf), through: asOf }
  for (const node of places) {
    for (const figure of shown) {
      const asked = await resolveQuestion(figures, writer.request.scope, figure, { node, asOf, period })
      values.set(keyOf(figure, node), await evaluate(figures, asked))
    }
  }
  return values
}

const keyOf = (figure: Figure, place: string) => `${figure.id} ${place}`

function movedOne(figure: Figure, place: string, before: Values, after: Values): MovedFigure[] {
  const was = before.get(keyOf(figure, place))?.value ?? null
  const is = after.get(keyOf(figure, place))?.value ?? null
  if (was === is) return []
  return [{ figure: figure.id, label: figure.label, unit: figure.unit, place, before: was, after: is }]
}
