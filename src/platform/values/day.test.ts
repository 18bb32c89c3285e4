import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import {
  addDays,
  addMonths,
  addYears,
  compareDays,
  completedYears,
  type Day,
  day,
  daysBetween,
  firstOfMonth,
  firstOfYear,
  formatDay,
  isDay,
  lastOfMonth,
  today,
} from './day.ts'

const first = day('1900-01-01')
const anyDay = fc.integer({ min: 0, max: 109_572 }).map((n) => addDays(first, n))
const middleDay = fc.integer({ min: 20_000, max: 80_000 }).map((n) => addDays(first, n))

describe('isDay', () => {
  it.each(['2018-06-30', '2000-02-29', '1900-01-01', '2199-12-31'])('accepts %s', (value) => {
    expect(isDay(value)).toBe(true)
  })

  it.each([
    '2018-06-31',
    '2019-02-29',
    '1900-02-29',
    '2100-02-29',
    '1899-12-31',
    '2200-01-01',
    '2018-13-01',
    '2018-00-10',
    '2018-01-00',
    '2018-6-30',
    '2018/06/30',
    ' 2018-06-30',
    '2018-06-30\n',
    '２０１８-06-30',
    '',
  ])('refuses %j', (value) => {
    expect(isDay(value)).toBe(false)
    expect(() => day(value)).toThrow(Refusal)
  })

  it('refuses what is no text', () => {
    expect(isDay(20180630)).toBe(false)
    expect(isDay(null)).toBe(false)
  })

  it('says which value was wrong', () => {
    expect(() => day('2018-06-31')).toThrow(
      expect.objectContaining({
        code: 'INVALID',
        words: expect.objectContaining({ zh: expect.stringContaining('2018-06-31') }),
      }),
    )
  })
})

describe('today', () => {
  it('changes at midnight in Shanghai, not in Greenwich', () => {
    expect(today(new Date('2018-06-30T15:59:59.999Z'))).toBe('2018-06-30')
    expect(today(new Date('2018-06-30T16:00:00Z'))).toBe('2018-07-01')
  })

  it('agrees with the zone table', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
    const range = { min: new Date('1992-01-01'), max: new Date('2199-12-30'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(range), (moment) => {
        expect(today(moment)).toBe(zone.format(moment))
      }),
    )
  })
})

describe('moving by days, months and years', () => {
  it('covers exactly the days of 1900 to 2199', () => {
    expect(addDays(first, 109_572)).toBe('2199-12-31')
    expect(() => addDays(first, -1)).toThrow(Refusal)
    expect(() => addDays(day('2199-12-31'), 1)).toThrow(Refusal)
    expect(() => addMonths(day('2199-12-01'), 1)).toThrow(Refusal)
    expect(() => addYears(day('1900-06-01'), -1)).toThrow(Refusal)
  })

  it('clamps to the last day of a shorter month', () => {
    expect(addMonths(day('2018-01-31'), 1)).toBe('2018-02-28')
    expect(addMonths(day('2020-01-31'), 1)).toBe('2020-02-29')
    expect(addMonths(day('2018-03-31'), -1)).toBe('2018-02-28')
    expect(addMonths(day('2018-12-15'), 1)).toBe('2019-01-15')
    expect(addMonths(day('2018-01-15'), -1)).toBe('2017-12-15')
    expect(addYears(day('2016-02-29'), 1)).toBe('2017-02-28')
    expect(addYears(day('2016-02-29'), 4)).toBe('2020-02-29')
  })

  it('goes there and back by days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(isDay(a)).toBe(true)
        expect(addDays(a, daysBetween(a, b))).toBe(b)
        expect(daysBetween(a, b)).toBe(-daysBetween(b, a) + 0)
        expect(compareDays(a, b)).toBe(Math.sign(-daysBetween(a, b)) + 0)
      }),
    )
  })

  it('moves to the month that was asked, on the same date or the last', () => {
    fc.assert(
      fc.property(middleDay, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const moved = addMonths(from, months)
        const count = (value: Day) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7))
        expect(count(moved) - count(from)).toBe(months)
        expect(moved.slice(8) === from.slice(8) || moved === lastOfMonth(moved)).toBe(true)
        expect(moved.slice(8) <= from.slice(8)).toBe(true)
      }),
    )
  })

  it('finds the ends of the month and the start of the year', () => {
    fc.assert(
      fc.property(middleDay, (of) => {
        expect(firstOfMonth(of)).toBe(`${of.slice(0, 7)}-01`)
        expect(addDays(lastOfMonth(of), 1).slice(8)).toBe('01')
        expect(lastOfMonth(of).slice(0, 7)).toBe(of.slice(0, 7))
        expect(firstOfYear(of)).toBe(`${of.slice(0, 4)}-01-01`)
      }),
    )
  })
})

describe('completedYears', () => {
  it('changes on the birthday', () => {
    expect(completedYears(day('1980-06-30'), day('2018-06-29'))).toBe(37)
    expect(completedYears(day('1980-06-30'), day('2018-06-30'))).toBe(38)
    expect(completedYears(day('1980-06-30'), day('1980-06-30'))).toBe(0)
  })

  it('completes a year of a leap-day child on 28 February', () => {
    expect(completedYears(day('2000-02-29'), day('2018-02-27'))).toBe(17)
    expect(completedYears(day('2000-02-29'), day('2018-02-28'))).toBe(18)
    expect(completedYears(day('2000-02-29'), day('2020-02-28'))).toBe(19)
    expect(completedYears(day('2000-02-29'), day('2020-02-29'))).toBe(20)
  })

  it('has no answer before the birth', () => {
    expect(() => completedYears(day('2018-06-30'), day('2018-06-29'))).toThrow(Refusal)
  })

  it('is n on the nth anniversary and n − 1 the day before', () => {
    fc.assert(
      fc.property(middleDay, fc.integer({ min: 1, max: 80 }), (birth, n) => {
        expect(completedYears(birth, addYears(birth, n))).toBe(n)
        expect(completedYears(birth, addDays(addYears(birth, n), -1))).toBe(n - 1)
      }),
    )
  })
})

describe('formatDay', () => {
  it('writes text and tables in both languages', () => {
    expect(formatDay(day('2018-06-30'), 'zh', 'text')).toBe('2018年6月30日')
    expect(formatDay(day('2018-06-03'), 'en', 'text')).toBe('3 June 2018')
    expect(formatDay(day('2018-06-30'), 'zh', 'table')).toBe('2018-06-30')
    expect(formatDay(day('2018-06-30'), 'en', 'table')).toBe('2018-06-30')
  })
})
