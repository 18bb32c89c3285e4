import type { TimelineEvent } from '../../timeline/timeline.ts'
import type { StoredRecord } from '../records-engine.ts'

/** One event in two versions of a record; null where it is not recorded. */
export type DifferingEvent = {
  readonly part: string
  readonly before: TimelineEvent | null
  readonly after: TimelineEvent | null
}
export type DifferingParts = {
  readonly header: readonly { readonly part: string; readonly key: string }[]
  readonly events: readonly DifferingEvent[]
}

/** The fixed values and the events in which two versions of a record differ: what could be put back, each by itself. */
export function differingParts(before: StoredRecord, after: StoredRecord): DifferingParts {
  const keys = [...new Set([...Object.keys(before.header), ...Object.keys(after.header)])]
  const [then, now] = [byId(before), byId(after)]
  return {
    header: keys
      .filter((key) => (before.header[key] ?? null) !== (after.header[key] ?? null))
      .map((key) => ({ part: `header:${key}`, key })),
    events: [...new Set([...then.keys(), ...now.keys()])]
      .map((id) => ({ part: `event:${id}`, before: then.get(id) ?? null, after: now.get(id) ?? null }))
      .filter((pair) => content(pair.before) !== content(pair.after)),
  }
}

/** The fields in which two versions of an event differ. */
export function differingFields({ before, after }: DifferingEvent): string[] {
  const [then, now] = [before?.sets ?? {}, after?.sets ?? {}]
  const keys = [...new Set([...Object.keys(then), ...Object.keys(now)])]
  return keys.filter((key) => (then[key] ?? null) !== (now[key] ?? null))
}

const byId = ({ events }: StoredRecord) => new Map(events.map((event) => [event.id, event]))

function content(event: TimelineEvent | null): string {
  if (!event) return ''
  const { onDate, documentNo, sets } = event
  const filled = Object.entries(sets).filter(([, value]) => value !== null)
  return JSON.stringify([onDate, documentNo, filled.sort(([a], [b]) => (a < b ? -1 : 1))])
}
