import type { Writer } from '../db/transaction.ts'
import { readerOf } from '../records/engine.ts'
import type { RecordType } from '../records/record-type.ts'
import { type Day, firstOfYear } from '../values/day.ts'
import { dimensionsOf } from './breakdown.ts'
import { byNode } from './by-node.ts'
import type { MovedFigureView } from './contract.ts'
import { evaluate } from './evaluate.ts'
import type { Figure } from './figure.ts'
import type { Figures } from './registry.ts'
import { resolveQuestion } from './resolve.ts'
import { mostTouched, rootsInScope, touchedPlaces } from './touched-places.ts'

/** A figure of a place that has one value without an act and another with it. */
type MovedFigure = Omit<MovedFigureView, 'place'> & { readonly place: string }

/** Figure → place → value. */
type Values = ReadonlyMap<string, ReadonlyMap<string, string | null>>

type Asking<Result> = {
  readonly asOf: Day
  readonly act: () => Promise<Result>
  /** The records that the act touches, by type: what moves is told of their places too. */
  readonly records: ReadonlyMap<RecordType, readonly string[]>
  /** Told of each figure that was counted, of `figuresShown` twice over; what it throws stops the counting. */
  readonly onCounted?: () => void
}

/** The figures whose movements are told: those of a page of their own are told apart there. */
export const figuresShown = (figures: Figures): readonly Figure[] =>
  [...figures.byId.values()].filter((figure) => !figure.apart)

/**
 * The figures that an act moves, counted before and after it within its own transaction: nothing need be kept. Told of the topmost places
 * that the writer sees and of those that the act touched. A flow counts from the first day of the year.
 */
export async function movedFigures<Result>(
  figures: Figures,
  writer: Writer<unknown>,
  { asOf, act, records, onCounted }: Asking<Result>,
): Promise<{ moved: MovedFigureView[]; placesLeft: number; result: Result }> {
  const inside: Figures = {
    ...figures,
    database: {
      ...figures.database,
      // What is known at the last change that was counted, is known within the act: its own change is the newest.
      query: (_scope, statement, known) => writer.ask(statement, known === undefined ? known : writer.change),
    },
  }
  const shown = figuresShown(figures)
  const roots = () => rootsInScope(figures.place, writer)
  const earlier = await roots()
  const before = await valuesOf(inside, writer, shown, asOf, earlier, onCounted)
  // What the act takes away lies nowhere afterwards.
  const lain = await touchedPlaces(writer, records)
  const result = await act()
  const later = [...new Set([...earlier, ...(await roots())])]
  const after = await valuesOf(inside, writer, shown, asOf, later, onCounted)
  const touched = [...new Set([...(await touchedPlaces(writer, records)), ...lain])]
  const told = [...new Set([...later, ...touched.slice(0, mostTouched)])]
  const moved = told.flatMap((place) => shown.flatMap((figure) => movedOne(figure, place, before, after)))
  return {
    moved: await withPlaceNames(figures, writer, moved),
    placesLeft: Math.max(0, touched.length - mostTouched),
    result,
  }
}

/** With the names of the places, as the writer sees them. */
async function withPlaceNames(
  { engine, place }: Figures,
  writer: Writer<unknown>,
  moved: readonly MovedFigure[],
): Promise<MovedFigureView[]> {
  const names = await engine.titlesOf(readerOf(writer), engine.types.get(place.recordType) as RecordType, [
    ...new Set(moved.map((one) => one.place)),
  ])
  return moved.map((one) => ({ ...one, place: { id: one.place, name: names.get(one.place) ?? '' } }))
}

async function valuesOf(
  figures: Figures,
  writer: Writer<unknown>,
  shown: readonly Figure[],
  asOf: Day,
  roots: readonly string[],
  onCounted?: () => void,
): Promise<Values> {
  const values = new Map<string, Map<string, string | null>>()
  const period = { from: firstOfYear(asOf), through: asOf }
  for (const figure of shown) {
    const own = new Map<string, string | null>()
    for (const node of roots) {
      if (own.has(node)) continue
      const asked = await resolveQuestion(figures, writer.request.scope, figure, { node, asOf, period })
      // What moves within a place cannot be had for all places at once: it is told of the topmost ones.
      const parts = dimensionsOf(figure).includes('place') ? (await byNode(figures, asked)).nodes : []
      for (const part of parts) own.set(part.node, part.value)
      if (!own.has(node)) own.set(node, (await evaluate(figures, asked)).value)
    }
    values.set(figure.id, own)
    onCounted?.()
  }
  return values
}

function movedOne(figure: Figure, place: string, before: Values, after: Values): MovedFigure[] {
  const was = before.get(figure.id)?.get(place) ?? null
  const is = after.get(figure.id)?.get(place) ?? null
  if (was === is) return []
  return [{ figure: figure.id, label: figure.label, unit: figure.unit, place, before: was, after: is }]
}
