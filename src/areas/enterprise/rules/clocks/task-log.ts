import { type Text, text } from '../../../../platform/text.ts'
import type { Day } from '../../../../platform/values/day.ts'
import type { Minute } from '../../../../platform/values/working-time/minute.ts'

/** A day, or where the time of day is known the minute. */
export type Moment = Day | Minute

/** What happens to the task of one department. `to` is the new due day that was asked for and agreed. */
export type TaskEvent =
  | { readonly kind: 'started' | 'resumed' | 'answered' | 'closed' | 'cancelled'; readonly at: Moment }
  | { readonly kind: 'paused'; readonly at: Moment; readonly reason: string }
  | { readonly kind: 'extended'; readonly at: Moment; readonly to: Day }

export type TaskStanding = 'none' | 'running' | 'paused' | 'answered' | 'ended'

export type Refused = { readonly event: TaskEvent; readonly standing: TaskStanding }
/** The events in order of time, split into those that could happen and those that could not as the task stood. */
export type TaskLog = { readonly accepted: readonly TaskEvent[]; readonly refused: readonly Refused[] }

const follows: Readonly<Record<TaskStanding, Partial<Record<TaskEvent['kind'], TaskStanding>>>> = {
  none: { started: 'running' },
  running: {
    paused: 'paused',
    extended: 'running',
    answered: 'answered',
    closed: 'ended',
    cancelled: 'ended',
  },
  paused: {
    resumed: 'running',
    extended: 'paused',
    answered: 'answered',
    closed: 'ended',
    cancelled: 'ended',
  },
  answered: { closed: 'ended' },
  ended: {},
}

export const eventWords: Readonly<Record<TaskEvent['kind'], Text>> = {
  started: text('受理', 'start'),
  paused: text('暂停', 'pause'),
  resumed: text('恢复', 'resumption'),
  extended: text('延期', 'extension'),
  answered: text('答复', 'answer'),
  closed: text('办结', 'closing'),
  cancelled: text('撤回', 'withdrawal'),
}

export const dayOf = (moment: Moment) => moment.slice(0, 10) as Day

/** What cannot have happened as the task stood counts for nothing: it is a finding, and no clock follows it. */
export function readLog(log: readonly TaskEvent[]): TaskLog {
  const accepted: TaskEvent[] = []
  const refused: Refused[] = []
  let standing: TaskStanding = 'none'
  for (const event of inOrder(log)) {
    const next: TaskStanding | undefined = follows[standing][event.kind]
    if (next === undefined) refused.push({ event, standing })
    else accepted.push(event)
    standing = next ?? standing
  }
  return { accepted, refused }
}

/** By day; within a day by the minute where each event of it has one, else as they were recorded. */
function inOrder(log: readonly TaskEvent[]): readonly TaskEvent[] {
  const days = [...new Set(log.map(({ at }) => dayOf(at)))].sort()
  return days.flatMap((on) => {
    const events = log.filter(({ at }) => dayOf(at) === on)
    return events.every(({ at }) => at !== on)
      ? events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      : events
  })
}
