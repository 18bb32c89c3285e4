import type { Book, ModelEvent, ModelRecord, ModelType, Values } from './life.ts'
import { before, dayBefore, on, same } from './life.ts'
import type { Asking, CountedRow } from './counted-row.ts'
import { movedRows, movements } from './movements.ts'
import { pathOn, scopeOf, seatOf } from './tree.ts'

export type Recount = { value: string | null; absent: string | null }

type Source = {
  type: ModelType
  line: boolean
  flow?: { side: 'began' | 'ended'; takes: (event: ModelEvent) => boolean }
  distinct?: 'unit' | 'record'
  keep: (values: Values, record: ModelRecord, book: Book, asking: Asking) => boolean
}
const happened = (side: 'began' | 'ended', ...kinds: string[]): NonNullable<Source['flow']> => ({
  side,
  takes: ({ kind }) => kinds.includes(kind),
})

const isBranch = ['631', '632']
const seatedAt = (book: Book, asking: Asking, places: (string | null | undefined)[], kinds: string[]) =>
  [...book.values()].some((record) => {
    const values = record.type === 'organisation' ? on(record, asking.asOf) : null
    if (!values || !kinds.includes(values['kind'] as string) || !places.includes(values['seat_id']))
      return false
    return asking.scope === null || scopeOf(book, record, asking.asOf) === asking.scope
  })
const level = (record: ModelRecord, kind: string) => record.header['kind'] === kind
const noGroup = (values: Values) => values['kind'] !== '641'

const nonPublic = (book: Book, unit: string | null | undefined) =>
  book.get(unit ?? '')?.header['kind'] === 'non_public'

const sources: Record<string, Source> = {
  organisations: { type: 'organisation', line: true, keep: noGroup },
  community_organisations: {
    type: 'organisation',
    line: true,
    keep: (v) => v['founded_in'] === 'community' && ['611', '621', '631'].includes(v['kind'] as string),
  },
  groups: { type: 'organisation', line: true, keep: (v) => v['kind'] === '641' },
  compounds: { type: 'place', line: false, keep: (_, r) => level(r, 'compound') },
  compounds_covered: {
    type: 'place',
    line: false,
    keep: (_, r, book, asking) => level(r, 'compound') && seatedAt(book, asking, [r.id], isBranch),
  },
  stairwells: { type: 'place', line: false, keep: (_, r) => level(r, 'stairwell') },
  stairwells_covered: {
    type: 'place',
    line: false,
    keep: (v, r, book, asking) =>
      level(r, 'stairwell') && seatedAt(book, asking, [r.id, v['parent_id'] ?? 'none'], ['641']),
  },
  established: {
    type: 'organisation',
    line: true,
    flow: happened('began', 'established', 'jointly_established'),
    keep: noGroup,
  },
  dissolved: { type: 'organisation', line: true, flow: happened('ended', 'dissolved'), keep: noGroup },
  non_public_shells_dissolved: {
    type: 'organisation',
    line: true,
    flow: {
      side: 'ended',
      takes: ({ kind, sets }) => kind === 'dissolved' && sets['cause'] === 'shell',
    },
    keep: (values, _, book) => noGroup(values) && nonPublic(book, values['unit_id']),
  },
  non_public_formed: {
    type: 'organisation',
    line: true,
    distinct: 'record',
    flow: {
      side: 'began',
      takes: ({ kind, sets }) =>
        ['jointly_established', 'founded_by_merger', 'reclassified'].includes(kind) ||
        (kind === 'established' && sets['occasion'] === 'adjustment'),
    },
    keep: (values, record, book, asking) =>
      noGroup(values) &&
      on(record, asking.through) !== null &&
      (nonPublic(book, values['unit_id']) ||
        [...book.values()].some((other) => {
          const covers = other.type === 'covered' ? on(other, asking.through) : null
          return covers?.['organisation_id'] === record.id && nonPublic(book, covers['unit_id'])
        })),
  },
  member_units: { type: 'seat', line: false, distinct: 'unit', keep: () => true },
  member_seats: { type: 'seat', line: false, keep: () => true },
  ...Object.fromEntries(
    Object.keys(movements).map((name): [string, Source] => [
      name,
      { type: 'organisation', line: true, flow: happened('began'), keep: () => true },
    ]),
  ),
}
export const shares: Record<string, [numerator: string, denominator: string]> = {
  compound_coverage: ['compounds_covered', 'compounds'],
  stairwell_coverage: ['stairwells_covered', 'stairwells'],
}
export const counted = Object.keys(sources)
export const isFlow = (figure: string): boolean => sources[figure]?.flow !== undefined
export const hasLine = (figure: string): boolean => sources[figure]?.line === true
export const isDistinct = (figure: string): boolean => sources[figure]?.distinct !== undefined
export const isMovement = (figure: string): boolean => figure in movements
/** Whether its rows are told apart by the kinds of organisations. */
export const hasOrganisationKinds = (figure: string): boolean =>
  sources[figure]?.type === 'organisation' && figure !== 'groups'

