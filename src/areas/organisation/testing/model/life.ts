/** What the model keeps of a record: its fixed values and what happened to it, in the order in which it happened. */
export type ModelType = 'place' | 'organisation' | 'person' | 'council' | 'seat' | 'covered'
export type Values = Record<string, string | null>
/** `key` stays with an event through its corrections; `deed` is the act over several records that it is a part of. */
export type ModelEvent = { key: string; kind: string; day: string; sets: Values; deed: string | null }
export type ModelRecord = { id: string; type: ModelType; header: Values; events: ModelEvent[] }
export type Book = ReadonlyMap<string, ModelRecord>

const beginningKinds = [
  'established',
  'jointly_established',
  'founded_by_merger',
  'founded_by_split',
  'restored',
]
const endingKinds = ['dissolved', 'absorbed', 'merged', 'split']
export const begins = (event: ModelEvent): boolean => beginningKinds.includes(event.kind)
export const ends = (event: ModelEvent): boolean => endingKinds.includes(event.kind)

/** What an event says of itself alone, and not of any time. */
const details = ['occasion', 'cause']

/** The values in force when `taken` of the events have happened; null before the founding and after the end. */
function afterEvents(events: readonly ModelEvent[]): Values | null {
  let values: Values | null = null
  for (const event of events) {
    if (ends(event)) values = null
    else
      values = Object.assign(
        {},
        values,
        Object.fromEntries(Object.entries(event.sets).filter(([key]) => !details.includes(key))),
      )
  }
  return values
}

/** The values on a day, after all that happened on that day. */
export const on = (record: ModelRecord, day: string): Values | null =>
  afterEvents(record.events.filter((event) => event.day <= day))

/** The values on the last day before. */
export const before = (record: ModelRecord, day: string): Values | null =>
  afterEvents(record.events.filter((event) => event.day < day))

/** Whether two states say the same. */
export const same = (a: Values | null, b: Values | null): boolean =>
  a !== null &&
  b !== null &&
  Object.keys({ ...a, ...b }).every((key) => (a[key] ?? null) === (b[key] ?? null))

export const foundedOn = (record: ModelRecord): string => record.events.find(begins)?.day as string
/** The day of its end, where it is not in force at last. */
export function endedOn(record: ModelRecord): string | null {
  const last = record.events.at(-1)
  return last && ends(last) ? last.day : null
}

/** The days on which something happened to the record: between them nothing changes. */
export const daysOf = (record: ModelRecord): string[] =>
  [...new Set(record.events.map((event) => event.day))].sort()

/** Every state that lasted at least a day. */
export function statesOf(record: ModelRecord): { from: string; to: string | null; values: Values }[] {
  const days = daysOf(record)
  return days.flatMap((from, index) => {
    const values = on(record, from)
    return values ? [{ from, to: days[index + 1] ?? null, values }] : []
  })
}

/** Events of one day stay in the order in which they stood. */
export function inTime(events: readonly ModelEvent[]): ModelEvent[] {
  const days = [...new Set(events.map((event) => event.day))].sort()
  return days.flatMap((day) => events.filter((event) => event.day === day))
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 3600 * 1000).toISOString().slice(0, 10)
}

/** Later than anything that happens in a test. */
export const atLast = '2099-12-31'
