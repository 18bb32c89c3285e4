import type { Book, ModelRecord, ModelType, Values } from './life.ts'
import { before, on } from './life.ts'
import { pathOn, scopeOf, seatOf } from './tree.ts'

/** A question as the model takes it: everything said. `scope` null: the whole office. */
export type Asking = {
  figure: string
  along: 'place' | 'line'
  node: string
  asOf: string
  from: string
  through: string
  structure: 'then' | 'today'
  today: string
  scope: string | null
}
export type CountedRow = {
  record: string
  place: string
  line: string | null
  day: string
  key: string
  kind: string | null
  scope: string | null
}
export type Recount = { value: string | null; absent: string | null }

type Source = {
  type: ModelType
  line: boolean
  flow?: 'established' | 'dissolved'
  distinct?: boolean
  keep: (values: Values, record: ModelRecord, book: Book, asking: Asking) => boolean
}

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
  established: { type: 'organisation', line: true, flow: 'established', keep: noGroup },
  dissolved: { type: 'organisation', line: true, flow: 'dissolved', keep: noGroup },
  member_units: { type: 'seat', line: false, distinct: true, keep: () => true },
  member_seats: { type: 'seat', line: false, keep: () => true },
}
export const shares: Record<string, [numerator: string, denominator: string]> = {
  compound_coverage: ['compounds_covered', 'compounds'],
  stairwell_coverage: ['stairwells_covered', 'stairwells'],
}
export const counted = Object.keys(sources)
export const isFlow = (figure: string): boolean => sources[figure]?.flow !== undefined
export const hasLine = (figure: string): boolean => sources[figure]?.line === true
export const isDistinct = (figure: string): boolean => sources[figure]?.distinct === true

/** Every row that a figure counts, found by looking at each record. */
export function rowsOf(book: Book, asking: Asking): CountedRow[] {
  const source = sources[asking.figure] as Source
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
        place: seatOf(book, record, values) as string,
        line,
        day: asking.asOf,
        key,
        kind: kind ?? null,
        scope: scopeOf(book, record, asking.asOf),
      })
    }
  }
  return rows.filter(
    (row) => beneath(book, row, asking) !== null && (asking.scope === null || inScope(book, row, asking)),
  )
}

/** What began counts with what it was that day, what ended with what it last was, at the organisation that it answered to. */
function flowRows(book: Book, record: ModelRecord, source: Source, asking: Asking): CountedRow[] {
  return record.events
    .filter((event) => event.kind === source.flow && asking.from <= event.day && event.day <= asking.through)
    .flatMap((event) => {
      const values = source.flow === 'established' ? on(record, event.day) : before(record, event.day)
      if (!values || !source.keep(values, record, book, asking)) return []
      const line = source.flow === 'established' ? record.id : (values['parent_id'] ?? null)
      const scope = scopeOf(book, record, source.flow === 'established' ? event.day : 'last')
      return [
        {
          record: record.id,
          place: values['seat_id'] as string,
          line,
          day: event.day,
          key: `${record.id} ${event.day}`,
          kind: values['kind'] ?? null,
          scope,
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
  const recorded = [...book.values()].some(
    (record) =>
      record.type === type && (asking.scope === null || scopeOf(book, record, 'last') === asking.scope),
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
