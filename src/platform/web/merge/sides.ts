import type { RecordView } from '../../records/contract.ts'
import type { RecordType } from '../../records/record-type.ts'
import type { Shown } from '../records/shown-value.ts'

/** What a record says of a field: the fixed value, or the last that it had. */
export function lastValue(record: RecordView, key: string): Shown | undefined {
  return record.header[key] ?? record.spells.at(-1)?.values[key]
}

/** Whether there is a value: of a masked one the mask alone is known. */
const isHeld = (shown: Shown | undefined) => Boolean(shown?.masked || shown?.value)

/** Whether two values are seen to differ; of two whose masks are the same, the server says it. */
export function seenToDiffer(one: Shown | undefined, other: Shown | undefined): boolean {
  if (one?.masked || other?.masked) return one?.shown?.zh !== other?.shown?.zh
  return (one?.value ?? null) !== (other?.value ?? null)
}

/** The fixed values that the kept record lacks and the other has: what one would hardly want to lose. */
export function emptyFixed(type: RecordType, kept: RecordView, given: RecordView): string[] {
  return type.header
    .map(({ key }) => key)
    .filter((key) => !isHeld(kept.header[key]) && isHeld(given.header[key]))
}

/** The natural key of a record, as it last was. */
export const keyOf = (type: RecordType, record: RecordView): string =>
  type.naturalKey.map((key) => lastValue(record, key)?.shown?.zh ?? '').join(' ')
