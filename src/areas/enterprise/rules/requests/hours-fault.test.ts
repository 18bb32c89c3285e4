import { expect, test } from 'vitest'
import { day } from '../../../../platform/values/day.ts'
import { hoursFault, hoursOf } from './hours-fault.ts'

const hours = (
  from: string,
  to: string | null,
  afternoonFrom: string | null,
  afternoonTo: string | null,
) => ({
  from: day('2018-01-01'),
  to: null,
  attributes: {
    morning_from: from,
    morning_to: to,
    afternoon_from: afternoonFrom,
    afternoon_to: afternoonTo,
  },
})

test('two sessions in order, or one, are office hours', () => {
  expect(hoursOf([hours('08:00', '12:00', '14:30', '17:30')])[0]?.sessions).toEqual([
    { from: '08:00', to: '12:00' },
    { from: '14:30', to: '17:30' },
  ])
  expect(hoursFault([hours('09:00', '17:00', null, null)])).toBeNull()
})

test.each([
  ['a session without its end', hours('08:00', '12:00', '14:30', null)],
  ['a session without its beginning', hours('08:00', '12:00', null, '17:30')],
  ['an end before the beginning', hours('12:00', '08:00', null, null)],
  ['an afternoon in the morning', hours('08:00', '12:00', '11:30', '17:30')],
])('%s is not', (_what, spell) => {
  expect(hoursFault([spell])).toMatchObject({ zh: expect.any(String), en: expect.any(String) })
})
