import { Refusal } from '../refusal.ts'
import { type Language, text } from '../text.ts'
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  englishMonth,
  firstOfMonth,
  formatDay,
  isDay,
  lastOfMonth,
} from './day.ts'
import { toHalfWidth } from './half-width.ts'

/** A time over which events are counted (期间): both ends are included. */
export type Period = { readonly from: Day; readonly through: Day }

/** A calendar month, 'YYYY-MM'. */
export type Month = string & { readonly __brand: 'Month' }

function refuse(value: string): never {
  throw new Refusal(
    'INVALID',
    text(
      `“${value}”不是有效期间，请写作“2018”“2018-06”“2018Q2”或“2018-01-01..2018-07-29”，且起始日期不晚于结束日期`,
      `"${value}" is not a period: write 2018, 2018-06, 2018Q2 or 2018-01-01..2018-07-29, the start not after the end`,
    ),
    { value },
  )
}

function monthsFrom(year: string, month: number, count: number): Period | null {
  const from = `${year}-${String(month).padStart(2, '0')}-01`
  return isDay(from) ? { from, through: lastOfMonth(addMonths(from, count - 1)) } : null
}

/** Reads '2018', '2018-06', '2018Q2' or '2018-01-01..2018-07-29'. Throws Refusal INVALID for anything else. */
export function parsePeriod(value: string): Period {
  const compact = toHalfWidth(value).trim().toUpperCase()
  const whole = /^(\d{4})(?:-(\d{2})|Q([1-4]))?$/.exec(compact)
  if (whole) {
    const [, year = '', month, quarter] = whole
    if (month !== undefined) return monthsFrom(year, Number(month), 1) ?? refuse(value)
    if (quarter !== undefined) return monthsFrom(year, Number(quarter) * 3 - 2, 3) ?? refuse(value)
    return monthsFrom(year, 1, 12) ?? refuse(value)
  }
  const [from, through, ...rest] = compact.split('..')
  if (!isDay(from) || !isDay(through) || rest.length > 0 || from > through) return refuse(value)
  return { from, through }
}

export function monthOf(value: Day): Month {
  return value.slice(0, 7) as Month
}

/** Every month that the period touches, in order; its first and last may be touched in part. */
export function monthsOf(period: Period): Month[] {
  const months: Month[] = []
  const last = monthOf(period.through)
  for (let at = firstOfMonth(period.from); ; at = addMonths(at, 1)) {
    months.push(monthOf(at))
    if (monthOf(at) === last) return months
  }
}

export function inPeriod(period: Period, on: Day): boolean {
  return period.from <= on && on <= period.through
}

function isWholeMonths(period: Period): boolean {
  return period.from === firstOfMonth(period.from) && period.through === lastOfMonth(period.through)
}

/** The period of the same length that ends the day before: as many months where it is whole months, else as many days. */
export function previousPeriod(period: Period): Period {
  const through = addDays(period.from, -1)
  const from = isWholeMonths(period)
    ? addMonths(period.from, -monthsOf(period).length)
    : addDays(period.from, -1 - daysBetween(period.from, period.through))
  return { from, through }
}

type Shape =
  | { readonly kind: 'year' | 'month' | 'months'; readonly first: number; readonly last: number }
  | { readonly kind: 'quarter'; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly kind: 'days' }

const quarters: Readonly<Record<number, 1 | 2 | 3 | 4>> = { 1: 1, 4: 2, 7: 3, 10: 4 }

function shapeOf(period: Period): Shape {
  if (!isWholeMonths(period) || period.from.slice(0, 4) !== period.through.slice(0, 4))
    return { kind: 'days' }
  const first = Number(period.from.slice(5, 7))
  const last = Number(period.through.slice(5, 7))
  const quarter = quarters[first]
  if (last - first === 2 && quarter !== undefined) return { kind: 'quarter', quarter }
  return { kind: last - first === 11 ? 'year' : first === last ? 'month' : 'months', first, last }
}

/** The shortest text that {@link parsePeriod} reads back to the same period. */
export function periodCode(period: Period): string {
  const shape = shapeOf(period)
  if (shape.kind === 'year') return period.from.slice(0, 4)
  if (shape.kind === 'quarter') return `${period.from.slice(0, 4)}Q${shape.quarter}`
  if (shape.kind === 'month') return monthOf(period.from)
  return `${period.from}..${period.through}`
}

function formatDays({ from, through }: Period, language: Language): string {
  if (from === through) return formatDay(from, language, 'text')
  const start = formatDay(from, language, 'text')
  const end = formatDay(through, language, 'text')
  const oneYear = from.slice(0, 4) === through.slice(0, 4)
  if (language === 'zh') return `${start}至${oneYear ? end.slice(5) : end}`
  return `${oneYear ? start.slice(0, -5) : start} to ${end}`
}

/** '2018年', '2018年第二季度', '2018年6月', '2018年1月至6月', '2018年1月1日至7月29日', and the same in English. */
export function formatPeriod(period: Period, language: Language): string {
  const year = period.from.slice(0, 4)
  const shape = shapeOf(period)
  const zh = language === 'zh'
  switch (shape.kind) {
    case 'year':
      return zh ? `${year}年` : year
    case 'quarter':
      return zh ? `${year}年第${'一二三四'[shape.quarter - 1]}季度` : `Q${shape.quarter} ${year}`
    case 'month':
      return zh ? `${year}年${shape.first}月` : `${englishMonth(shape.first)} ${year}`
    case 'months':
      return zh
        ? `${year}年${shape.first}月至${shape.last}月`
        : `${englishMonth(shape.first)} to ${englishMonth(shape.last)} ${year}`
    case 'days':
      return formatDays(period, language)
  }
}
