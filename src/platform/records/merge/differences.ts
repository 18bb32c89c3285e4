import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { TimelineEvent } from '../../timeline/timeline.ts'
import { fieldOf, type RecordField, type RecordType } from '../record-type.ts'
import type { StoredRecord, WantedRecord } from '../records-engine.ts'

/** A value that two records do not share: of a dated one, the last that each had. */
export type Difference = {
  readonly field: RecordField
  readonly kept: string | null
  readonly given: string | null
  /** Of a dated value: the event of the kept record that would be corrected to say the other's. */
  readonly event: TimelineEvent | null
  readonly mayTake: boolean
}

export function differencesOf(type: RecordType, kept: StoredRecord, given: StoredRecord): Difference[] {
  const fixed = type.header.map((field) => ({
    field,
    kept: textIn(kept.header[field.key]),
    given: textIn(given.header[field.key]),
    event: null,
    mayTake: true,
  }))
  const dated = type.attributes.map((field) => {
    const event = sayingEvent(type, kept, field.key)
    return {
      field,
      kept: kept.spells.at(-1)?.attributes[field.key] ?? null,
      given: given.spells.at(-1)?.attributes[field.key] ?? null,
      event,
      mayTake: event !== null,
    }
  })
  return [...fixed, ...dated]
    .filter((one) => one.kept !== one.given)
    .map((one) => ({ ...one, mayTake: one.mayTake && !(one.given === null && one.field.required) }))
}

const textIn = (value: string | boolean | null | undefined) =>
  value === null || value === undefined ? null : String(value)

/** The last event that sets the value; where none does, the last that began the life, if it is one that asks for it. */
function sayingEvent(type: RecordType, { events }: StoredRecord, key: string): TimelineEvent | null {
  const asks = ({ kind }: TimelineEvent, effect?: string) =>
    type.acts.some((act) => act.kind === kind && act.sets.includes(key) && (!effect || act.effect === effect))
  return (
    events.findLast((event) => key in event.sets && asks(event)) ??
    events.findLast((event) => asks(event, 'begins')) ??
    null
  )
}

/** The kept record with the other's values where these are to stay. @throws Refusal INVALID for what does not differ or cannot be had */
export function withTaken(
  type: RecordType,
  kept: StoredRecord,
  differing: readonly Difference[],
  take: readonly string[],
): WantedRecord {
  const header = { ...kept.header }
  const events = new Map(kept.events.map((event) => [event.id, event]))
  for (const key of take) {
    const found = differing.find(({ field }) => field.key === key)
    if (!found) throw new Refusal('INVALID', nothingDiffers(key), { field: key })
    if (!found.mayTake) throw new Refusal('INVALID', cannotBeTaken(fieldOf(type, key)), { field: key })
    if (!found.event) header[key] = found.field.kind === 'flag' ? found.given === 'true' : found.given
    else {
      const event = events.get(found.event.id) ?? found.event
      events.set(event.id, { ...event, sets: { ...event.sets, [key]: found.given } })
    }
  }
  return { id: kept.id, header, events: [...events.values()] }
}

const nothingDiffers = (key: string) =>
  text(
    `两条记录的“${key}”没有不同，不必选择。`,
    `The two records do not differ in “${key}”: there is nothing to choose.`,
  )
const cannotBeTaken = ({ label }: RecordField) =>
  text(
    `“${label.zh}”不能取自并入的记录：那里没有填，或者保留的记录没有登记这一项的事件。`,
    `“${label.en}” cannot be had from the record that is given up: it is empty there, or the kept record has no event that says it.`,
  )
