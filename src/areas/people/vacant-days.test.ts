import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day } from '../../platform/values/day.ts'
import { inForce, type Spell } from '../../platform/values/spell.ts'
import { openPeopleOffice } from './testing/office.ts'
import { employ, foundStreet, register } from './testing/street.ts'

const start = day('2017-01-01')
const within = (spells: readonly Spell[], on: Day) => spells.filter((spell) => inForce(spell, on)).length
const spell = fc.record({
  place: fc.nat({ max: 1 }),
  post: fc.constantFrom('social_worker' as const, 'assistant' as const),
  from: fc.nat({ max: 300 }),
  days: fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }),
})

test('the days of vacancy in a period are those that a day-by-day recount finds, month by month too', async () => {
  const at = await openPeopleOffice()
  try {
    const street = await foundStreet(at)
    const worker = await at.establish(
      'standard',
      '2017-02-10',
      { needed: '1' },
      { name: '社工', post: 'social_worker' },
    )
    await at.happen('standard', worker, 'changed', '2017-06-15', { needed: '2' })
    const assistant = await at.establish(
      'standard',
      '2017-01-01',
      { needed: '1' },
      { name: '协理员', post: 'assistant' },
    )
    await at.happen('standard', assistant, 'lifted', '2017-09-20')
    const needed = (post: string, on: Day) => {
      if (post === 'assistant') return on >= '2017-01-01' && on < '2017-09-20' ? 1 : 0
      return on < '2017-02-10' ? 0 : on < '2017-06-15' ? 1 : 2
    }
    const held: (Spell & { place: string; post: string })[] = []
    await fc.assert(
      fc.asyncProperty(
        spell,
        fc.integer({ min: -40, max: 330 }),
        fc.nat({ max: 200 }),
        async ({ place, post, from, days }, first, length) => {
          const community = street.communities[place] as string
          const on = addDays(start, from)
          const person = await register(at, '2010-01-01', { home: community })
          const id = await employ(at, on, person, community, post)
          const to = days === null ? null : addDays(on, days)
          if (to) await at.happen('communityPost', id, 'ended', to, { cause: 'resigned' })
          held.push({ from: on, to, place: community, post })
          const period = { from: addDays(start, first), through: addDays(start, first + length) }
          const missing = (community_: string, wanted: string, day_: Day) => {
            const there = held.filter((one) => one.place === community_ && one.post === wanted)
            return Math.max(0, needed(wanted, day_) - within(there, day_))
          }
          const daysOf = Array.from({ length: length + 1 }, (_, nth) => addDays(period.from, nth))
          const sum = (communities: readonly string[], posts: readonly string[], days_ = daysOf) =>
            communities
              .flatMap((one) => posts.flatMap((wanted) => days_.map((day_) => missing(one, wanted, day_))))
              .reduce((total, each) => total + each, 0)
          const posts = ['social_worker', 'assistant']
          const value = async (node: string, more: object = {}) =>
            Number((await at.value({ figure: 'people.vacant_days', node, period, ...more })).value ?? 0)
          expect(await value(street.street)).toBe(sum(street.communities, posts))
          expect(await value(street.communities[0])).toBe(sum([street.communities[0]], posts))
          expect(await value(street.street, { kind: 'assistant' })).toBe(
            sum(street.communities, ['assistant']),
          )
          const { rows } = await at.rows({ figure: 'people.vacant_days', node: street.street, period })
          const month = period.through.slice(0, 7)
          const inMonth = rows.filter(({ onDate }) => onDate?.startsWith(month))
          expect(inMonth.reduce((total, { amount }) => total + Number(amount), 0)).toBe(
            sum(
              street.communities,
              posts,
              daysOf.filter((day_) => day_.startsWith(month)),
            ),
          )
        },
      ),
      { numRuns: Math.ceil(0.3 * (fc.readConfigureGlobal().numRuns ?? 100)), endOnFailure: true },
    )
  } finally {
    await at.close()
  }
}, 180_000)

test('without a standard nothing is vacant, and a community that is no more has no vacancy', async () => {
  const at = await openPeopleOffice()
  try {
    const { street, communities } = await foundStreet(at)
    const vacant = async (from: string, through: string, node = street) => {
      const period = { from: day(from), through: day(through) }
      return (await at.value({ figure: 'people.vacant_days', node, period })).value
    }
    expect(await vacant('2018-01-01', '2018-12-31')).toBe('0')
    await at.establish('standard', '2018-12-30', { needed: '2' }, { name: '社工', post: 'social_worker' })
    expect(await vacant('2018-01-01', '2018-12-31')).toBe('8')
    const third = await at.establish(
      'place',
      '2018-12-31',
      { name: '丙社区', code: '350206099003', parent_id: street },
      { kind: 'community' },
    )
    expect(await vacant('2018-01-01', '2018-12-31', third)).toBe('2')
    await at.happen('place', third, 'dissolved', '2019-01-03')
    expect(await vacant('2018-01-01', '2019-12-31', third)).toBe('6')
    expect(communities).toHaveLength(2)
  } finally {
    await at.close()
  }
})
