import {
  atLast,
  type Book,
  before,
  dayBefore,
  daysOf,
  endedOn,
  foundedOn,
  type ModelRecord,
  on,
  statesOf,
} from './life.ts'

/** The ids from the root down to a node on a day; null while it is not in force. A parent not in force leaves it at the root. */
export function pathOn(book: Book, id: string, day: string): string[] | null {
  const path: string[] = []
  let at: string | null = id
  while (at !== null) {
    const values: Record<string, string | null> | null = standing(book, at, day)
    if (!values) break
    if (path.includes(at)) throw new Error('the model let a node lie beneath itself')
    path.unshift(at)
    at = values['parent_id'] ?? null
  }
  return path.length === 0 ? null : path
}

function standing(book: Book, id: string, day: string) {
  const record = book.get(id)
  return record ? on(record, day) : null
}

/** Whether some day has a node beneath itself. */
export function hasCycle(book: Book, ofType: 'place' | 'organisation'): boolean {
  const records = [...book.values()].filter((record) => record.type === ofType)
  const days = [...new Set(records.flatMap(daysOf))]
  return days.some((day) => records.some((record) => goesRound(book, record.id, day)))
}

function goesRound(book: Book, id: string, day: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = id; at !== null; ) {
    const values: Record<string, string | null> | null = standing(book, at, day)
    if (!values) return false
    if (seen.has(at)) return true
    seen.add(at)
    at = values['parent_id'] ?? null
  }
  return false
}

/** The community of a place: the second node of its path, on the street itself the first. */
function ownScope(book: Book, place: string, day: string): string | null {
  const path = pathOn(book, place, day)
  return path ? (path[1] ?? (path[0] as string)) : null
}

/** In which scope a thing lies that stands in a place on a day; outside the place's own life its nearest earlier scope, or its first. */
function scopeOn(book: Book, place: string, day: string): string {
  const record = book.get(place) as ModelRecord
  const founded = foundedOn(record)
  if (day < founded) return ownScope(book, place, founded) as string
  const ended = endedOn(record)
  return ownScope(book, place, ended !== null && ended <= day ? dayBefore(ended) : day) as string
}

export const seatOf = (
  book: Book,
  record: ModelRecord,
  values: Record<string, string | null>,
  day: string,
): string | null => {
  if (record.type === 'place') return record.id
  if (record.type === 'organisation') return values['seat_id'] ?? null
  if (record.type === 'council') return values['place_id'] ?? null
  if (record.type === 'person') return null
  if (record.type === 'covered') {
    const organisation = book.get(values['organisation_id'] as string) as ModelRecord
    return on(organisation, standingDay(organisation, day))?.['seat_id'] ?? null
  }
  const council = book.get(values['council_id'] as string) as ModelRecord
  return council.events.find((event) => event.kind === 'established')?.sets['place_id'] ?? null
}

/** The day itself, or the nearest earlier one on which the record was in force, or its first. */
function standingDay(record: ModelRecord, day: string): string {
  const states = statesOf(record)
  const last = states.findLast(({ from }) => from <= day)
  if (!last) return states[0]?.from as string
  return last.to !== null && last.to <= day ? dayBefore(last.to) : day
}

/** The scope of a record on a day of its life, or as it was last. Null for what belongs to the whole office. */
export function scopeOf(book: Book, record: ModelRecord, day: string | 'last'): string | null {
  const at = day === 'last' ? standingDay(record, atLast) : day
  const values = on(record, at) ?? before(record, at)
  if (values && record.type === 'covered') {
    const organisation = book.get(values['organisation_id'] as string) as ModelRecord
    return scopeOf(book, organisation, standingDay(organisation, at))
  }
  const place = values && seatOf(book, record, values, at)
  return place === null ? null : scopeOn(book, place, at)
}
