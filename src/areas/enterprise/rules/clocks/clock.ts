import { addDays, type Day } from '../../../../platform/values/day.ts'
import { type Answer, unknown } from '../../../../platform/values/working-time/answer.ts'
import { countWorkingDays, type WorkingCalendar } from '../../../../platform/values/working-time/calendar.ts'
import type { ClockLength } from './clock-set.ts'
import { dayOf, readLog, type TaskEvent } from './task-log.ts'
import { type Counting, countDays, dayReached, type Pause } from './unit-days.ts'

export type ClockOutcome = 'running' | 'met' | 'late' | 'cancelled'

/** How the clock of one department's task stands on a day; what needs a day that no notice arranges is expected, not certain. */
export type ClockState = {
  readonly started: Day
  /** The first day of an answer, closing or withdrawal; the clock stands still from it on. */
  readonly ended: Day | null
  readonly outcome: Answer<ClockOutcome>
  /** With the pause that runs now: the due day if the task is resumed today. */
  readonly due: Answer<Day>
  readonly paused: { readonly since: Day; readonly reason: string } | null
  /** In days of the clock's unit, the day itself among the consumed; remaining is 0 on the due day and after it. */
  readonly consumed: Answer<number>
  readonly remaining: Answer<number>
  /** Null while not overdue. The working days may be 0: on the days off after the due day. */
  readonly overdue: Answer<{ readonly since: Day; readonly workingDays: number } | null>
}

/**
 * The state on `asOf` from the events up to it; null where the task has not started. The start day is not counted, nor a day that
 * lies wholly or partly in a pause; an extension names a new due day, which pauses after it move on.
 */
export function clockState(
  log: readonly TaskEvent[],
  length: ClockLength,
  calendar: WorkingCalendar,
  asOf: Day,
): ClockState | null {
  const events = readLog(log.filter(({ at }) => dayOf(at) <= asOf)).accepted
  const start = events[0]
  if (!start) return null
  const started = dayOf(start.at)
  const end = events.find(({ kind }) => ends.has(kind))
  const ended = end ? dayOf(end.at) : null
  const on = ended ?? asOf
  const { pauses, open } = pausesOf(events, on)
  const counting: Counting = { calendar, unit: length.unit, pauses }
  const due = dueDay(events, length, counting, started)
  return {
    started,
    ended,
    outcome: outcomeOf(end, due, on, calendar),
    due,
    paused: ended === null ? open : null,
    consumed: countDays(counting, started, on),
    remaining: due.certainty === 'unknown' ? unknown : countDays(counting, on, due.value),
    overdue: end?.kind === 'cancelled' ? notOverdue : overdueSince(due, on, calendar),
  }
}

const ends: ReadonlySet<TaskEvent['kind']> = new Set(['answered', 'closed', 'cancelled'])
const notOverdue: ClockState['overdue'] = { certainty: 'announced', value: null }

/** A pause that nobody ended runs through the day that is asked about. */
function pausesOf(events: readonly TaskEvent[], on: Day): { pauses: Pause[]; open: ClockState['paused'] } {
  const pauses: Pause[] = []
  let open: ClockState['paused'] = null
  for (const event of events) {
    if (event.kind === 'paused') open = { since: dayOf(event.at), reason: event.reason }
    if (event.kind !== 'resumed' || !open) continue
    pauses.push({ from: open.since, through: dayOf(event.at) })
    open = null
  }
  if (open) pauses.push({ from: open.since, through: on })
  return { pauses, open }
}

function dueDay(
  events: readonly TaskEvent[],
  { amount }: ClockLength,
  counting: Counting,
  started: Day,
): Answer<Day> {
  const extension = events.filter((event) => event.kind === 'extended').at(-1)
  if (!extension) return dayReached(counting, started, amount, started)
  const asked = dayOf(extension.at)
  const given = countDays({ ...counting, pauses: [] }, asked, extension.to)
  return given.certainty === 'unknown' ? unknown : dayReached(counting, asked, given.value, extension.to)
}

/** Where `on` is a sure day and the due day is not, the due day lies after it: then the comparison is sure. */
function outcomeOf(
  end: TaskEvent | undefined,
  due: Answer<Day>,
  on: Day,
  calendar: WorkingCalendar,
): Answer<ClockOutcome> {
  if (!end) return { certainty: 'announced', value: 'running' }
  if (end.kind === 'cancelled') return { certainty: 'announced', value: 'cancelled' }
  if (due.certainty === 'unknown') return unknown
  const certainty = on <= calendar.announced.through ? 'announced' : due.certainty
  return { certainty, value: on <= due.value ? 'met' : 'late' }
}

function overdueSince(due: Answer<Day>, on: Day, calendar: WorkingCalendar): ClockState['overdue'] {
  if (due.certainty === 'unknown') return unknown
  if (on <= due.value)
    return on <= calendar.announced.through ? notOverdue : { certainty: due.certainty, value: null }
  const days = countWorkingDays(calendar, due.value, on)
  if (days.certainty === 'unknown') return unknown
  const certainty = due.certainty === 'expected' ? 'expected' : days.certainty
  return { certainty, value: { since: addDays(due.value, 1), workingDays: days.value } }
}
