import type { Act, DeedAct, ModelMove } from './acts.ts'
import type { Command, DeedWord } from './command.ts'
import { dependentsOn, type ModelDependent } from './dependents.ts'
import { type Book, type ModelRecord, type ModelType, on, type Values } from './life.ts'

/** The deed that a command means: with a place for everything that hangs on what ends, but for now and then. */
export function deedOf(book: Book, command: Command & { what: DeedWord }, nth: number): Act | null {
  const { what, day, a, b, c, d } = command
  const about = what === 'dissolve place deed' ? 'place' : 'organisation'
  const every = [...book.values()].filter((record) => record.type === about)
  // Mostly of what is in force that day, so that most deeds can be done.
  const standing = every.filter((record) => on(record, day))
  const from = d % 7 === 0 || standing.length < 3 ? every : standing
  const at = (n: number) => from[n % from.length]?.id as string
  const parts: Record<DeedWord, [kind: DeedAct['kind'], ending: string[], lasting: string[], begun: number]> =
    {
      merge: ['merge', [at(a), at(b)], [], 1],
      absorb: ['absorb', [at(a)], [at(b)], 0],
      split: ['split', [at(a)], [], 2],
      divide: ['divide', [], [at(a)], 1],
      'dissolve deed': ['dissolve', [at(a)], [], 0],
      'dissolve place deed': ['dissolve', [at(a)], [], 0],
    }
  if (from.length === 0) return null
  const [kind, ending, lasting, begun] = parts[what]
  const beginning = Array.from({ length: begun }, (_, index) => ({
    name: `新${nth}-${index}`,
    sets: newborn(book, book.get(ending[0] ?? (lasting[0] as string)), { index, c, nth }),
    header: { code: d % 11 === 0 ? 'Z0' : `N${nth}-${index}`, contact_name: null, contact_phone: null },
  }))
  const heirs = [...beginning.map(({ name }) => name), ...lasting]
  const moves = everyDependent(book, ending, day).flatMap((dependent, index): ModelMove[] => {
    if (c % 6 === 5 && index === 0) return []
    return [moveOf(book, dependent, heirs, { b: b + index, c: c + index })]
  })
  return { do: 'deed', about, kind, day, ending, lasting, beginning, moves }
}

/** What hangs on what ends, on what ends along with it, and so on: said once for each pair. */
function everyDependent(book: Book, ending: readonly string[], day: string): ModelDependent[] {
  const found = dependentsOn(book, ending, day).filter(({ id }) => !ending.includes(id))
  return found.flatMap((one) => [
    one,
    ...dependentsOn(book, [one.id], day).filter(({ id }) => id !== one.on && !ending.includes(id)),
  ])
}

function moveOf(
  book: Book,
  { type, id, on: of, key }: ModelDependent,
  heirs: readonly string[],
  { b, c }: { b: number; c: number },
): ModelMove {
  const target: ModelType = key === 'seat_id' || type === 'place' ? 'place' : 'organisation'
  const others = [...book.values()].filter((record) => record.type === target).map((record) => record.id)
  const to =
    c % 4 === 0
      ? null
      : target === 'organisation' && heirs.length > 0
        ? (heirs[b % heirs.length] as string)
        : (others[b % others.length] as string)
  return { type, id, on: of, to }
}

function newborn(
  book: Book,
  like: ModelRecord | undefined,
  { index, c, nth }: { index: number; c: number; nth: number },
): Values {
  const places = [...book.values()].filter((record) => record.type === 'place')
  const parents = [...book.values()].filter((record) => record.type === 'organisation')
  return {
    name: `新${nth}-${index}`,
    kind: ['631', '632', '621'][(c + index) % 3] as string,
    founded_in: 'unit',
    // The first organisation is the committee of the street, which mostly stands.
    parent_id: c % 5 === 0 ? (like?.id ?? null) : (parents[0]?.id ?? null),
    seat_id: places[(c + index) % places.length]?.id ?? null,
    unit_id: null,
    purpose: null,
    expected_end: null,
    term_from: null,
    term_years: null,
  }
}

/** A deed that was done, with its day moved or said never to have been. */
export function deedCorrection(book: Book, { day, a, b }: Command): Act | null {
  const deeds = [
    ...new Set([...book.values()].flatMap(({ events }) => events.flatMap(({ deed }) => deed ?? []))),
  ]
  const deed = deeds[a % Math.max(1, deeds.length)]
  if (deed === undefined) return null
  return b % 2
    ? { do: 'correct-deed', deed, neverWas: true }
    : { do: 'correct-deed', deed, day, neverWas: false }
}
