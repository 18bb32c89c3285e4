import type { Database } from '../db/database.ts'
import type { Text } from '../text.ts'
import type { Day } from '../values/day.ts'

/** Something that a person holds from a day on, such as a post, with which a role may be tied. */
export type Holding = {
  readonly id: string
  /** Who holds what where. */
  readonly words: Text
  /** The place over which a role is granted with it by default. */
  readonly place: string | null
  readonly from: Day
  /** The first day on which it is no longer held; null: no end is known. */
  readonly to: Day | null
}

/** What areas tell of holdings to whoever grants roles, and sees no records: who holds what where until when, and nothing else. */
export type Holdings = {
  /** Of people whose names hold the words, those held today or later; at most {@link mostHoldingsFound}. */
  find(database: Database, office: number, find: string): Promise<readonly Holding[]>
  /** By id, as they are on the last of their days. */
  named(
    database: Database,
    office: number,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly words: Text; readonly to: Day | null }>>
}

export const mostHoldingsFound = 30
