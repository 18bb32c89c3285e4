import type { Preparing, Reader } from '../db/transaction.ts'
import type { Rule } from '../rules/rule.ts'
import type { TimelineHooks } from '../timeline/store.ts'
import type { AttributeSpell, TimelineEvent } from '../timeline/timeline.ts'
import type { Text } from '../text.ts'
import type { HeaderValues, RecordsEngine, WantedRecord } from './records-engine.ts'
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

/** Reads what the rules need of other rows, for all records at once: the facts of each by its id. */
type FactsOf<Facts> = (
  reader: Reader<unknown>,
  judged: readonly Omit<Judged, 'facts'>[],
  engine: Pick<RecordsEngine, 'holdersOf'>,
) => Promise<ReadonlyMap<string, Facts>>

/** Rules with the facts that they need. */
export type Judging<Facts = unknown> = {
  readonly rules: readonly Rule<Judged<Facts>>[]
  readonly facts?: FactsOf<Facts>
}

/**
 * What an area says of a state of another area's records. Whoever may see such a record reads it: it names no record of the area that
 * judges. An act it never judges, since an area that knows nothing of another is not refused by it.
 */
export type RecordJudgement<Facts = unknown> = Judging<Facts> & {
  /** The record type that is judged. */
  readonly type: string
}

/** What a record type does beyond its declaration: scope, derived columns, rules, and what hangs on it. */
export type RecordBehaviour<Facts = unknown> = Judging<Facts> & {
  readonly type: RecordType
  /** The spell column that names the place of a row; null for a register of the whole office. */
  readonly placeColumn: 'record_id' | string | null
  /** They read alone: no number of a change is known yet where records are worked out before the lock. */
  readonly hooks: (preparing: Preparing) => TimelineHooks
  /** Checks and normalises one fixed value or attribute: the stored value. @throws Refusal INVALID */
  readonly clean?: Readonly<Record<string, (value: string) => string>>
  /**
   * Why nothing more is recorded, corrected or removed of some records, as they would stand, by their ids: what they are part of is
   * settled. Of single records, many at once and imports; what an area does as a whole refuses for itself.
   */
  readonly settled?: (
    reader: Reader<unknown>,
    wanted: readonly WantedRecord[],
  ) => Promise<ReadonlyMap<string, Text>>
  /**
   * Records of which type its derived columns follow from, and the spell column that names them: where their spells change, these are
   * derived anew in the same change and keep their revision. So an area follows another without being known to it.
   */
  readonly follows?: readonly { readonly type: string; readonly by: string }[]
}
