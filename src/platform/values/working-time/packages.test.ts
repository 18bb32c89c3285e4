import chineseDays from 'chinese-days'
import { isWorkday } from 'chinese-workday'
import { expect, it } from 'vitest'
import { addDays, type Day, day } from '../day.ts'
import { isWorkingDay, workingCalendar } from './calendar.ts'
import { officialNotices } from './notices.ts'

const calendar = workingCalendar(officialNotices)
const days: Day[] = []
for (let on = day('2017-01-01'); on <= '2026-12-31'; on = addDays(on, 1)) days.push(on)

/** The days on which a package says otherwise, with what it says. */
function differences(isWorked: (on: Day) => boolean): Record<string, 'worked' | 'off'> {
  const other = days.filter((on) => {
    const answer = isWorkingDay(calendar, on)
    return answer.certainty === 'unknown' || answer.value !== isWorked(on)
  })
  return Object.fromEntries(other.map((on) => [on, isWorked(on) ? 'worked' : 'off']))
}

// Asked by text it reads the day at midnight in Greenwich and its weekday in the zone of the machine: noon there is the same day.
const localNoon = (on: Day) =>
  new Date(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8)), 12)

it('chinese-days agrees on each of the 3652 days', () => {
  expect(days).toHaveLength(3652)
  expect(differences((on) => chineseDays.isWorkday(localNoon(on)))).toEqual({})
})

it('chinese-days is wrong on 1029 days where it is asked by text on a machine west of Greenwich', () => {
  const { TZ } = process.env
  try {
    process.env['TZ'] = 'America/New_York'
    expect(Object.keys(differences((on) => chineseDays.isWorkday(on)))).toHaveLength(1029)
  } finally {
    if (TZ === undefined) delete process.env['TZ']
    else process.env['TZ'] = TZ
  }
})

it('chinese-workday differs on four days', () => {
  expect(differences((on) => isWorkday(on))).toEqual({
    // Its list begins 2018 after New Year's Day, a Monday, which 国办发明电〔2017〕12号 has off.
    '2018-01-01': 'worked',
    // It lacks 国办发明电〔2020〕1号, which extended the Spring Festival to 2 February.
    '2020-01-31': 'worked',
    '2020-02-01': 'worked',
    // It has a fourth day of New Year; 国办发明电〔2022〕16号 says 31 December to 2 January, three days.
    '2023-01-03': 'off',
  })
})
