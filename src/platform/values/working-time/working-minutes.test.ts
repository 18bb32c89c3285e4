import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../refusal.ts'
import { addDays, day, daysBetween } from '../day.ts'
import { isWorkingDay, workingCalendar } from './calendar.ts'
import { clockTime, dayOfMinute, minute, minuteAt, minutesInto, timeAfterMidnight } from './minute.ts'
import { officialNotices } from './notices.ts'
import { officeHours, sessionsOn } from './office-hours.ts'
import { addWorkingMinutes, workingMinutes } from './working-minutes.ts'

const calendar = workingCalendar(officialNotices)
const hours = officeHours(
  ['2017-01-01', '2018-06-01', '08:00-12:00', '14:30-17:30'],
  ['2018-06-01', '2018-10-01', '08:00-12:00', '15:00-18:00'],
  ['2018-10-01', null, '08:30-12:00', '14:30-17:30'],
)
const time = { calendar, hours }

describe('reading', () => {
  it.each(['24:01', '8:00', '08:60', '08:00 ', ''])('refuses the time %j', (value) => {
    expect(() => clockTime(value)).toThrow(Refusal)
  })
  it.each(['2018-02-30 08:00', '2018-06-30T08:00', '2018-06-30', '2018-06-30 8:00'])(
    'refuses the moment %j',
    (value) => {
      expect(() => minute(value)).toThrow(Refusal)
    },
  )
  it('refuses hours that overlap, and sessions that are none, empty or out of order', () => {
    expect(() =>
      officeHours(['2018-01-01', null, '08:00-12:00'], ['2019-01-01', null, '09:00-12:00']),
    ).toThrow(Refusal)
    expect(() => officeHours(['2018-01-01', null])).toThrow(Refusal)
    expect(() => officeHours(['2018-01-01', null, '08:00-08:00'])).toThrow(Refusal)
    expect(() => officeHours(['2018-01-01', null, '14:30-17:30', '08:00-12:00'])).toThrow(Refusal)
    expect(() => officeHours(['2018-01-01', null, '08:00'])).toThrow(Refusal)
  })
  it('has no time outside of a day', () => {
    expect(() => timeAfterMidnight(1441)).toThrow(RangeError)
  })
})

describe('workingMinutes', () => {
  it.each([
    ['2018-05-02 09:00', '2018-05-02 09:45', 45, 'within a session'],
    ['2018-05-02 11:50', '2018-05-02 14:40', 20, 'over noon'],
    ['2018-05-02 06:00', '2018-05-02 23:00', 420, 'a whole day'],
    ['2018-05-04 17:00', '2018-05-07 08:30', 60, 'over a weekend'],
    ['2018-02-14 17:00', '2018-02-22 09:00', 90, 'over the Spring Festival'],
    ['2018-02-10 09:00', '2018-02-11 09:00', 60, 'into a worked Sunday'],
    ['2018-05-31 17:00', '2018-06-01 18:00', 450, 'into the summer hours'],
    ['2018-05-02 09:00', '2018-05-02 09:00', 0, 'none'],
    ['2018-05-02 24:00', '2018-05-03 08:10', 10, 'from the end of a day'],
  ])('from %s to %s are %i: %s', (from, to, minutes) => {
    expect(workingMinutes(time, minute(from), minute(to))).toEqual({ certainty: 'announced', value: minutes })
  })

  it('is expected past the last notice, unknown before the first and before the first hours', () => {
    const late = workingMinutes(time, minute('2026-12-28 17:00'), minute('2026-12-29 09:00'))
    expect(late).toEqual({ certainty: 'expected', value: 60 })
    const early = workingMinutes(time, minute('2016-12-31 09:00'), minute('2017-01-03 09:00'))
    expect(early).toEqual({ certainty: 'unknown' })
    const withoutHours = { calendar, hours: officeHours(['2018-01-01', null, '08:00-12:00']) }
    const before = workingMinutes(withoutHours, minute('2017-12-29 09:00'), minute('2018-01-02 09:00'))
    expect(before).toEqual({ certainty: 'unknown' })
    const holiday = workingMinutes(withoutHours, minute('2017-12-30 09:00'), minute('2018-01-02 09:00'))
    expect(holiday).toEqual({ certainty: 'announced', value: 60 })
    expect(addWorkingMinutes(withoutHours, minute('2017-12-29 09:00'), 10)).toEqual({ certainty: 'unknown' })
  })

  it('refuses an end before the start, and adds whole minutes alone', () => {
    expect(() => workingMinutes(time, minute('2018-05-02 09:00'), minute('2018-05-02 08:59'))).toThrow(
      Refusal,
    )
    expect(() => addWorkingMinutes(time, minute('2018-05-02 09:00'), -1)).toThrow(RangeError)
  })

  const first = day('2017-01-01')
  const anyMinute = fc
    .tuple(fc.integer({ min: 0, max: 3_700 }), fc.integer({ min: 0, max: 1439 }))
    .map(([on, at]) => minuteAt(addDays(first, on), timeAfterMidnight(at)))
  const stepAfter = (moment: string) => {
    const into = minutesInto(clockTime(moment.slice(11))) + 1
    const on = dayOfMinute(minute(moment))
    return into < 1440 ? minuteAt(on, timeAfterMidnight(into)) : minuteAt(addDays(on, 1), clockTime('00:00'))
  }
  const isOpen = (moment: string) => {
    const on = dayOfMinute(minute(moment))
    const answer = isWorkingDay(calendar, on)
    const sessions = sessionsOn(hours, on) ?? []
    const at = moment.slice(11)
    return (
      answer.certainty !== 'unknown' && answer.value && sessions.some((one) => one.from <= at && at < one.to)
    )
  }

  it('counts as one counts by the minute', () => {
    fc.assert(
      fc.property(anyMinute, fc.integer({ min: 0, max: 6_000 }), (from, length) => {
        let to = from
        let open = 0
        for (let passed = 0; passed < length; passed++) {
          if (isOpen(to)) open++
          to = stepAfter(to)
        }
        expect(workingMinutes(time, from, to)).toMatchObject({ value: open })
      }),
      { numRuns: 30 },
    )
  })

  it('adds what it counts, and not a minute more than it needs', () => {
    fc.assert(
      fc.property(anyMinute, fc.integer({ min: 1, max: 5_000 }), (from, minutes) => {
        const end = addWorkingMinutes(time, from, minutes)
        if (end.certainty === 'unknown') throw new Error('known from 2017 on')
        expect(workingMinutes(time, from, end.value)).toMatchObject({ value: minutes })
        const on = dayOfMinute(end.value)
        const before = minuteAt(on, timeAfterMidnight(minutesInto(clockTime(end.value.slice(11))) - 1))
        expect(workingMinutes(time, from, before)).toMatchObject({ value: minutes - 1 })
        expect(daysBetween(dayOfMinute(from), on) >= 0).toBe(true)
      }),
    )
  })
})
