import type { Day } from '../values/day.ts'

/** What an event does to a record: it comes to be, it changes, it ceases. A record may come to be again. */
export type Effect = 'begins' | 'changes' | 'ends'
export type Attributes = Readonly<Record<string, string | null>>

/** What happened to a record on a day: `sets` names the attributes that hold from then on. */
export type TimelineEvent = {
  readonly id: string
  readonly onDate: Day
  /** Orders the events of one day. */
  readonly seq: number
  readonly kind: string
  readonly sets: Attributes
  readonly documentNo: string | null
  readonly reason: string | null
  /** The act over several records that it is a part of; absent where it stands alone. */
  readonly deedId?: string | null
}

/** A time in which a record was in force and its attributes did not change: `[from, to)`. */
export type AttributeSpell = { readonly from: Day; readonly to: Day | null; readonly attributes: Attributes }

/** One segment of a spell with the place in its tree and the columns that follow from elsewhere. */
export type Segment = AttributeSpell & {
  readonly path: string | null
  readonly derived: Readonly<Record<string, string | null>>
}

/** A kind of record with dated attributes, stored as `<schema>.<name>`, `<name>_event` and `<name>_spell`. */
export type TimelineKind = {
  readonly schema: string
  readonly name: string
  readonly attributes: readonly string[]
  readonly effects: Readonly<Record<string, Effect>>
  /** The names of values that are sums of money: text in yuan in a record, fen in a `bigint` column. */
  readonly amounts?: readonly string[]
  /** The attribute that names the parent, for a tree. */
  readonly parent?: string
  /** The columns of the spell and header beyond the attributes, such as the scope. */
  readonly scoped: boolean
}
