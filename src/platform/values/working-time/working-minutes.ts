import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { addDays, type Day } from '../day.ts'
import { type Answer, type Certainty, unknown, weaker } from './answer.ts'
import { isWorkingDay, type WorkingCalendar } from './calendar.ts'
import { dayOfMinute, type Minute, minuteAt, minutesInto, timeAfterMidnight, timeOfMinute } from './minute.ts'
import { type OfficeHours, sessionsOn } from './office-hours.ts'

/** When an office works: its calendar and its hours. */
export type WorkingTime = { readonly calendar: WorkingCalendar; readonly hours: readonly OfficeHours[] }

type Stretch = { readonly from: number; readonly to: number }

/** The sessions of the day in minutes since midnight; none on a day off, unknown where calendar or hours say nothing. */
function stretchesOn({ calendar, hours }: WorkingTime, on: Day): Answer<readonly Stretch[]> {
  const answer = isWorkingDay(calendar, on)
  if (answer.certainty === 'unknown') return unknown
  if (!answer.value) return { certainty: answer.certainty, value: [] }
  const sessions = sessionsOn(hours, on)
  if (sessions === null) return unknown
  const value = sessions.map(({ from, to }) => ({ from: minutesInto(from), to: minutesInto(to) }))
  return { certainty: answer.certainty, value }
}

/** Minutes within office hours from one moment to a later one. Throws Refusal INVALID where `to` is before `from`. */
export function workingMinutes(time: WorkingTime, from: Minute, to: Minute): Answer<number> {
  if (to < from) refuseOrder(from, to)
  const [first, last] = [dayOfMinute(from), dayOfMinute(to)]
  let certainty: Certainty = 'announced'
  let value = 0
  for (let on = first; on <= last; on = addDays(on, 1)) {
    const stretches = stretchesOn(time, on)
    if (stretches.certainty === 'unknown') return unknown
    certainty = weaker(certainty, stretches.certainty)
    const begin = on === first ? minutesInto(timeOfMinute(from)) : 0
    const end = on === last ? minutesInto(timeOfMinute(to)) : 1440
    for (const stretch of stretches.value)
      value += Math.max(0, Math.min(stretch.to, end) - Math.max(stretch.from, begin))
  }
  return { certainty, value }
}

/**
 * The first moment by which so many minutes of office hours have passed since `from`; `from` itself for 0. `minutes` is a whole
 * number from 0 up: RangeError otherwise; Refusal INVALID past the year 2199.
 */
export function addWorkingMinutes(time: WorkingTime, from: Minute, minutes: number): Answer<Minute> {
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError(`not a count of minutes: ${minutes}`)
  if (minutes === 0) return { certainty: 'announced', value: from }
  let certainty: Certainty = 'announced'
  let left = minutes
  let begin = minutesInto(timeOfMinute(from))
  for (let on = dayOfMinute(from); ; on = addDays(on, 1), begin = 0) {
    const stretches = stretchesOn(time, on)
    if (stretches.certainty === 'unknown') return unknown
    certainty = weaker(certainty, stretches.certainty)
    for (const stretch of stretches.value) {
      const start = Math.max(stretch.from, begin)
      const worked = Math.max(0, stretch.to - start)
      if (worked >= left) return { certainty, value: minuteAt(on, timeAfterMidnight(start + left)) }
      left -= worked
    }
  }
}

function refuseOrder(from: Minute, to: Minute): never {
  throw new Refusal(
    'INVALID',
    text(
      `结束时间${to}早于开始时间${from}，无法计算办公时间。请核对。`,
      `${to} is before ${from}: there are no office hours between them. Check both.`,
    ),
    { from, to },
  )
}
