import type { RecordType } from '../records/record-type.ts'
import { inOrder } from '../timeline/project.ts'
import type { Attributes, TimelineEvent } from '../timeline/timeline.ts'
import type { Day } from '../values/day.ts'

/** The last life of a record: what began it, what ended it, and its attributes at its end or up to a day. */
export type Life = {
  readonly begin: TimelineEvent
  readonly end: TimelineEvent | null
  readonly events: readonly TimelineEvent[]
  readonly attributes: Attributes
}

/** With `asOf`, events after it are not looked at; null where none had happened yet. */
export function lastLife(type: RecordType, all: readonly TimelineEvent[], asOf?: Day): Life | null {
  const effects = new Map(type.acts.map((act) => [act.kind, act.effect]))
  const events = inOrder(all).filter((event) => asOf === undefined || event.onDate <= asOf)
  const start = events.findLastIndex((event) => effects.get(event.kind) === 'begins')
  const begin = events[start]
  if (!begin) return null
  const own = events.slice(start)
  const end = own.findLast((event) => effects.get(event.kind) === 'ends') ?? null
  const set = (key: string) => own.findLast((event) => event.sets[key] !== undefined)?.sets[key] ?? null
  return {
    begin,
    end,
    events: own,
    attributes: Object.fromEntries(type.attributes.map(({ key }) => [key, set(key)])),
  }
}
