import type { Act, Done } from './acts.ts'
import { dependentsOn } from './dependents.ts'
import {
  atLast,
  begins,
  type Book,
  endedOn,
  ends,
  type ModelRecord,
  type ModelType,
  statesOf,
  type Values,
} from './life.ts'
import { hasCycle, seatOf } from './tree.ts'

const references = ['parent_id', 'seat_id', 'unit_id', 'place_id', 'council_id', 'lead_id', 'organisation_id']

/** Why an act is refused, null where it may be done: first before it is tried, then with the book that it would make. */
export function whyNot(book: Book, act: Act, next?: Book, done?: Done): string | null {
  return next ? afterwards(book, next, act, done as Done) : beforehand(book, act)
}

function beforehand(book: Book, act: Act): string | null {
  if (act.do === 'establish') {
    if (namesNothing(book, act.sets)) return 'names a record that is not there'
    return [...book.values()].some((other) => other.type === act.type && sameKey(other, act))
      ? 'the key is taken'
      : null
  }
  if (act.do === 'deed') return beforeADeed(book, act)
  if (act.do === 'correct-deed')
    return [...book.values()].some((one) => one.events.some((event) => event.deed === act.deed))
      ? null
      : 'no such deed'
  const record = book.get(act.id)
  if (!record) return 'no such record'
  if (act.do === 'happen') {
    if (namesNothing(book, act.sets)) return 'names a record that is not there'
    if (act.event !== 'dissolved') return null
    const left = dependentsOn(book, [record.id], act.day).filter(({ id }) => id !== record.id)
    return left.length > 0 ? 'something hangs on it' : null
  }
  const parts = record.events.map((event) => event.deed)
  if (act.do === 'remove' && parts.some((deed) => deed !== null)) return 'it is part of a deed'
  if (act.do === 'correct') {
    const event = record.events[act.at]
    const moved = act.neverWas || (act.day !== undefined && act.day !== event?.day)
    if (event?.deed && moved) return 'it is part of a deed'
  }
  if (act.do === 'correct' && !act.neverWas) {
    return namesNothing(book, { ...record.events[act.at]?.sets, ...act.sets })
      ? 'names a record that is not there'
      : null
  }
  if (act.do === 'erase' && act.type !== 'organisation') return 'holds nothing personal'
  return null
}

function beforeADeed(book: Book, act: Act & { do: 'deed' }): string | null {
  const named = [...act.ending, ...act.lasting]
  if (named.some((id) => book.get(id)?.type !== act.about)) return 'no such record'
  if (new Set(named).size < named.length) return 'chosen twice'
  for (const { sets, header } of act.beginning) {
    if (namesNothing(book, sets)) return 'names a record that is not there'
    const taken = [...book.values()].some((other) => other.header['code'] === header['code'])
    if (taken) return 'the key is taken'
  }
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
    covered: () =>
      states.some(
        (values) =>
          values['organisation_id'] === act.sets['organisation_id'] &&
          values['unit_id'] === act.sets['unit_id'],
      ),
    seat: () =>
      states.some(
        (values) =>
          values['council_id'] === act.sets['council_id'] && values['unit_id'] === act.sets['unit_id'],
      ),
  }
  return keys[act.type]()
}

function afterwards(earlier: Book, next: Book, act: Act, done: Done): string | null {
  if (act.do === 'erase' || act.do === 'correct-header') return null
  if (act.do === 'remove') return isNamed(next, act.id) ? 'others name it' : null
  const touched = touchedBy(earlier, next, act, done)
  const gone = act.do === 'correct-deed' ? [...earlier.keys()].filter((id) => !next.has(id)) : []
  return (
    touched.map((record) => noLife(record) ?? wrongSeat(next, record)).find((why) => why !== null) ??
    (hasCycle(next, 'place') || hasCycle(next, 'organisation') ? 'lies beneath itself' : null) ??
    touched.map((record) => leavesOrphans(next, record)).find((why) => why !== null) ??
    (gone.some((id) => isNamed(next, id)) ? 'others name it' : null)
  )
}

function touchedBy(earlier: Book, next: Book, act: Act, done: Done): ModelRecord[] {
  if (act.do === 'establish') return [next.get(done.id) as ModelRecord]
  if (act.do === 'deed' || act.do === 'correct-deed') {
    const deed = act.do === 'deed' ? done.id : act.deed
    const has = (record: ModelRecord | undefined) => record?.events.some((event) => event.deed === deed)
    return [...next.values()].filter((record) => has(record) || has(earlier.get(record.id)))
  }
  return [next.get((act as { id: string }).id) as ModelRecord]
}

const isNamed = (book: Book, id: string) => [...book.values()].some((record) => named(book, record, id))

/** A record is named by another where some state of at least a day names it. */
function named(book: Book, record: ModelRecord, id: string): boolean {
  return statesOf(record).some(
    ({ values }) =>
      references.some((key) => values[key] === id) ||
      (book.has(values['council_id'] ?? '') &&
        seatOf(book, record, values, atLast) === id &&
        record.id !== id),
  )
}

function noLife(record: ModelRecord): string | null {
  let living = false
  for (const event of record.events) {
    if (begins(event) === living)
      return 'something happens to it while it is not in force, or it begins twice'
    living = !ends(event)
  }
  if (statesOf(record).length === 0) return 'it never was in force'
  return null
}

/** Two seats of one unit in one council may not overlap, nor may an organisation cover a unit twice. */
function wrongSeat(book: Book, record: ModelRecord): string | null {
  if (record.type !== 'seat' && record.type !== 'covered') return null
  const of = record.type === 'seat' ? 'council_id' : 'organisation_id'
  const others = [...book.values()].filter((other) => other.type === record.type && other.id !== record.id)
  const clash = others.some((other) =>
    statesOf(record).some((mine) =>
      statesOf(other).some(
        (theirs) =>
          mine.values[of] === theirs.values[of] &&
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
