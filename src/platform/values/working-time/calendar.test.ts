import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../refusal.ts'
import { addDays, type Day, day, daysBetween } from '../day.ts'
import type { Answer } from './answer.ts'
import {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  workingCalendar,
  workingDayFrom,
} from './calendar.ts'
import { rest, yearNotice } from './notice.ts'
import { officialNotices } from './notices.ts'

const calendar = workingCalendar(officialNotices)
const announced = <Value>(value: Value) => ({ certainty: 'announced', value })
const expected = <Value>(value: Value) => ({ certainty: 'expected', value })
const unknown = { certainty: 'unknown' }
const knownBefore = (on: string) => workingCalendar(officialNotices.filter(({ issued }) => issued < on))
const valueOf = <Value>(answer: Answer<Value>) => (answer.certainty === 'unknown' ? undefined : answer.value)

describe('isWorkingDay', () => {
  it.each([
    ['2018-02-11', true, 'a Sunday worked for the Spring Festival'],
    ['2018-02-21', false, 'a Wednesday, its last day'],
    ['2018-02-24', true, 'a Saturday worked for it'],
    ['2018-12-29', true, 'a Saturday worked by the notice for 2019'],
    ['2018-12-31', false, 'a Monday off by the notice for 2019'],
    ['2019-05-02', false, 'a Thursday off by the change of March 2019'],
    ['2019-05-05', true, 'a Sunday worked for it'],
    ['2020-01-31', false, 'a Friday off by the extension of 2020'],
    ['2020-02-01', false, 'a Saturday whose work the extension took back'],
    ['2020-02-03', true, 'the Monday after it'],
    ['2022-12-31', false, 'off by the notice for 2023'],
    ['2024-02-09', true, "New Year's Eve, leave merely encouraged"],
    ['2025-01-28', false, "New Year's Eve by the law of 2024"],
    ['2026-02-28', true, 'a Saturday worked for the Spring Festival'],
    ['2026-11-27', true, 'a plain Friday'],
    ['2026-11-28', false, 'a plain Saturday'],
  ])('of %s is %s: %s', (on, worked) => {
    expect(isWorkingDay(calendar, day(on))).toEqual(announced(worked))
  })

  it('is expected once the next notice may speak of the day', () => {
    expect(calendar.lastYear).toBe(2026)
    expect(isWorkingDay(calendar, day('2026-12-28'))).toEqual(announced(true))
    expect(isWorkingDay(calendar, day('2026-12-29'))).toEqual(expected(true))
    expect(isWorkingDay(calendar, day('2027-01-01'))).toEqual(expected(false))
    expect(isWorkingDay(calendar, day('2027-10-04'))).toEqual(expected(true))
    expect(isWorkingDay(knownBefore('2024-01-01'), day('2025-05-02'))).toEqual(expected(false))
    expect(isWorkingDay(knownBefore('2018-12-01'), day('2019-05-02'))).toEqual(expected(true))
  })

  it('is unknown before the first notice', () => {
    expect(isWorkingDay(calendar, day('2016-12-31'))).toEqual(unknown)
    expect(isWorkingDay(calendar, day('2017-01-01'))).toEqual(announced(false))
  })

  it('follows the notices given: before the change of 2019 and the extension of 2020 other days were off', () => {
    expect(isWorkingDay(knownBefore('2019-03-22'), day('2019-05-02'))).toEqual(announced(true))
    expect(isWorkingDay(knownBefore('2019-03-22'), day('2019-05-05'))).toEqual(announced(false))
    expect(isWorkingDay(knownBefore('2020-01-26'), day('2020-02-01'))).toEqual(announced(true))
  })

  it('lets the later notice speak, in whatever order they are given', () => {
    expect(workingCalendar(officialNotices.toReversed()).worked).toEqual(calendar.worked)
  })
})

describe('workingCalendar', () => {
  it('refuses no year, a year missing between others, and a day both off and worked', () => {
    expect(() => workingCalendar([])).toThrow(Refusal)
    expect(() => workingCalendar(officialNotices.filter(({ kind }) => kind === 'change'))).toThrow(Refusal)
    expect(() => workingCalendar(officialNotices.filter(({ year }) => year !== 2021))).toThrow(
      expect.objectContaining({ code: 'INVALID', data: { year: 2021 } }),
    )
    const both = yearNotice(2027, '某号', '2026-11-01', [
      rest('newYear', '2027-01-01', '2027-01-03', '2027-01-03'),
    ])
    expect(() => workingCalendar([both])).toThrow(
      expect.objectContaining({ data: { number: '某号', day: '2027-01-03' } }),
    )
  })
})

