import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { addDays, addMonths, day, daysBetween, firstOfMonth, lastOfMonth } from './day.ts'
import {
  formatPeriod,
  inPeriod,
  monthOf,
  monthsOf,
  type Period,
  parsePeriod,
  periodCode,
  previousPeriod,
} from './period.ts'

const someDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(day('1970-01-01'), n))
const dayPeriod: fc.Arbitrary<Period> = fc
  .tuple(someDay, fc.integer({ min: 0, max: 800 }))
  .map(([from, days]) => ({ from, through: addDays(from, days) }))
const monthPeriod: fc.Arbitrary<Period> = fc
  .tuple(someDay, fc.integer({ min: 0, max: 15 }))
  .map(([at, months]) => ({
    from: firstOfMonth(at),
    through: lastOfMonth(addMonths(firstOfMonth(at), months)),
  }))
const anyPeriod = fc.oneof(dayPeriod, monthPeriod)

describe('parsePeriod', () => {
  it.each([
    ['2018', '2018-01-01', '2018-12-31'],
    ['2018-06', '2018-06-01', '2018-06-30'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2018Q1', '2018-01-01', '2018-03-31'],
    ['2018q2', '2018-04-01', '2018-06-30'],
    ['2018Q4', '2018-10-01', '2018-12-31'],
    ['２０１８', '2018-01-01', '2018-12-31'],
    ['2018-01-01..2018-07-29', '2018-01-01', '2018-07-29'],
    ['2018-07-29..2018-07-29', '2018-07-29', '2018-07-29'],
  ])('reads %s', (value, from, through) => {
    expect(parsePeriod(value)).toEqual({ from, through })
  })

  it.each([
    '',
    '18',
    '2018-13',
    '2018-00',
    '2018Q5',
    '2018-6',
    '1899',
    '2200',
    '2018-07-29..2018-01-01',
    '2018-02-30..2018-03-01',
    '2018-01-01..',
    '2018-01-01..2018-02-01..2018-03-01',
    '2018-01-01',
  ])('refuses %j', (value) => {
    expect(() => parsePeriod(value)).toThrow(Refusal)
  })

  it('reads back what periodCode writes', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(parsePeriod(periodCode(period))).toEqual(period)
      }),
    )
    for (const code of ['2018', '2018-06', '2018Q2', '2018-01-01..2018-07-29', '2018-02-01..2018-04-30']) {
      expect(periodCode(parsePeriod(code))).toBe(code)
    }
  })
})

describe('monthsOf', () => {
  it('lists every month that is touched', () => {
    expect(monthsOf(parsePeriod('2017-11-30..2018-02-01'))).toEqual([
      '2017-11',
      '2017-12',
      '2018-01',
      '2018-02',
    ])
    expect(monthsOf(parsePeriod('2018'))).toHaveLength(12)
    expect(monthsOf(parsePeriod('2199'))).toHaveLength(12)
  })

  it('is the distinct months of its days', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const days = Array.from({ length: daysBetween(period.from, period.through) + 1 }, (_, n) =>
          addDays(period.from, n),
        )
        expect(monthsOf(period)).toEqual([...new Set(days.map(monthOf))])
        expect(days.every((on) => inPeriod(period, on))).toBe(true)
        expect(
          inPeriod(period, addDays(period.from, -1)) || inPeriod(period, addDays(period.through, 1)),
        ).toBe(false)
      }),
      { numRuns: 40 },
    )
  })
})

describe('previousPeriod', () => {
  it.each([
    ['2018', '2017'],
    ['2018-03', '2018-02'],
    ['2018Q1', '2017Q4'],
    ['2018-01-01..2018-06-30', '2017-07-01..2017-12-31'],
    ['2018-07-01..2018-07-10', '2018-06-21..2018-06-30'],
    ['2018-07-29..2018-07-29', '2018-07-28..2018-07-28'],
  ])('of %s is %s', (code, previous) => {
    expect(periodCode(previousPeriod(parsePeriod(code)))).toBe(previous)
  })

  it('ends the day before', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(addDays(previousPeriod(period).through, 1)).toBe(period.from)
      }),
    )
  })

  it('has as many whole months', () => {
    fc.assert(
      fc.property(monthPeriod, (period) => {
        const previous = previousPeriod(period)
        expect(previous.from).toBe(firstOfMonth(previous.from))
        expect(monthsOf(previous)).toHaveLength(monthsOf(period).length)
      }),
    )
  })

  it('has as many days where it is not whole months', () => {
    fc.assert(
      fc.property(dayPeriod, (period) => {
        fc.pre(period.from !== firstOfMonth(period.from) || period.through !== lastOfMonth(period.through))
        const previous = previousPeriod(period)
        expect(daysBetween(previous.from, previous.through)).toBe(daysBetween(period.from, period.through))
      }),
    )
  })
})

describe('formatPeriod', () => {
  it.each([
    ['2018', '2018年', '2018'],
    ['2018-06', '2018年6月', 'June 2018'],
    ['2018Q2', '2018年第二季度', 'Q2 2018'],
    ['2018-01-01..2018-06-30', '2018年1月至6月', 'January to June 2018'],
    ['2018-01-01..2018-07-29', '2018年1月1日至7月29日', '1 January to 29 July 2018'],
    ['2017-01-01..2018-07-29', '2017年1月1日至2018年7月29日', '1 January 2017 to 29 July 2018'],
    ['2017-01-01..2018-12-31', '2017年1月1日至2018年12月31日', '1 January 2017 to 31 December 2018'],
    ['2018-07-18..2018-07-18', '2018年7月18日', '18 July 2018'],
  ])('writes %s', (code, zh, en) => {
    expect(formatPeriod(parsePeriod(code), 'zh')).toBe(zh)
    expect(formatPeriod(parsePeriod(code), 'en')).toBe(en)
  })
})
