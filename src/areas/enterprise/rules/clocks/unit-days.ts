import { addDays, type Day } from '../../../../platform/values/day.ts'
import {
  type Answer,
  type Certainty,
  unknown,
  weaker,
} from '../../../../platform/values/working-time/answer.ts'
import { isWorkingDay, type WorkingCalendar } from '../../../../platform/values/working-time/calendar.ts'
import type { ClockLength } from './clock-set.ts'

/** Both days are in the pause. */
export type Pause = { readonly from: Day; readonly through: Day }

/** The days by which a clock counts: of its unit, and not wholly or partly in a pause. */
export type Counting = {
  readonly calendar: WorkingCalendar
  readonly unit: ClockLength['unit']
  readonly pauses: readonly Pause[]
}

const isPaused = ({ pauses }: Counting, on: Day) =>
  pauses.some(({ from, through }) => from <= on && on <= through)

function counts(counting: Counting, on: Day): Answer<boolean> {
  const answer: Answer<boolean> =
    counting.unit === 'naturalDay'
      ? { certainty: 'announced', value: true }
      : isWorkingDay(counting.calendar, on)
  if (answer.certainty === 'unknown') return unknown
  return { certainty: answer.certainty, value: answer.value && !isPaused(counting, on) }
}

/** Days that count after `from`, up to and with `through`. */
export function countDays(counting: Counting, from: Day, through: Day): Answer<number> {
  let certainty: Certainty = 'announced'
  let value = 0
  for (let on = from; on < through; ) {
    on = addDays(on, 1)
    const answer = counts(counting, on)
    if (answer.certainty === 'unknown') return unknown
    certainty = weaker(certainty, answer.certainty)
    if (answer.value) value++
  }
  return { certainty, value }
}

/**
 * The first day from `earliest` on, worked and not in a pause, by which `amount` days have counted since `from`: a period whose last
 * day is off ends on the next working day (Civil Code art. 203).
 */
export function dayReached(counting: Counting, from: Day, amount: number, earliest: Day): Answer<Day> {
  let certainty: Certainty = 'announced'
  let left = amount
  for (let on = from; ; on = addDays(on, 1)) {
    if (on > from) {
      const answer = counts(counting, on)
      if (answer.certainty === 'unknown') return unknown
      certainty = weaker(certainty, answer.certainty)
      if (answer.value) left--
    }
    if (left > 0 || on < earliest || isPaused(counting, on)) continue
    const answer = isWorkingDay(counting.calendar, on)
    if (answer.certainty === 'unknown') return unknown
    certainty = weaker(certainty, answer.certainty)
    if (answer.value) return { certainty, value: on }
  }
}