/** Every row that a figure counts, found by looking at each record. */
export function rowsOf(book: Book, asking: Asking): CountedRow[] {
  const source = sources[asking.figure] as Source
  if (isMovement(asking.figure)) return movedRows(book, asking)
  const rows: CountedRow[] = []
  for (const record of book.values()) {
    if (record.type !== source.type) continue
    if (source.flow) rows.push(...flowRows(book, record, source, asking))
    else {
      const values = on(record, asking.asOf)
      if (!values || !source.keep(values, record, book, asking)) continue
      const kind =
        record.type === 'place'
          ? record.header['kind']
          : record.type === 'organisation'
            ? values['kind']
            : null
      const key = record.type === 'seat' ? (values['unit_id'] as string) : record.id
      const line = record.type === 'organisation' ? record.id : null
      rows.push({
        record: record.id,
        place: seatOf(book, record, values, asking.asOf) as string,
        line,
        day: asking.asOf,
        key,
        kind: kind ?? null,
        scope: scopeOf(book, record, asking.asOf),
      })
    }
  }
  return rows.filter(
    (row) =>
      (asking.kind === null || row.kind === asking.kind) &&
      beneath(book, row, asking) !== null &&
      (asking.scope === null || inScope(book, row, asking)),
  )
}

/** What began counts with what it was that day, what ended with what it last was, at the organisation that it answered to. */
function flowRows(book: Book, record: ModelRecord, source: Source, asking: Asking): CountedRow[] {
  const { side, takes } = source.flow as NonNullable<Source['flow']>
  return record.events
    .filter((event) => takes(event) && asking.from <= event.day && event.day <= asking.through)
    .flatMap((event) => {
      const [was, is] = [before(record, event.day), on(record, event.day)]
      const values = side === 'began' ? is : was
      // As it was the day before: no time of its own began or ended that day.
      if (!values || same(was, is) || !source.keep(values, record, book, asking)) return []
      const line = side === 'began' ? record.id : (values['parent_id'] ?? null)
      const day = side === 'began' ? event.day : dayBefore(event.day)
      return [
        {
          record: record.id,
          place: values['seat_id'] as string,
          line,
          day: event.day,
          key: source.distinct === 'record' ? record.id : event.key,
          kind: values['kind'] ?? null,
          scope: scopeOf(book, record, day),
        },
      ]
    })
}

const structureDay = (row: CountedRow, asking: Asking) =>
  asking.structure === 'today' ? asking.today : row.day

/** The nodes below the asked one on the way to the row; null where the row does not lie beneath it. */
export function beneath(book: Book, row: CountedRow, asking: Asking): string[] | null {
  const id = asking.along === 'place' ? row.place : row.line
  const path = id === null ? null : pathOn(book, id, structureDay(row, asking))
  const depth = path ? path.indexOf(asking.node) : -1
  return path && depth >= 0 ? path.slice(depth + 1) : null
}

function inScope(book: Book, row: CountedRow, asking: Asking): boolean {
  const seen = (id: string) =>
    scopeOf(book, book.get(id) as ModelRecord, structureDay(row, asking)) === asking.scope
  const own = asking.along === 'place' ? row.place : (row.line as string)
  return row.scope === asking.scope && seen(own) && seen(asking.node)
}

const measured = (figure: string, rows: readonly CountedRow[]) =>
  isDistinct(figure) ? new Set(rows.map((row) => row.key)).size : rows.length

function recountOne(
  book: Book,
  asking: Asking,
  rows: readonly CountedRow[],
): { count: number; absent: string | null } {
  const { type } = sources[asking.figure] as Source
  // A record that went elsewhere since leaves the time that it spent here.
  const days = [...new Set([...book.values()].flatMap(({ events }) => events.map(({ day }) => day)))]
  const recorded = [...book.values()].some(
    (record) =>
      record.type === type &&
      (asking.scope === null ||
        days.some((day) => on(record, day) !== null && scopeOf(book, record, day) === asking.scope)),
  )
  return {
    count: measured(asking.figure, rows),
    absent: rows.length === 0 && !recorded ? 'not_yet_recorded' : null,
  }
}

/** A figure's value, or why there is none. `only` narrows the rows to a part of a break-down. */
export function recount(
  book: Book,
  asking: Asking,
  only: (row: CountedRow) => boolean = () => true,
): Recount {
  const parts = (shares[asking.figure] ?? [asking.figure]).map((figure) => {
    const every = rowsOf(book, { ...asking, figure })
    const whole = recountOne(book, { ...asking, figure }, every)
    return { count: measured(figure, every.filter(only)), absent: whole.absent }
  })
  const [first, second] = parts as [(typeof parts)[0], (typeof parts)[0]?]
  const absent = first.absent ?? second?.absent ?? (second?.count === 0 ? 'zero_denominator' : null)
  if (absent) return { value: null, absent }
  return { value: second ? perCent(first.count, second.count) : String(first.count), absent: null }
}

/** Per cent with one decimal, half up, in whole numbers. */
function perCent(part: number, whole: number): string {
  const tenths = Math.floor((2000 * part + whole) / (2 * whole))
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}
