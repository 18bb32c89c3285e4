import type { Preparing, Reader, Writer } from '../db/transaction.ts'
import type { Finding } from '../rules/judge.ts'
import type { AttributeSpell, TimelineEvent } from '../timeline/timeline.ts'
import type { StagedRecords } from '../timeline/stage.ts'
import type { Day } from '../values/day.ts'
import type { Text } from '../text.ts'
import type { RecordType } from './record-type.ts'

export type HeaderValues = Readonly<Record<string, string | boolean | null>>

/** A record as it stands: fixed values, every event, and the spells that follow from them. References are ids. */
export type StoredRecord = {
  readonly id: string
  readonly label: string | null
  readonly version: bigint
  readonly header: HeaderValues
  readonly events: readonly TimelineEvent[]
  readonly spells: readonly AttributeSpell[]
}

/** How a record should stand. A new one without `label` is given one. */
export type WantedRecord = {
  readonly id: string
  readonly label?: string | null
  readonly header: HeaderValues
  readonly events: readonly TimelineEvent[]
}

/** What stands behind every record type: reading, finding by natural key, and writing whole lives. */
export type RecordsEngine = {
  readonly types: ReadonlyMap<string, RecordType>
  /** The records with these ids, as the reader's knowledge has them; those out of scope are absent. */
  load(reader: Reader<unknown>, type: RecordType, ids: readonly string[]): Promise<Map<string, StoredRecord>>
  /**
   * Finds records by natural key, whatever day it held. `keys` are the values in the order of `type.naturalKey`, references
   * already as ids. Answers id lists by `keyText(key)`: more than one id means that the key is ambiguous.
   */
  findByKey(
    reader: Reader<unknown>,
    type: RecordType,
    keys: readonly (readonly string[])[],
  ): Promise<Map<string, string[]>>
  /** Who holds one of these values in a fixed field that is enciphered and found: value → ids, blanks, hyphens and case aside. */
  holdersOf(
    reader: Reader<unknown>,
    type: RecordType,
    key: string,
    values: readonly string[],
  ): Promise<Map<string, string[]>>
  /** id → the natural key as a person writes it (references as their own natural keys, joined by a space). */
  keysOf(reader: Reader<unknown>, type: RecordType, ids: readonly string[]): Promise<Map<string, string>>
  titlesOf(reader: Reader<unknown>, type: RecordType, ids: readonly string[]): Promise<Map<string, string>>
  /** How many records `each` gives in the same snapshot. */
  count(reader: Reader<unknown>, type: RecordType, where: { node?: string; asOf?: Day }): Promise<number>
  /**
   * All records below a place that were in force at some time up to `asOf` (all of them where it is absent), in batches, in the order
   * of their natural keys (references by id); with `texts` those alone of which a free text may match that pattern. One batch is held at a time, and the transaction must be the reader's alone.
   */
  each(
    reader: Reader<unknown>,
    type: RecordType,
    where: { node?: string; asOf?: Day; texts?: string },
  ): AsyncIterable<readonly StoredRecord[]>
  /** Judges and writes. Findings of acts that no override covers refuse with RULE; the others are returned. */
  save(writer: Writer<unknown>, type: RecordType, wanted: readonly WantedRecord[]): Promise<Finding[]>
  /** Works new records out and judges them without the head lock, in the transaction that will write them. */
  stage(
    preparing: Preparing,
    type: RecordType,
    wanted: readonly WantedRecord[],
    labels: readonly string[],
    onStaged: (count: number) => void,
  ): Promise<{ readonly staged: StagedRecords; readonly findings: Finding[] }>
  /** What the rules say of records as they would stand. */
  judge(reader: Reader<unknown>, type: RecordType, wanted: readonly WantedRecord[]): Promise<Finding[]>
  /** Why nothing more is written of some of them, by id: what they are part of is settled. */
  settled(
    reader: Reader<unknown>,
    type: RecordType,
    wanted: readonly WantedRecord[],
  ): Promise<ReadonlyMap<string, Text>>
  /** They never were: they leave the present and stay readable at an earlier knowledge. Others must not name them by the commit. */
  remove(writer: Writer<unknown>, type: RecordType, ids: readonly string[]): Promise<void>
}

export const keyText = (key: readonly string[]): string => key.join('\u0001')
