import { Refusal } from '../refusal.ts'
import { type Language, text } from '../text.ts'

/** A calendar day in Asia/Shanghai, 'YYYY-MM-DD', years 1900 to 2199. Days compare correctly as text. */
export type Day = string & { readonly __brand: 'Day' }

const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const dayInMilliseconds = 86_400_000
// China has kept UTC+8 without summer time since 1991, so a moment of a running clock needs no zone table.
const shanghaiOffset = 8 * 3_600_000

type Parts = { readonly year: number; readonly month: number; readonly date: number }

function partsOf(value: string): Parts {
  return {
    year: Number(value.slice(0, 4)),
    month: Number(value.slice(5, 7)),
    date: Number(value.slice(8, 10)),
  }
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function numberOf(value: Day): number {
  return Date.parse(`${value}T00:00:00Z`) / dayInMilliseconds
}

function join(year: number, month: number, date: number): Day {
  const two = (part: number) => String(part).padStart(2, '0')
  return day(`${year}-${two(month)}-${two(date)}`)
}

/** True for a real calendar day of the years 1900 to 2199 in the form 'YYYY-MM-DD'. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !shape.test(value)) return false
  const { year, month, date } = partsOf(value)
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return false
  return date >= 1 && date <= daysInMonth(year, month)
}

/** Reads a day. Throws Refusal INVALID when it is not a real one between 1900-01-01 and 2199-12-31. */
export function day(value: string): Day {
  if (isDay(value)) return value
  throw new Refusal(
    'INVALID',
    text(
      `“${value}”不是有效日期，请按“2018-06-30”的格式填写1900年至2199年之间的日期`,
      `"${value}" is not a valid date: write a day between 1900 and 2199 as 2018-06-30`,
    ),
    { value },
  )
}

/** The day that it is in Asia/Shanghai at the given moment. */
export function today(now: Date = new Date()): Day {
  return day(new Date(now.getTime() + shanghaiOffset).toISOString().slice(0, 10))
}

/** The minute that it is in Asia/Shanghai at the given moment: 2018-07-29 23:59. */
export function minuteOf(moment: Date): string {
  return new Date(moment.getTime() + shanghaiOffset).toISOString().slice(0, 16).replace('T', ' ')
}

/** Throws Refusal INVALID when the result leaves the years 1900 to 2199, as do {@link addMonths} and {@link addYears}. */
export function addDays(from: Day, days: number): Day {
  const moved = new Date((numberOf(from) + days) * dayInMilliseconds)
  return join(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate())
}

/** The corresponding day; where the month has none, its last day (Civil Code art. 202). */
export function addMonths(from: Day, months: number): Day {
  const { year, month, date } = partsOf(from)
  const count = year * 12 + (month - 1) + months
  const newYear = Math.floor(count / 12)
  const newMonth = count - newYear * 12 + 1
  return join(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)))
}

export function addYears(from: Day, years: number): Day {
  return addMonths(from, years * 12)
}

/** Days from `a` to `b`: 1 when `b` is the next day, negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return numberOf(b) - numberOf(a)
}

/** For `sort`: earlier first. */
export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

export function firstOfMonth(of: Day): Day {
  return day(`${of.slice(0, 7)}-01`)
}

export function lastOfMonth(of: Day): Day {
  const { year, month } = partsOf(of)
  return join(year, month, daysInMonth(year, month))
}

export function firstOfYear(of: Day): Day {
  return day(`${of.slice(0, 4)}-01-01`)
}

/**
 * Age in completed years (周岁). Born on 29 February, a year is completed on 28 February of a common year
 * (Civil Code art. 202). Throws Refusal INVALID when `at` is before the birth.
 */
export function completedYears(birth: Day, at: Day): number {
  if (at < birth) {
    throw new Refusal(
      'INVALID',
      text(
        `出生日期${birth}晚于计算日期${at}，无法计算周岁`,
        `Born on ${birth}, after ${at}: there is no age yet`,
      ),
      { birth, at },
    )
  }
  const years = partsOf(at).year - partsOf(birth).year
  return addYears(birth, years) <= at ? years : years - 1
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** 1 → 'January'. */
export function englishMonth(month: number): string {
  const name = englishMonths[month - 1]
  if (name === undefined) throw new RangeError(`no month ${month}`)
  return name
}

/** In running text '2018年6月30日' (GB/T 9704: no leading zeros) or '30 June 2018'; in a table '2018-06-30'. */
export function formatDay(value: Day, language: Language, style: 'text' | 'table'): string {
  if (style === 'table') return value
  const { year, month, date } = partsOf(value)
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${englishMonth(month)} ${year}`
}
