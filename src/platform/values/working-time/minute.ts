import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { type Day, isDay } from '../day.ts'

/** A time of day in Asia/Shanghai, 'HH:mm', 00:00 to 24:00. Times compare correctly as text. */
export type ClockTime = string & { readonly __brand: 'ClockTime' }

/** A moment in Asia/Shanghai to the minute, 'YYYY-MM-DD HH:mm' as `minuteOf` writes it. Moments compare correctly as text. */
export type Minute = string & { readonly __brand: 'Minute' }

export const endOfDay = '24:00' as ClockTime

function isClockTime(value: string): value is ClockTime {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) || value === endOfDay
}

/** Reads a time of day. Throws Refusal INVALID for anything but 'HH:mm' between 00:00 and 24:00. */
export function clockTime(value: string): ClockTime {
  if (isClockTime(value)) return value
  throw new Refusal(
    'INVALID',
    text(
      `“${value}”不是有效时刻，请按“08:00”的格式填写00:00至24:00之间的时刻`,
      `"${value}" is not a time of day: write 00:00 to 24:00 as 08:00`,
    ),
    { value },
  )
}

/** Reads a moment. Throws Refusal INVALID for anything but 'YYYY-MM-DD HH:mm' of a real day. 24:00 is the end of that day. */
export function minute(value: string): Minute {
  if (value[10] === ' ' && isDay(value.slice(0, 10)) && isClockTime(value.slice(11))) return value as Minute
  throw new Refusal(
    'INVALID',
    text(
      `“${value}”不是有效时间，请按“2018-06-30 08:00”的格式填写`,
      `"${value}" is not a moment: write it as 2018-06-30 08:00`,
    ),
    { value },
  )
}

export function minuteAt(on: Day, at: ClockTime): Minute {
  return `${on} ${at}` as Minute
}

export function dayOfMinute(moment: Minute): Day {
  return moment.slice(0, 10) as Day
}

/** Minutes since midnight: 0 to 1440. */
export function minutesInto(at: ClockTime): number {
  return Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5))
}

export function timeOfMinute(moment: Minute): ClockTime {
  return moment.slice(11) as ClockTime
}

/** The time that is so many minutes after midnight; RangeError outside 0 to 1440. */
export function timeAfterMidnight(minutes: number): ClockTime {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1440) throw new RangeError(`no time ${minutes}`)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as ClockTime
}
