import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day, daysBetween } from '../values/day.ts'
import { readDay } from './read-day.ts'

const days = fc.integer({ min: 0, max: 80_000 }).map((number) => addDays(day('1930-01-01'), number))
const parts = (value: Day) => value.split('-').map(Number) as [number, number, number]

test('every way of writing a day reads as the same day', () => {
  fc.assert(
    fc.property(days, (value) => {
      const [year, month, date] = parts(value)
      const ways: (string | number | Date)[] = [
        value,
        ` ${year}/${month}/${date} `,
        `${year}.${month}.${date}`,
        `${year}年${month}月${date}日`,
        `${year}年 ${month}月 ${date}日`,
        `${year}${String(month).padStart(2, '0')}${String(date).padStart(2, '0')}`,
        `${value} 00:00:00`,
        value.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
        new Date(`${value}T00:00:00Z`),
        new Date(`${value}T13:30:00Z`),
        daysBetween('1899-12-30' as Day, value),
        daysBetween('1899-12-30' as Day, value) + 0.75,
      ]
      expect(ways.map((way) => readDay(way))).toEqual(ways.map(() => value))
    }),
  )
})

test('what is no day is not guessed at', () => {
  const none = [
    '2018-02-30',
    '2018年6月',
    '2018.6',
    '6/30/2018',
    '18-6-30',
    '',
    '无',
    'June',
    2018,
    2018.6,
    201806,
    0,
    59,
    -1,
    1e9,
    true,
    new Date(Number.NaN),
  ]
  expect(none.filter((value) => readDay(value) !== null)).toEqual([])
  expect(readDay(43281)).toBe('2018-06-30')
})
