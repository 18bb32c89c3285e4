import type { Preparing, Reader } from '../db/transaction.ts'
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
   * Records of which type its derived columns follow from, and the spell column that names them: where their spells change, these are
   * derived anew in the same change and keep their revision. So an area follows another without being known to it.
   */
  readonly follows?: readonly { readonly type: string; readonly by: string }[]
  readonly rules: readonly Rule<Judged<Facts>>[]
  /** Reads what the rules need of other rows, for all drafts at once. */
  readonly facts?: (
    reader: Reader<unknown>,
    judged: readonly Omit<Judged, 'facts'>[],
  ) => Promise<ReadonlyMap<string, Facts>>
}
