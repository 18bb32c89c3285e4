import { describe, expect, it } from 'vitest'
import { addDays, type Day, daysBetween } from '../day.ts'
import type { HolidayNotice } from './notice.ts'
import { officialNotices } from './notices.ts'

const weekday = (on: Day) => new Date(`${on}T00:00:00Z`).getUTCDay()
const isWeekend = (on: Day) => [0, 6].includes(weekday(on))
const daysOff = ({ rests }: HolidayNotice) =>
  rests.flatMap(({ from, through }) =>
    Array.from({ length: daysBetween(from, through) + 1 }, (_, index) => addDays(from, index)),
  )
const worked = ({ rests }: HolidayNotice) => rests.flatMap((rest) => rest.worked)
const ofKind = (kind: HolidayNotice['kind']) => officialNotices.filter((notice) => notice.kind === kind)

describe('the notices of the State Council', () => {
  it('arrange every year from 2017 to 2026 once, and change two of them', () => {
    expect(ofKind('year').map(({ year }) => year)).toEqual([
      2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ])
    expect(ofKind('change').map(({ number }) => number)).toEqual([
      '国办发明电〔2019〕3号',
      '国办发明电〔2020〕1号',
    ])
  })

  it('stand in the order of issue, each with a number of the year in which it was signed', () => {
    const issued = officialNotices.map((notice) => notice.issued)
    expect(issued).toEqual(issued.toSorted())
    for (const { number, issued: on } of officialNotices)
      expect(number).toMatch(new RegExp(`^国办发明电〔${on.slice(0, 4)}〕\\d+号$`))
    expect(new Set(officialNotices.map(({ number }) => number)).size).toBe(officialNotices.length)
  })

  it.each(ofKind('year'))('of $year was signed in the year before', ({ year, issued }) => {
    expect(issued.slice(0, 4)).toBe(String(year - 1))
  })

  it.each(officialNotices)('$number lets no day be worked that is no weekend', (notice) => {
    expect(worked(notice).filter((on) => !isWeekend(on))).toEqual([])
    expect(daysOff(notice).filter((on) => worked(notice).includes(on))).toEqual([])
  })

  // What is off on weekdays is either a holiday by law or made up for on a weekend (放假办法 art. 2, 11 days, 13 since 2025).
  it.each(ofKind('year'))('of $year gives as many days as the law', (notice) => {
    const given = daysOff(notice).filter((on) => !isWeekend(on)).length - worked(notice).length
    expect(given).toBe(notice.year < 2025 ? 11 : 13)
  })

  it.each([
    ['2017', [2, 7, 3, 1, 3, 8]],
    ['2018', [1, 7, 3, 3, 1, 1, 7]],
    ['2019', [3, 7, 1, 1, 1, 1, 7]],
    ['2020', [1, 7, 3, 5, 3, 8]],
    ['2021', [3, 7, 3, 5, 3, 3, 7]],
    ['2022', [3, 7, 3, 5, 3, 3, 7]],
    ['2023', [3, 7, 1, 5, 3, 8]],
    ['2024', [1, 8, 3, 5, 1, 3, 7]],
    ['2025', [1, 8, 3, 5, 3, 8]],
    ['2026', [3, 9, 3, 5, 3, 3, 7]],
  ])('of %s has the lengths that its text states (共…天)', (year, lengths) => {
    const notice = ofKind('year').find((each) => String(each.year) === year)
    expect(notice?.rests.map(({ from, through }) => daysBetween(from, through) + 1)).toEqual(lengths)
  })
})
