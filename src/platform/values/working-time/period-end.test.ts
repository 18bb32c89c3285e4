import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../refusal.ts'
import { addDays, addMonths, day, daysBetween } from '../day.ts'
import { isWorkingDay, workingCalendar } from './calendar.ts'
import { officialNotices } from './notices.ts'
import { officeHours } from './office-hours.ts'
import { type PeriodLength, periodEnd } from './period-end.ts'

const calendar = workingCalendar(officialNotices)
const hours = officeHours(['2018-01-01', null, '08:00-12:00', '14:30-17:30'])

describe('periodEnd', () => {
  it.each<[string, number, PeriodLength['unit'], string, string]>([
    ['2018-06-29', 1, 'day', '2018-07-02', 'the next day is a Saturday'],
    ['2018-06-25', 3, 'day', '2018-06-28', 'the start is not counted'],
    ['2018-02-01', 15, 'day', '2018-02-22', 'the 16th falls into the Spring Festival'],
    ['2018-01-27', 15, 'day', '2018-02-11', 'a worked Sunday is no day off'],
    ['2018-01-31', 1, 'month', '2018-02-28', 'no corresponding day: the last of the month'],
    ['2020-01-31', 1, 'month', '2020-03-02', 'the 29th is a Saturday'],
    ['2018-04-01', 6, 'month', '2018-10-08', 'the corresponding day is in National Day'],
    ['2016-02-29', 1, 'year', '2017-02-28', 'from a leap day'],
    ['2018-12-29', 1, 'year', '2019-12-30', 'the corresponding day is a Sunday'],
    ['2019-12-31', 1, 'month', '2020-02-03', 'into the extended Spring Festival'],
    ['2018-09-28', 3, 'workingDay', '2018-10-08', 'working days skip National Day'],
    ['2018-06-15', 10, 'workingDay', '2018-07-02', 'and the Dragon Boat Festival'],
  ])('from %s, %i %s: %s, since %s', (start, amount, unit, end) => {
    expect(periodEnd(calendar, day(start), { amount, unit })).toEqual({
      certainty: 'announced',
      value: { day: end, at: '24:00' },
    })
  })

  it('ends with the office hours where there are any', () => {
    const end = (start: string) => periodEnd(calendar, day(start), { amount: 3, unit: 'day' }, hours)
    expect(end('2018-06-25')).toMatchObject({ value: { day: '2018-06-28', at: '17:30' } })
    expect(end('2017-06-26')).toMatchObject({ value: { day: '2017-06-29', at: '24:00' } })
  })

  it('is expected past the last notice and unknown before the first', () => {
    const length: PeriodLength = { amount: 60, unit: 'day' }
    expect(periodEnd(calendar, day('2026-11-27'), length).certainty).toBe('expected')
    expect(periodEnd(calendar, day('2016-08-01'), length)).toEqual({ certainty: 'unknown' })
    expect(periodEnd(calendar, day('2016-12-01'), length).certainty).toBe('announced')
  })

  it.each([0, -1, 1.5, Number.NaN])('refuses %s days', (amount) => {
    expect(() => periodEnd(calendar, day('2018-06-25'), { amount, unit: 'day' })).toThrow(Refusal)
  })

  const first = day('2017-01-01')
  const anyDay = fc.integer({ min: 0, max: 3_300 }).map((n) => addDays(first, n))
  it('ends on the first worked day from the corresponding one on', () => {
    const unit = fc.constantFrom('day' as const, 'month' as const, 'year' as const)
    fc.assert(
      fc.property(anyDay, unit, fc.integer({ min: 1, max: 24 }), (start, of, amount) => {
        const months = { day: 0, month: amount, year: amount * 12 }[of]
        const corresponding = of === 'day' ? addDays(start, amount) : addMonths(start, months)
        const answer = periodEnd(calendar, start, { amount, unit: of })
        if (answer.certainty === 'unknown') throw new Error('known from 2017 on')
        const { day: end } = answer.value
        const waited = Array.from({ length: daysBetween(corresponding, end) }, (_, n) =>
          addDays(corresponding, n),
        )
        expect(end >= corresponding).toBe(true)
        expect(isWorkingDay(calendar, end)).toMatchObject({ value: true })
        for (const on of waited) expect(isWorkingDay(calendar, on)).toMatchObject({ value: false })
      }),
    )
  })
})