describe('adding working days', () => {
  it.each([
    ['2018-02-14', 1, '2018-02-22', 'over the Spring Festival of 2018'],
    ['2018-02-09', 2, '2018-02-12', 'a worked Sunday counts'],
    ['2018-09-28', 3, '2018-10-08', 'two worked weekend days before National Day'],
    ['2019-04-26', 7, '2019-05-08', 'Labour Day of 2019 as changed'],
    ['2020-01-23', 1, '2020-02-03', 'the extended Spring Festival of 2020'],
    ['2021-02-10', 3, '2021-02-20', 'a worked Saturday after the Spring Festival'],
    ['2022-01-28', 3, '2022-02-07', 'two worked days before it'],
    ['2023-09-28', 2, '2023-10-08', 'two worked weekend days after National Day'],
    ['2024-02-08', 3, '2024-02-19', 'the worked Sunday of 2024'],
    ['2025-09-30', 2, '2025-10-10', 'eight days of National Day'],
    ['2026-02-13', 2, '2026-02-24', 'nine days of Spring Festival'],
    ['2018-02-22', -1, '2018-02-14', 'backwards over the Spring Festival'],
    ['2018-12-31', -1, '2018-12-29', 'backwards to a worked Saturday'],
    ['2018-02-17', 0, '2018-02-17', 'none'],
  ])('%s and %i is %s: %s', (from, count, to) => {
    expect(addWorkingDays(calendar, day(from), count)).toEqual(announced(to))
  })

  it('is expected when it passes the last sure day, unknown when it asks before the first', () => {
    expect(addWorkingDays(calendar, day('2026-12-25'), 1)).toEqual(announced('2026-12-28'))
    expect(addWorkingDays(calendar, day('2026-12-25'), 2)).toEqual(expected('2026-12-29'))
    expect(previousWorkingDay(calendar, day('2026-12-29'))).toEqual(announced('2026-12-28'))
    expect(previousWorkingDay(calendar, day('2017-01-03'))).toEqual(unknown)
    expect(nextWorkingDay(calendar, day('2016-12-31'))).toEqual(announced('2017-01-03'))
    expect(nextWorkingDay(calendar, day('2016-12-30'))).toEqual(unknown)
    expect(countWorkingDays(calendar, day('2016-12-30'), day('2017-01-03'))).toEqual(unknown)
    expect(countWorkingDays(calendar, day('2026-12-25'), day('2026-12-31'))).toEqual(expected(4))
    expect(workingDayFrom(calendar, day('2026-12-27'))).toEqual(announced('2026-12-28'))
    expect(workingDayFrom(calendar, day('2016-12-30'))).toEqual(unknown)
  })

  it('takes whole numbers alone', () => {
    expect(() => addWorkingDays(calendar, day('2018-01-01'), 1.5)).toThrow(RangeError)
  })

  const from = day('2017-06-01')
  const anyDay = fc
    .integer({ min: 0, max: daysBetween(from, day('2027-12-31')) })
    .map((n) => addDays(from, n))
  const isWorked = (on: Day) => valueOf(isWorkingDay(calendar, on)) === true
  /** Every day between, the first not counted, the last counted. */
  const between = (a: Day, b: Day) =>
    Array.from({ length: Math.max(0, daysBetween(a, b)) }, (_, index) => addDays(a, index + 1))

  it('ends on a worked day with so many worked days on the way', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (start, count) => {
        const answer = addWorkingDays(calendar, start, count)
        const end = valueOf(answer) ?? start
        expect(isWorked(end)).toBe(true)
        expect(between(start, end).filter(isWorked)).toHaveLength(count)
        expect(answer.certainty).toBe(end <= '2026-12-28' ? 'announced' : 'expected')
      }),
    )
  })

  it('counts as one counts by the day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20, max: 400 }), (start, length) => {
        const end = addDays(start, length)
        expect(valueOf(countWorkingDays(calendar, start, end))).toBe(
          between(start, end).filter(isWorked).length,
        )
      }),
    )
  })

  it('comes back from a worked day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (start, count) => {
        const begin = valueOf(workingDayFrom(calendar, start)) ?? start
        const end = valueOf(addWorkingDays(calendar, begin, count)) ?? begin
        expect(valueOf(addWorkingDays(calendar, end, -count))).toBe(begin)
      }),
    )
  })
})
