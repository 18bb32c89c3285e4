/** What the model keeps of a record: its fixed values and what happened to it, in the order in which it happened. */
export type ModelType = 'place' | 'organisation' | 'person' | 'council' | 'seat'
export type Values = Record<string, string | null>
export type ModelEvent = { kind: string; day: string; sets: Values }
export type ModelRecord = { id: string; type: ModelType; header: Values; events: ModelEvent[] }
export type Book = ReadonlyMap<string, ModelRecord>

/** The values in force when `taken` of the events have happened; null before the founding and after the end. */
function afterEvents(events: readonly ModelEvent[]): Values | null {
  let values: Values | null = null
  for (const event of events) {
    if (event.kind === 'dissolved') values = null
    else values = Object.assign({}, values, event.sets)
  }
  return values
}

/** The values on a day, after all that happened on that day. */
export const on = (record: ModelRecord, day: string): Values | null =>
  afterEvents(record.events.filter((event) => event.day <= day))

/** The values on the last day before. */
export const before = (record: ModelRecord, day: string): Values | null =>
  afterEvents(record.events.filter((event) => event.day < day))

export const foundedOn = (record: ModelRecord): string =>
  record.events.find((event) => event.kind === 'established')?.day as string
export const endedOn = (record: ModelRecord): string | null =>
  record.events.find((event) => event.kind === 'dissolved')?.day ?? null

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

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 3600 * 1000).toISOString().slice(0, 10)
}

/** Later than anything that happens in a test. */
export const atLast = '2099-12-31'
