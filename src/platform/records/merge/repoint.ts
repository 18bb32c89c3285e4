import type { RecordField } from '../record-type.ts'
import type { WantedRecord } from '../records-engine.ts'

type Values<Value> = Readonly<Record<string, Value>>

/** The record with `to` in place of `from` wherever one of these fields names it: in the fixed values and in every event. */
export function repoint<Wanted extends WantedRecord>(
  record: Wanted,
  fields: readonly RecordField[],
  from: string,
  to: string,
): Wanted {
  const keys = fields.map(({ key }) => key)
  const turned = <Value>(values: Values<Value>): Values<Value | string> =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, keys.includes(key) && value === from ? to : value]),
    )
  return {
    ...record,
    header: turned(record.header),
    events: record.events.map((event) => ({ ...event, sets: turned(event.sets) })),
  }
}
