import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, day } from '../../values/day.ts'
import { judgeDue } from './judge-due.ts'

const on = day('2026-11-29')
const served = (...of: [string, string | null][]) =>
  new Map(of.map(([id, since]) => [id, since === null ? null : day(since)]))

test('due on the day on which the last period is over, and not on the day before', () => {
  const of = served(['register', '2016-11-29'], ['posts', '2021-11-29'])
  const periods = new Map([
    ['register', 120],
    ['posts', 60],
  ])
  expect(judgeDue(of, periods, on)?.map(({ dueOn }) => dueOn)).toEqual(['2026-11-29', '2026-11-29'])
  expect(judgeDue(of, periods, day('2026-11-28'))).toBeNull()
})

test('not due while one purpose needs it, without a period for each, or where it served none', () => {
  const periods = new Map([['register', 0]])
  expect(judgeDue(served(['register', null]), periods, on)).toBeNull()
  expect(judgeDue(served(['register', '2016-01-01'], ['posts', '2016-01-01']), periods, on)).toBeNull()
  expect(judgeDue(served(), periods, on)).toBeNull()
  expect(judgeDue(served(['register', '2026-11-29']), periods, on)).toHaveLength(1)
})

const days = fc.integer({ min: 0, max: 600 }).map((months) => addMonths(day('1990-01-31'), months))

test('what is due stays due on every later day, and a longer period never makes it due sooner', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(days)), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(240)),
      days,
      fc.nat(60),
      (of, set, at, more) => {
        const kept = new Map(of)
        const due = judgeDue(kept, new Map(Object.entries(set)), at)
        const longer = new Map(Object.entries(set).map(([id, months]) => [id, months + more]))
        if (due) expect(judgeDue(kept, new Map(Object.entries(set)), addMonths(at, more))).not.toBeNull()
        else expect(judgeDue(kept, longer, at)).toBeNull()
      },
    ),
  )
})
