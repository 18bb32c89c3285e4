import {
  begins,
  before,
  type Book,
  daysOf,
  dayBefore,
  ends,
  type ModelRecord,
  on,
  same,
  type Values,
} from './life.ts'
import type { Asking, CountedRow } from './counted-row.ts'
import { pathOn, scopeOf } from './tree.ts'

type Movement = { readonly into: boolean; readonly by: string }

/** What each line of the balance sheet counts. */
export const movements: Readonly<Record<string, Movement>> = {
  came_established: { into: true, by: 'established' },
  came_jointly_established: { into: true, by: 'jointly_established' },
  came_restored: { into: true, by: 'restored' },
  came_of_mergers: { into: true, by: 'founded_by_merger' },
  came_of_splits: { into: true, by: 'founded_by_split' },
  moved_in: { into: true, by: 'moved' },
  reclassified_in: { into: true, by: 'reclassified' },
  went_dissolved: { into: false, by: 'dissolved' },
  went_absorbed: { into: false, by: 'absorbed' },
  went_merged: { into: false, by: 'merged' },
  went_split: { into: false, by: 'split' },
  moved_out: { into: false, by: 'moved' },
  reclassified_out: { into: false, by: 'reclassified' },
}

/** What a record is to the node on a day: its values, and whether it lies beneath it. Null while it is not in force. */
function standing(book: Book, record: ModelRecord, day: string, asking: Asking): Standing | null {
  const values = on(record, day)
  if (!values) return null
  const node = asking.along === 'place' ? (values['seat_id'] as string) : record.id
  const path = pathOn(book, node, asking.structure === 'today' ? asking.today : day)
  const within = (path?.includes(asking.node) ?? false) && isSeen(book, record, node, day, asking)
  const kind = values['kind']
  const counts = within && kind !== '641' && (asking.kind === null || kind === asking.kind)
  return { values, within, counts }
}
/** To a clerk of a community what leaves their sight has left, wherever it stands. */
function isSeen(book: Book, record: ModelRecord, node: string, day: string, asking: Asking): boolean {
  const { scope, structure, today } = asking
  if (scope === null) return true
  const placed = structure === 'today' ? today : day
  const lies = (id: string) => scopeOf(book, book.get(id) as ModelRecord, placed) === scope
  return scopeOf(book, record, day) === scope && lies(node) && lies(asking.node)
}

type Standing = { values: Values; within: boolean; counts: boolean }

/** Looks at every organisation on both sides of every day of the period on which anything happened anywhere. */
export function movedRows(book: Book, asking: Asking): CountedRow[] {
  const { into, by } = movements[asking.figure] as Movement
  const days = [...new Set([...book.values()].flatMap(daysOf))].filter(
    (day) => asking.from <= day && day <= asking.through,
  )
  const organisations = [...book.values()].filter((record) => record.type === 'organisation')
  return days.flatMap((day) =>
    organisations.flatMap((record) => {
      const was = standing(book, record, dayBefore(day), asking)
      const is = standing(book, record, day, asking)
      const [here, there] = into ? [is, was] : [was, is]
      if (!here?.counts || there?.counts) return []
      if (why(record, day, there, into) !== by) return []
      return [
        {
          record: record.id,
          place: here.values['seat_id'] as string,
          line: record.id,
          day,
          key: `${record.id} ${day}`,
          kind: here.values['kind'] ?? null,
          scope: scopeOf(book, record, into ? day : dayBefore(day)),
        },
      ]
    }),
  )
}

/** An event that began or ended it, where one did; else whether it was there and only did not count, or was elsewhere. */
function why(record: ModelRecord, day: string, there: Standing | null, into: boolean): string {
  const event = record.events.findLast((one) => one.day === day && (into ? begins(one) : ends(one)))
  // Ended and begun again on one day as it was: nothing happened to it.
  if (event && !same(before(record, day), on(record, day))) return event.kind
  return there?.within ? 'reclassified' : 'moved'
}
