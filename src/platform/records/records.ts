import type { Database } from '../db/database.ts'
import type { Hierarchy } from '../figures/hierarchy.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Judging, RecordBehaviour } from './behaviour.ts'
import type { RecordType } from './record-type.ts'
import type { RecordsEngine } from './records-engine.ts'

/** All record types of the program with what stands behind them. */
export type Records = {
  readonly database: Database
  readonly engine: RecordsEngine
  readonly behaviours: ReadonlyMap<string, RecordBehaviour>
  /** By record type: who judges its state, its own area first. */
  readonly judges: ReadonlyMap<string, readonly Judging[]>
  readonly place: Hierarchy
}

export function behaviourNamed(records: Records, id: string): RecordBehaviour {
  const found = records.behaviours.get(id)
  if (found) return found
  throw new Refusal('NOT_FOUND', text(`没有“${id}”这种记录。`, `There is no record type “${id}”.`), {
    type: id,
  })
}

/** One answer for a record that is not there and for one that lies outside the caller's places. */
export function noSuchRecord(type: RecordType, id: string): Refusal {
  return new Refusal(
    'NOT_FOUND',
    text(
      `没有找到这条${type.label.zh}记录，或者不在您的管辖范围内。`,
      `This record (${type.label.en}) is not there, or is outside your places.`,
    ),
    { id },
  )
}
