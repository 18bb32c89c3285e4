import type { Reader } from '../db/transaction.ts'
import type { RecordsEngine } from '../records/records-engine.ts'
import type { RecordType } from '../records/record-type.ts'
import type { MovedFigureView } from './contract.ts'
import type { Hierarchy } from './hierarchy.ts'
import type { MovedFigure } from './moved-figures.ts'

/** Moved figures with the names of their places, as the reader sees them. */
export async function withPlaceNames(
  engine: RecordsEngine,
  place: Hierarchy,
  reader: Reader<unknown>,
  moved: readonly MovedFigure[],
): Promise<MovedFigureView[]> {
  const names = await engine.titlesOf(reader, engine.types.get(place.recordType) as RecordType, [
    ...new Set(moved.map((one) => one.place)),
  ])
  return moved.map((one) => ({ ...one, place: { id: one.place, name: names.get(one.place) ?? '' } }))
}
