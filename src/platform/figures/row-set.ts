import type { Expression, Kysely, SelectQueryBuilder } from 'kysely'
import type { Text } from '../text.ts'
import type { Day } from '../values/day.ts'

/** What every countable row has. `amount` is in the smallest unit; `key` is what a distinct count counts. */
export type CountableRow = {
  record_id: string
  place_id: string
  /** The node of the other tree; null where the row has none. */
  line_id: string | null
  on_date: Day | null
  valid_from: Day | null
  valid_to: Day | null
  amount: bigint | null
  key: string
  kind: string | null
}

/** The moments of the question, as parameters of the statement. */
export type Instants = {
  readonly office: Expression<number>
  readonly asOf: Expression<Day>
  readonly from: Expression<Day>
  readonly through: Expression<Day>
}

/** Gives an area's tables: the current ones, or all of them as known at the change that is asked for. */
export type Relations = <Tables>(area: string) => Kysely<Tables>

export type RowsQuery = SelectQueryBuilder<never, never, CountableRow>

/** A row of a set of movements: a spell, whether it counts at all, and the kinds of event that began or ended the life at its ends. */
export type MovingRow = CountableRow & {
  counted: boolean
  starts_by: string | null
  ends_by: string | null
}

/**
 * Rows that are spells, of which the days are counted on which a record comes to count beneath the node, or ceases to. So
 * what a stock was, plus all that came, less all that went, is what it is.
 */
export type Moves = {
  readonly direction: 'in' | 'out'
  /**
   * Kinds of event; `moved` and `reclassified` where no event of the record's own brought it about: its node moved, or it became of
   * another kind.
   */
  readonly by: readonly string[]
}

/** Records by which rows are told apart beside kinds, as a register has them: each row names one of them, or none. */
export type RowDimension = {
  readonly label: Text
  /** The type of the records. */
  readonly record: string
  /** What a row that names none is said to be. */
  readonly none: Text
  /** The record that the row `r`, a {@link CountableRow}, names on a day, which is its own or the one that is asked for; null for none. */
  readonly of: (
    relations: Relations,
    at: Pick<Instants, 'office'>,
    day: Expression<Day>,
  ) => Expression<string | null>
}

/** A published set of rows: in force on a day (`asOf`), or dated within a period. Other areas join it by its record. */
export type RowSet = {
  readonly id: string
  readonly dated: 'asOf' | 'period'
  /** The record type that a row opens. */
  readonly record: string
  /** What the rows are, as the middle of a sentence. */
  readonly words: Text
  readonly kinds?: Readonly<Record<string, Text>>
  /** Records without which no row of the set can be there, and what is said where none was ever recorded. */
  readonly needs?: { readonly record: string; readonly absent: Text }
  /** By a name that is used again for nothing else; not of rows that move. */
  readonly dimensions?: Readonly<Record<string, RowDimension>>
  /** Whether rows carry a node of the other tree. */
  readonly onLine?: boolean
  /** Other records whose standing in the row's place, or right above it, decides whether the row counts. */
  readonly decidedBy?: { readonly record: string; readonly placeColumn: string }
  /** The rows are {@link MovingRow}s that overlap the period or touch its ends. */
  readonly moves?: Moves
  readonly rows: (relations: Relations, at: Instants) => RowsQuery
}

export function defineRowSet(set: RowSet): RowSet {
  const taken = Object.keys(set.dimensions ?? {}).filter(
    (name) => !/^[a-z_]+$/.test(name) || name in ownDimensions,
  )
  if (taken.length > 0) throw new Error(`${set.id}: ${taken.join(', ')} cannot name a dimension`)
  if (set.moves && set.dimensions) throw new Error(`${set.id}: what moves is not told apart by records`)
  return set
}

/** Those that every set of rows may have. */
const ownDimensions = { place: true, month: true, kind: true }

/** Says that a query yields spells for movements. */
export function moving<Database, Table extends keyof Database>(
  query: SelectQueryBuilder<Database, Table, MovingRow>,
): RowsQuery {
  return query as unknown as RowsQuery
}

/** Says that a query yields countable rows; Kysely's own table types end here. */
export function countable<Database, Table extends keyof Database>(
  query: SelectQueryBuilder<Database, Table, CountableRow>,
): RowsQuery {
  return query as unknown as RowsQuery
}
