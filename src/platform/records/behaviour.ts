import type { Preparing, Reader, Writer } from '../db/transaction.ts'
import type { Rule } from '../rules/rule.ts'
import type { TimelineHooks } from '../timeline/store.ts'
import type { AttributeSpell, TimelineEvent } from '../timeline/timeline.ts'
import type { HeaderValues } from './records-engine.ts'
import type { RecordType } from './record-type.ts'

/** What a rule on a record judges: the life as it would stand, and what the area looked up beside it. */
export type Judged<Facts = unknown> = {
  readonly id: string
  readonly title: string
  readonly header: HeaderValues
  readonly events: readonly TimelineEvent[]
  readonly spells: readonly AttributeSpell[]
  readonly facts: Facts
}

export type Followers = { readonly type: string; readonly ids: readonly string[] }

/** What a record type does beyond its declaration: scope, derived columns, rules, and what hangs on it. */
export type RecordBehaviour<Facts = unknown> = {
  readonly type: RecordType
  /** The spell column that names the place of a row; null for a register of the whole office. */
  readonly placeColumn: 'record_id' | string | null
  /** They read alone: no number of a change is known yet where records are worked out before the lock. */
  readonly hooks: (preparing: Preparing) => TimelineHooks
  /** Checks and normalises one fixed value or attribute: the stored value. @throws Refusal INVALID */
  readonly clean?: Readonly<Record<string, (value: string) => string>>
  /**
   * Records whose derived columns follow from these, whose spells just changed: they are derived anew in the same change,
   * and keep their revision. `touched` holds what was saved and, in a tree, what moved with it.
   */
  readonly followers?: (
    writer: Writer<unknown>,
    saved: readonly string[],
    touched: readonly string[],
  ) => Promise<readonly Followers[]>
  readonly rules: readonly Rule<Judged<Facts>>[]
  /** Reads what the rules need of other rows, for all drafts at once. */
  readonly facts?: (
    reader: Reader<unknown>,
    judged: readonly Omit<Judged, 'facts'>[],
  ) => Promise<ReadonlyMap<string, Facts>>
}
