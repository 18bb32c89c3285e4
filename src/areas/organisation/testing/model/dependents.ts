import { type Book, type ModelRecord, type ModelType, statesOf } from './life.ts'

/** By which value a record of each type hangs on another, and the event that lets it hang on a third; null: there is none. */
const hanging: { type: ModelType; key: string; on: ModelType; moved: string | null }[] = [
  { type: 'place', key: 'parent_id', on: 'place', moved: 're_homed' },
  { type: 'organisation', key: 'seat_id', on: 'place', moved: 're_seated' },
  { type: 'council', key: 'place_id', on: 'place', moved: null },
  { type: 'organisation', key: 'parent_id', on: 'organisation', moved: 're_homed' },
  { type: 'council', key: 'lead_id', on: 'organisation', moved: 'lead_changed' },
  { type: 'covered', key: 'organisation_id', on: 'organisation', moved: 'transferred' },
  { type: 'seat', key: 'council_id', on: 'council', moved: null },
]

export type ModelDependent = {
  type: ModelType
  id: string
  on: string
  key: string
  moved: string | null
  /** The first day, from the asked one on, on which it names it. */
  since: string
}

/** Everything that names one of these records on the day or later. */
export function dependentsOn(book: Book, ids: readonly string[], day: string): ModelDependent[] {
  const found: ModelDependent[] = []
  for (const record of book.values())
    for (const { type, key, on: of, moved } of hanging) {
      if (record.type !== type) continue
      for (const on of ids) {
        if (book.get(on)?.type !== of) continue
        const since = namesFrom(record, key, on, day)
        if (since !== null) found.push({ type, id: record.id, on, key, moved, since })
      }
    }
  return found
}

function namesFrom(record: ModelRecord, key: string, id: string, day: string): string | null {
  const states = statesOf(record).filter(({ values, to }) => values[key] === id && (to === null || to > day))
  const [first] = states
  return first ? (first.from > day ? first.from : day) : null
}
