import type { AttributeSpell, TimelineEvent } from '../../../../platform/timeline/timeline.ts'
import type { Day } from '../../../../platform/values/day.ts'

/** A request and the departments' parts of it, each with its events in order. */
export type Loop = {
  readonly id: string
  readonly events: readonly LoopEvent[]
  readonly tasks: readonly LoopTask[]
}
export type LoopEvent = Pick<TimelineEvent, 'kind' | 'onDate' | 'sets'>
export type LoopTask = {
  readonly id: string
  readonly events: readonly LoopEvent[]
  readonly spells: readonly AttributeSpell[]
}

/** The times in which a request was closed. A day on which it was closed and reopened is none. */
export function closedTimes(events: readonly LoopEvent[]): { from: Day; to: Day | null; by: LoopEvent }[] {
  return events.flatMap((event, index) => {
    if (event.kind !== 'closed') return []
    const to = events.slice(index).find(({ kind }) => kind === 'reopened')?.onDate ?? null
    return to === event.onDate ? [] : [{ from: event.onDate, to, by: event }]
  })
}

/** The events up to and with a day. */
export const upTo = (events: readonly LoopEvent[], day: Day): readonly LoopEvent[] =>
  events.filter(({ onDate }) => onDate <= day)

export const roleOn = ({ spells }: LoopTask, day: Day): string | null =>
  spells.find(({ from, to }) => from <= day && (to === null || day < to))?.attributes['role'] ?? null
