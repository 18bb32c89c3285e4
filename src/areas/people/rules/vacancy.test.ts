import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day } from '../../../platform/values/day.ts'
import { inForce, type Spell, spell } from '../../../platform/values/spell.ts'
import { type Staffed, vacantSince } from './vacancy.ts'

const first = day('2018-01-01')
const span = 40
const spells = (more: number) =>
  fc.array(
    fc.tuple(fc.nat(span), fc.option(fc.integer({ min: 1, max: span }))).map(([from, days]): Spell => {
      const begins = addDays(first, from)
      return { from: begins, to: days === null ? null : addDays(begins, days) }
    }),
    { maxLength: more },
  )
const staffed: fc.Arbitrary<Staffed> = fc.record({
  needs: fc
    .tuple(spells(2), fc.integer({ min: 1, max: 3 }))
    .map(([every, needed]) => every.map((one, index) => ({ ...one, needed: needed + index }))),
  holdings: spells(5),
  life: fc.oneof(fc.constant([spell('2018-01-01', null)]), spells(2)),
})

/** Day by day backwards, as a person would with a calendar. */
function byCalendar({ needs, holdings, life }: Staffed, on: Day): Day | null {
  let since: Day | null = null
  for (let at = on; at >= addDays(first, -1); at = addDays(at, -1)) {
    const needed = needs.find((need) => inForce(need, at))?.needed ?? 0
    const held = holdings.filter((one) => inForce(one, at)).length
    if (!life.some((one) => inForce(one, at)) || held >= needed) return since
    since = at
  }
  return since
}

test('a post is vacant since the day that a calendar gives, gone through day by day', () => {
  let vacant = 0
  fc.assert(
    fc.property(staffed, fc.nat(2 * span), (of, after) => {
      const on = addDays(first, after)
      const since = vacantSince(of, on)
      expect(since).toBe(byCalendar(of, on))
      if (since) vacant += 1
    }),
    { numRuns: 2000 },
  )
  expect(vacant).toBeGreaterThan(200)
})

const always = [spell('2000-01-01', null)]
const one = [{ ...spell('2018-01-01', null), needed: 1 }]

test('it is vacant from the day on which the last holder had left, and not while another holds it', () => {
  const left = spell('2016-01-01', '2018-04-01')
  expect(vacantSince({ needs: one, holdings: [left], life: always }, day('2018-03-31'))).toBeNull()
  expect(vacantSince({ needs: one, holdings: [left], life: always }, day('2018-04-01'))).toBe('2018-04-01')
  expect(vacantSince({ needs: one, holdings: [left], life: always }, day('2018-07-29'))).toBe('2018-04-01')
  const next = spell('2018-06-01', null)
  expect(vacantSince({ needs: one, holdings: [left, next], life: always }, day('2018-07-29'))).toBeNull()
})

test('a post that nobody ever held is vacant since the standard, or the community, came', () => {
  expect(vacantSince({ needs: one, holdings: [], life: always }, day('2018-07-29'))).toBe('2018-01-01')
  const young = [spell('2018-05-01', null)]
  expect(vacantSince({ needs: one, holdings: [], life: young }, day('2018-07-29'))).toBe('2018-05-01')
  expect(vacantSince({ needs: [], holdings: [], life: always }, day('2018-07-29'))).toBeNull()
})
