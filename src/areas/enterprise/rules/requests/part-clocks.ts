import type { Day } from '../../../../platform/values/day.ts'
import type { WorkingCalendar } from '../../../../platform/values/working-time/calendar.ts'
import { clockTime, minuteAt } from '../../../../platform/values/working-time/minute.ts'
import type { TaskRole } from '../../terms.ts'
import { type ClockState, clockState } from '../clocks/clock.ts'
import type { ClockStep } from '../clocks/clock-set.ts'
import { dayOf, type Moment, type TaskEvent } from '../clocks/task-log.ts'
import { clockSetOn, type SetClock } from './clock-set-on.ts'
import { closedTimes, type Loop, type LoopEvent, type LoopTask, roleOn, upTo } from './loop.ts'

const begins: ReadonlySet<string> = new Set(['assigned', 'reopened'])

/** The time of day where the act says one. */
export const momentOf = ({ onDate, sets }: LoopEvent): Moment =>
  sets['at'] ? minuteAt(onDate, clockTime(sets['at'])) : onDate

/** A part's answer is awaited from each assignment or taking up again: the log of each such run, in order. */
export function runsOf({ events: own }: LoopTask, request: readonly LoopEvent[]): TaskEvent[][] {
  const starts = own.flatMap(({ kind }, index) => (begins.has(kind) ? [index] : []))
  return starts.map((first, nth) => {
    const next = starts[nth + 1]
    const [start] = own.slice(first) as [LoopEvent]
    const until = next === undefined ? null : (own[next] as LoopEvent).onDate
    const closing = closedTimes(request).find(
      ({ from }) => from >= start.onDate && (until === null || from <= until),
    )
    return [
      ...own.slice(first, next).flatMap(asTaskEvent),
      ...(closing ? [{ kind: endOf(closing.by), at: closing.from } as const] : []),
    ]
  })
}

const endOf = ({ sets }: LoopEvent) => (sets['outcome'] === 'withdrawn' ? 'cancelled' : 'closed')

function asTaskEvent(event: LoopEvent): TaskEvent[] {
  const { kind, sets } = event
  const at = momentOf(event)
  if (begins.has(kind)) return [{ kind: 'started', at }]
  if (kind === 'paused') return [{ kind, at, reason: sets['why'] ?? '' }]
  if (kind === 'resumed' || kind === 'answered') return [{ kind, at }]
  if (kind === 'upheld') return [{ kind: 'cancelled', at }]
  if (kind === 'extended')
    return [{ kind, at: (sets['asked_on'] ?? event.onDate) as Day, to: sets['new_due'] as Day }]
  return []
}

/** How the clock of each run stands on a day, by the times that hold on its first day; none before it was assigned. */
export function runClocks(
  task: LoopTask,
  request: readonly LoopEvent[],
  set: readonly SetClock[],
  calendar: WorkingCalendar,
  asOf: Day,
): ClockState[] {
  const role = roleOn(task, asOf) as TaskRole | null
  const seen = { ...task, events: upTo(task.events, asOf) }
  if (!role) return []
  return runsOf(seen, upTo(request, asOf)).flatMap((log) => {
    const [start] = log as [TaskEvent]
    const length = clockSetOn(set, dayOf(start.at)).clocks[role]
    return clockState(log, length, calendar, asOf) ?? []
  })
}

/** A step of one day's length or so, from the event that begins it to the first that ends it. */
function stepClock(
  step: ClockStep,
  events: readonly LoopEvent[],
  [from, to]: readonly [ReadonlySet<string>, ReadonlySet<string>],
  set: readonly SetClock[],
  calendar: WorkingCalendar,
  asOf: Day,
): ClockState | null {
  const first = events.findLastIndex(({ kind, onDate }) => from.has(kind) && onDate <= asOf)
  const start = events[first]
  if (!start) return null
  const end = events.slice(first + 1).find(({ kind, onDate }) => to.has(kind) && onDate <= asOf)
  const log: TaskEvent[] = [
    { kind: 'started', at: start.onDate },
    ...(end ? [{ kind: 'answered', at: end.onDate } as const] : []),
  ]
  return clockState(log, clockSetOn(set, start.onDate).clocks[step], calendar, asOf)
}

const objecting = [begins, new Set(['objected', 'accepted', 'answered'])] as const
const settling = [new Set(['objected']), new Set(['upheld', 'rejected'])] as const
const assigning = [new Set(['received', 'reopened']), new Set(['assigned', 'reopened', 'closed'])] as const

/** By when the department may object, from its assignment on. */
export const objectionClock = (task: LoopTask, ...rest: StepArguments) =>
  stepClock('object', task.events, objecting, ...rest)

export const settlementClock = (task: LoopTask, ...rest: StepArguments) =>
  stepClock('settle', task.events, settling, ...rest)

/** By when the request has to be given to a department, from its receipt or reopening on. */
export function assignmentClock({ events, tasks }: Loop, ...[set, calendar, asOf]: StepArguments) {
  const given = tasks.flatMap((task) => task.events.filter(({ kind }) => begins.has(kind)))
  const start = events.findLast(({ kind, onDate }) => assigning[0].has(kind) && onDate <= asOf)
  if (!start) return null
  const after = given
    .filter(({ onDate }) => onDate >= start.onDate)
    .map((event) => ({ ...event, kind: 'assigned' }))
  const ends = [...after, ...events.filter(({ kind, onDate }) => kind === 'closed' && onDate >= start.onDate)]
  return stepClock('assign', [start, ...ends.sort(byDay)], assigning, set, calendar, asOf)
}
type StepArguments = readonly [set: readonly SetClock[], calendar: WorkingCalendar, asOf: Day]
const byDay = (a: LoopEvent, b: LoopEvent) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : 0)
