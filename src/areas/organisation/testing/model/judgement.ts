import type { Act } from './acts.ts'
import {
  atLast,
  type Book,
  endedOn,
  type ModelRecord,
  type ModelType,
  statesOf,
  type Values,
} from './life.ts'
import { hasCycle, seatOf } from './tree.ts'

const references = ['parent_id', 'seat_id', 'unit_id', 'place_id', 'council_id']

/** Why an act is refused, null where it may be done: first before it is tried, then with the book that it would make. */
export function whyNot(book: Book, act: Act, next?: Book, id?: string): string | null {
  return next ? afterwards(next, act, id as string) : beforehand(book, act)
}

function beforehand(book: Book, act: Act): string | null {
  if (act.do === 'establish') {
    if (namesNothing(book, act.sets)) return 'names a record that is not there'
    return [...book.values()].some((other) => other.type === act.type && sameKey(other, act))
      ? 'the key is taken'
      : null
  }
  const record = book.get(act.id)
  if (!record) return 'no such record'
  if (act.do === 'happen') return namesNothing(book, act.sets) ? 'names a record that is not there' : null
  if (act.do === 'correct' && !act.neverWas) {
    return namesNothing(book, { ...record.events[act.at]?.sets, ...act.sets })
      ? 'names a record that is not there'
      : null
  }
  if (act.do === 'erase' && act.type !== 'organisation') return 'holds nothing personal'
  return null
}

const namesNothing = (book: Book, sets: Values) => references.some((key) => sets[key] && !book.has(sets[key]))

function sameKey(other: ModelRecord, act: Act & { do: 'establish' }): boolean {
  const states = statesOf(other).map(({ values }) => values)
  const same = (key: string) => states.some((values) => values[key] === act.sets[key])
  const keys: Record<ModelType, () => boolean> = {
    place: () => same('code'),
    organisation: () => other.header['code'] === act.header['code'],
    council: () => other.header['code'] === act.header['code'],
    person: () => other.header['credit_code'] === act.header['credit_code'],
    seat: () =>
      states.some(
        (values) =>
          values['council_id'] === act.sets['council_id'] && values['unit_id'] === act.sets['unit_id'],
      ),
  }
  return keys[act.type]()
}

function afterwards(next: Book, act: Act, newId: string): string | null {
  if (act.do === 'erase' || act.do === 'correct-header') return null
  if (act.do === 'remove')
    return [...next.values()].some((record) => named(next, record, act.id)) ? 'others name it' : null
  const record = next.get(act.do === 'establish' ? newId : act.id) as ModelRecord
  return (
    noLife(record) ??
    wrongSeat(next, record) ??
    (hasCycle(next, 'place') || hasCycle(next, 'organisation') ? 'lies beneath itself' : null) ??
    leavesOrphans(next, record)
  )
}

/** A record is named by another where some state of at least a day names it. */
function named(book: Book, record: ModelRecord, id: string): boolean {
  return statesOf(record).some(
    ({ values }) =>
      references.some((key) => values[key] === id) ||
      (book.has(values['council_id'] ?? '') && seatOf(book, record, values) === id && record.id !== id),
  )
}

function noLife(record: ModelRecord): string | null {
  let living = false
  for (const event of record.events) {
    if ((event.kind === 'established') === living)
      return 'something happens to it while it is not in force, or it begins twice'
    living = event.kind !== 'dissolved'
  }
  if (statesOf(record).length === 0) return 'it never was in force'
  return null
}

/** Two seats of one unit in one council may not overlap. */
function wrongSeat(book: Book, record: ModelRecord): string | null {
  if (record.type !== 'seat') return null
  const others = [...book.values()].filter((other) => other.type === 'seat' && other.id !== record.id)
  const clash = others.some((other) =>
    statesOf(record).some((mine) =>
      statesOf(other).some(
        (theirs) =>
          mine.values['council_id'] === theirs.values['council_id'] &&
          mine.values['unit_id'] === theirs.values['unit_id'] &&
          mine.from < (theirs.to ?? atLast) &&
          theirs.from < (mine.to ?? atLast),
      ),
    ),
  )
  return clash ? 'the unit already has that seat' : null
}

/** R-S1-09, in force from 28 October 2018: nothing may be left beneath an organisation that is dissolved. */
function leavesOrphans(book: Book, record: ModelRecord): string | null {
  const ended = endedOn(record)
  if (record.type !== 'organisation' || ended === null || ended < '2018-10-28') return null
  const left = [...book.values()].some(
    (other) =>
      other.type === 'organisation' &&
      other.id !== record.id &&
      statesOf(other).some(
        ({ values, to }) => values['parent_id'] === record.id && (to === null || to > ended),
      ),
  )
  return left ? 'leaves organisations beneath it' : null
}
