import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { addDays, compareDays, type Day, day, daysBetween } from '../day.ts'
import type { Period } from '../period.ts'
import { type Answer, type Certainty, unknown, weaker } from './answer.ts'
import type { HolidayNotice } from './notice.ts'

/** Made by {@link workingCalendar}: what its notices say of days, and the period of which they say everything. */
export type WorkingCalendar = {
  /** Before it days are unknown, after it expected. */
  readonly announced: Period
  readonly lastYear: number
  /** The days that are not what their weekday makes them: true is worked, false is off. */
  readonly worked: ReadonlyMap<Day, boolean>
}

// Back to this day the notice for the next year has reached: New Year's holiday of 2019 was worked for on 2018-12-29.
const lastSureDay = '12-28'
const aMonday = day('1900-01-01')

/**
 * The calendar that follows from the notices: later ones replace what earlier ones said of a day. Throws Refusal INVALID where no
 * notice arranges a year, a year between two others is missing, or a notice has one day both off and worked.
 */
export function workingCalendar(notices: readonly HolidayNotice[]): WorkingCalendar {
  const years = notices.filter(({ kind }) => kind === 'year').map(({ year }) => year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (years.length === 0) refuseEmpty()
  for (let year = first; year < last; year++) if (!years.includes(year)) refuseGap(year)
  const worked = new Map<Day, boolean>()
  for (const notice of [...notices].sort((a, b) => compareDays(a.issued, b.issued)))
    for (const [on, work] of daysOf(notice)) worked.set(on, work)
  const announced = { from: day(`${first}-01-01`), through: day(`${last}-${lastSureDay}`) }
  return { announced, lastYear: last, worked }
}

function daysOf(notice: HolidayNotice): ReadonlyMap<Day, boolean> {
  const found = new Map<Day, boolean>()
  for (const { from, through } of notice.rests)
    for (let on = from; on <= through; on = addDays(on, 1)) found.set(on, false)
  for (const on of notice.rests.flatMap((rest) => rest.worked)) {
    if (found.get(on) === false) refuseBoth(notice, on)
    found.set(on, true)
  }
  return found
}

/** Is the day worked? Announced by the notices; after the last one expected by weekends and the fixed holidays; before the first unknown. */
export function isWorkingDay(calendar: WorkingCalendar, on: Day): Answer<boolean> {
  const { announced, worked } = calendar
  if (on < announced.from) return unknown
  const value = worked.get(on)
  if (on <= announced.through) return { certainty: 'announced', value: value ?? !isWeekend(on) }
  return { certainty: 'expected', value: value ?? !(isWeekend(on) || isFixedHoliday(on)) }
}

function isWeekend(on: Day): boolean {
  return daysBetween(aMonday, on) % 7 >= 5
}

const fixed = new Set(['01-01', '05-01', '10-01', '10-02', '10-03'])

/** Regulation on national holidays (全国年节及纪念日放假办法) art. 2; 2 May since 2025. Those of the lunar calendar are not computed. */
function isFixedHoliday(on: Day): boolean {
  const date = on.slice(5)
  return fixed.has(date) || (date === '05-02' && on >= '2025')
}

/**
 * The nth working day after `from`, which itself is not counted; before it where `count` is negative; `from` where it is 0. As sure
 * as the least sure day on the way. `count` is a whole number: RangeError otherwise; Refusal INVALID past the year 2199.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: Day, count: number): Answer<Day> {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of working days: ${count}`)
  let certainty: Certainty = 'announced'
  let at = from
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, Math.sign(count))
    const answer = isWorkingDay(calendar, at)
    if (answer.certainty === 'unknown') return unknown
    certainty = weaker(certainty, answer.certainty)
    if (answer.value) left--
  }
  return { certainty, value: at }
}

export function nextWorkingDay(calendar: WorkingCalendar, after: Day): Answer<Day> {
  return addWorkingDays(calendar, after, 1)
}

export function previousWorkingDay(calendar: WorkingCalendar, before: Day): Answer<Day> {
  return addWorkingDays(calendar, before, -1)
}

/** `on` where it is worked, else the next working day. */
export function workingDayFrom(calendar: WorkingCalendar, on: Day): Answer<Day> {
  const answer = isWorkingDay(calendar, on)
  if (answer.certainty === 'unknown') return unknown
  if (answer.value) return { certainty: answer.certainty, value: on }
  const next = nextWorkingDay(calendar, on)
  if (next.certainty === 'unknown') return unknown
  return { certainty: weaker(answer.certainty, next.certainty), value: next.value }
}

/** Working days after `from` up to and with `through`: 0 where `through` is not after `from`. */
export function countWorkingDays(calendar: WorkingCalendar, from: Day, through: Day): Answer<number> {
  let certainty: Certainty = 'announced'
  let value = 0
  for (let at = from; at < through; ) {
    at = addDays(at, 1)
    const answer = isWorkingDay(calendar, at)
    if (answer.certainty === 'unknown') return unknown
    certainty = weaker(certainty, answer.certainty)
    if (answer.value) value++
  }
  return { certainty, value }
}

function refuseEmpty(): never {
  throw new Refusal(
    'INVALID',
    text(
      '没有任何年度的节假日安排通知，无法计算工作日。请先导入国务院办公厅的年度通知。',
      'No notice arranges the holidays of any year, so no working day can be computed. Import the yearly notice first.',
    ),
  )
}

function refuseGap(year: number): never {
  throw new Refusal(
    'INVALID',
    text(
      `缺少${year}年的节假日安排通知，而其前后年度都有。请补上该年度的通知。`,
      `The holiday notice for ${year} is missing between other years. Add it.`,
    ),
    { year },
  )
}

function refuseBoth({ title, number }: HolidayNotice, on: Day): never {
  throw new Refusal(
    'INVALID',
    text(
      `《${title.zh}》（${number}）中，${on}既是放假日又是上班日。请核对原文。`,
      `“${title.en}” (${number}) has ${on} both off and worked. Check it against the document.`,
    ),
    { number, day: on },
  )
}
