import { takenBack } from '../db/rehearse.ts'
import type { Writer } from '../db/transaction.ts'
import { writtenTables } from '../db/written-tables.ts'
import { readerOf } from '../records/engine.ts'
import { type RecordType, timelineOf } from '../records/record-type.ts'
import { type Day, firstOfYear, today } from '../values/day.ts'
import { type AnswersAtNodes, type AtNodes, atNodes } from './at-nodes.ts'
import type { MovedFigureView } from './contract.ts'
import type { Figure } from './figure.ts'
import { figuresReading } from './figures-reading.ts'
import type { Figures } from './registry.ts'
import { mostTouched, rootsInScope, touchedPlaces } from './touched-places.ts'

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
 * The figures that an act moves: it is done, they are counted, it is taken back, and they are counted again. So what it wrote and where is
 * known before anything is counted. Told of the topmost places that the writer sees and of those that the act touched. A flow
 * counts from the first day of the year.
 */
export async function movedFigures<Result>(
  figures: Figures,
  writer: Writer<unknown>,
  { asOf, act, records, onCounted }: Asking<Result>,
): Promise<{ moved: MovedFigureView[]; placesLeft: number; result: Result }> {
  const inside: Figures = {
    ...figures,
    database: { ...figures.database, query: (_scope, statement) => writer.ask(statement) },
  }
  const shown = figuresShown(figures)
  const count = async (question: AtNodes, some: readonly Figure[]) => {
    const values = await atNodes(inside, question, some, onCounted)
    for (let told = values.size; told < shown.length; told += 1) onCounted?.()
    return values
  }
  // What the act takes away, or moves for all days at once, lies no longer where it was counted before.
  const [roots, lain] = await placesOf(figures, writer, records)
  const { result, left, names, question, some, after } = await takenBack(writer, async () => {
    const result = await act()
    const [later, lying] = await placesOf(figures, writer, records)
    const touched = [...new Set([...lying, ...lain])]
    const nodes = [...new Set([...roots, ...later, ...touched.slice(0, mostTouched)])]
    const question = questionAt(figures, writer, asOf, nodes)
    const some = figuresReading(inside, question, shown, await written(writer, records))
    const names = await namesOf(figures, writer, nodes)
    const left = Math.max(0, touched.length - mostTouched)
    return { result, left, names, question, some, after: await count(question, some) }
  })
  const before = await count(question, some)
  const moved = question.nodes.flatMap((id) =>
    some.flatMap(({ id: figure, label, unit }) => {
      const at = (values: AnswersAtNodes) => values.get(figure)?.get(id)?.value ?? null
      const [was, is] = [at(before), at(after)] as const
      return was === is
        ? []
        : [{ figure, label, unit, place: { id, name: names.get(id) ?? '' }, before: was, after: is }]
    }),
  )
  return { moved, placesLeft: left, result }
}

/** The topmost places, and those that the records lie in. */
const placesOf = async (
  { place }: Figures,
  writer: Writer<unknown>,
  records: Asking<unknown>['records'],
): Promise<[string[], string[]]> => [await rootsInScope(place, writer), await touchedPlaces(writer, records)]

const questionAt = (figures: Figures, { request }: Writer<unknown>, asOf: Day, nodes: string[]): AtNodes => ({
  scope: request.scope,
  along: 'place',
  hierarchy: figures.place,
  nodes,
  asOf,
  period: { from: firstOfYear(asOf), through: asOf },
  structure: 'then',
  structureDay: today(),
})

/** The tables that were written; null where the server does not say: then it does not name those of the records either. */
async function written(writer: Writer<unknown>, records: Asking<unknown>['records']) {
  const tables = await writtenTables(writer)
  const own = [...records].filter(([, ids]) => ids.length > 0).map(([type]) => timelineOf(type).name)
  return own.every((name) => tables.has(name)) ? tables : null
}

/** As the writer sees them. */
const namesOf = ({ engine, place }: Figures, writer: Writer<unknown>, places: readonly string[]) =>
  engine.titlesOf(readerOf(writer), engine.types.get(place.recordType) as RecordType, places)
