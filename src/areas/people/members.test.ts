import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import { addDays, completedYears, type Day, day } from '../../platform/values/day.ts'
import { birthDay } from './rules/birth.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'
import { foundStreet, register, type TestStreet } from './testing/street.ts'

let at: PeopleOffice
let street: TestStreet
beforeAll(async () => {
  at = await openPeopleOffice()
  street = await foundStreet(at)
})
afterAll(() => at.close())

const start = day('2017-01-01')
/** What may happen to a person, as the test keeps it: nothing here is asked of the program. */
type Happening = {
  readonly after: number
  readonly act: 'transferred' | 'became_full' | 'membership_ended' | 'admitted' | 'closed' | 'assigned'
  readonly branch: number
}
type Life = { readonly branch: number | null; readonly full: boolean; readonly then: readonly Happening[] }
type State = { branch: number | null; full: boolean; alive: boolean }
type Change = { readonly on: Day; readonly state: State }

const lives = fc.array(
  fc.record({
    branch: fc.option(fc.nat({ max: 2 }), { nil: null }),
    full: fc.boolean(),
    then: fc.array(
      fc.record({
        after: fc.integer({ min: 1, max: 60 }),
        act: fc.constantFrom(
          'transferred' as const,
          'became_full' as const,
          'membership_ended' as const,
          'admitted' as const,
          'closed' as const,
          'assigned' as const,
        ),
        branch: fc.nat({ max: 2 }),
      }),
      { maxLength: 5 },
    ),
  }),
  { minLength: 1, maxLength: 6 },
)

/** Plays a life in the office and answers what it was from which day on; what makes no sense then is left out. */
async function play(life: Life): Promise<Change[]> {
  const state: State = { branch: life.branch, full: life.full, alive: true }
  const id = await register(at, start, {
    ...(life.branch === null ? { home: street.communities[1] } : { branch: branchAt(life.branch) }),
    category: life.full ? 'full' : 'probationary',
  })
  const changes: Change[] = [{ on: start, state: { ...state } }]
  let on = start
  for (const { after, act, branch } of life.then) {
    on = addDays(on, after)
    if (!state.alive) break
    if (act === 'assigned') {
      if (state.branch !== null)
        await at
          .establish('assignment', on, { person_id: id, organisation_id: street.temporary })
          .catch(twice)
      continue
    }
    if (act === 'transferred' && state.branch !== null) {
      await at.happen('person', id, act, on, { branch_id: branchAt(branch) })
      state.branch = branch
    } else if (act === 'became_full' && state.branch !== null) {
      await at.happen('person', id, act, on, { category: 'full' })
      state.full = true
    } else if (act === 'membership_ended' && state.branch !== null) {
      const home = street.communities[0]
      await at.happen('person', id, act, on, {
        branch_id: null,
        category: null,
        home_id: home,
        ending: 'withdrew',
      })
      state.branch = null
    } else if (act === 'admitted' && state.branch === null) {
      await at.happen('person', id, act, on, { branch_id: branchAt(branch), category: 'probationary' })
      Object.assign(state, { branch, full: false })
    } else if (act === 'closed') {
      await at.happen('person', id, act, on).catch(stillNamed)
      const closed = (await at.load('person', id))?.spells.at(-1)?.to === on
      state.alive = !closed
    } else continue
    changes.push({ on, state: { ...state } })
  }
  return changes
}
const branchAt = (index: number) => street.branches[index] as string

const swallow = (code: string) => (error: unknown) => {
  if (!(error instanceof Refusal && error.code === code)) throw error
}
/** Assigned to the same temporary organisation already. */
const twice = swallow('CONFLICT')
/** A file is not closed while something hangs on it. */
const stillNamed = swallow('CONFLICT')

const stateOn = (changes: readonly Change[], on: Day) => changes.findLast((change) => change.on <= on)?.state

test('on every day each member counts once, where the affiliation is, whatever else the person takes part in', async () => {
  const everybody: Change[][] = []
  await fc.assert(
    fc.asyncProperty(lives, fc.nat({ max: 320 }), async (drawn, later) => {
      for (const life of drawn) everybody.push(await play(life))
      const asOf = addDays(start, later)
      const states = everybody.flatMap((changes) => stateOn(changes, asOf) ?? [])
      const members = states.filter(({ alive, branch }) => alive && branch !== null)
      const of = (...branches: number[]) =>
        members.filter(({ branch }) => branches.includes(branch as number)).length
      const value = async (node: string, more: object = {}) =>
        Number((await at.value({ figure: 'people.members', node, asOf, ...more })).value)
      expect(await value(street.street)).toBe(members.length)
      expect([await value(street.communities[0]), await value(street.communities[1])]).toEqual([
        of(0, 1),
        of(2),
      ])
      for (const [index, branch] of street.branches.entries())
        expect(await value(branch, { along: 'line' })).toBe(of(index))
      const { rows, count } = await at.rows({ figure: 'people.members', node: street.street, asOf })
      expect(count).toBe(members.length)
      expect(new Set(rows.map(({ record }) => record.id)).size).toBe(members.length)
      expect(rows.filter(({ kind }) => kind?.code === 'full')).toHaveLength(
        members.filter(({ full }) => full).length,
      )
    }),
    { numRuns: Math.ceil(0.12 * (fc.readConfigureGlobal().numRuns ?? 100)), endOnFailure: true },
  )
  expect(everybody.length).toBeGreaterThan(5)
}, 180_000)

describe('the age that a figure averages', () => {
  test('is the completed years of the calendar, for any birth and day', async () => {
    const own = await openPeopleOffice()
    try {
      const there = await foundStreet(own)
      const born: string[] = []
      const births = fc
        .date({
          min: new Date('1930-01-01T00:00:00Z'),
          max: new Date('2010-12-31T00:00:00Z'),
          noInvalidDate: true,
        })
        .chain((date) => fc.constantFrom(10, 7).map((length) => date.toISOString().slice(0, length)))
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(births, fc.constant('1996-02-29')),
          fc.nat({ max: 2_000 }),
          async (birth, later) => {
            await register(
              own,
              '2015-01-01',
              { branch: there.branches[0] },
              { birth, joined_on: '2014-12-31' },
            )
            born.push(birth)
            const asOf = addDays(day('2015-01-01'), later)
            const { value, exactly } = await mean(own, there, asOf)
            const ages = born.map((one) => completedYears(birthDay(one), asOf))
            const sum = ages.reduce((total, age) => total + age, 0)
            expect(exactly).toBe(String(sum))
            const { rows } = await own.rows({ figure: 'people.members_by_age', node: there.street, asOf })
            const told = (list: readonly unknown[]) => list.map(String).sort()
            expect(told(rows.map(({ kind }) => kind?.code))).toEqual(told(ages.map(bandOf)))
            const tenths = Math.floor((sum * 20 + ages.length) / (2 * ages.length))
            expect(value).toBe((tenths / 10).toFixed(1))
          },
        ),
        { numRuns: Math.ceil(0.25 * (fc.readConfigureGlobal().numRuns ?? 100)), endOnFailure: true },
      )
    } finally {
      await own.close()
    }
  }, 120_000)
})

/** The bands as statistics write them, apart from how the program tells them. */
function bandOf(age: number): string {
  if (age <= 30) return 'to_30'
  if (age >= 61) return 'over_60'
  return `to_${Math.ceil(age / 5) * 5}`
}

async function mean(own: PeopleOffice, there: TestStreet, asOf: Day) {
  const question = { figure: 'people.members_mean_age', node: there.street, asOf }
  return { value: (await own.value(question)).value, exactly: (await own.rows(question)).sum }
}

test('who takes part in a temporary organisation is counted there, and goes on counting in the own one', async () => {
  const asOf = day('2020-01-01')
  const before = await at.value({ figure: 'people.members', node: street.street, asOf })
  const id = await register(at, '2019-01-01', { branch: branchAt(0) })
  await at.establish('assignment', '2019-06-01', { person_id: id, organisation_id: street.temporary })
  const after = await at.value({ figure: 'people.members', node: street.street, asOf })
  expect(Number(after.value)).toBe(Number(before.value) + 1)
  const taking = await at.rows({ figure: 'people.temporary_members', node: street.communities[1], asOf })
  const held = await at.load('person', id)
  expect(taking.rows.map(({ record }) => record.title)).toContain(held?.header['name'])
})

test('an erasure empties name, birth and telephone, and no count moves', async () => {
  const id = await register(at, '2019-01-01', { branch: branchAt(1) }, { name: '被删者' })
  const asOf = day('2020-01-01')
  const question = { figure: 'people.members', node: street.street, asOf }
  const before = await at.value(question)
  await at.erase('person', id)
  expect((await at.value(question)).value).toBe(before.value)
  const byAge = await at.rows({ ...question, figure: 'people.members_by_age' })
  expect(String(byAge.count)).toBe(before.value)
  expect(byAge.rows.find(({ record }) => record.id === id)?.kind?.code).toBe('unknown')
  const stored = await at.load('person', id)
  expect([stored?.header['name'], stored?.header['birth'], stored?.header['sex']]).toEqual([null, null, '1'])
  const { rows } = await at.rows(question)
  expect(rows.find(({ record }) => record.id === id)?.record.title).toBe(stored?.header['code'])
})

test('a member goes over to another community on a day: the old one keeps its past, the new one has no part in it', async () => {
  const own = await openPeopleOffice()
  try {
    const there = await foundStreet(own)
    const id = await register(own, '2018-01-01', { branch: there.branches[0] })
    await own.happen('person', id, 'transferred', '2018-06-01', { branch_id: there.branches[2] })
    const value = async (community: string, asOf: string) => {
      const scope = { office: 1, places: [community] }
      return (await own.value({ figure: 'people.members', node: community, asOf: asOf as Day }, scope)).value
    }
    const [first, second] = there.communities
    expect([await value(first, '2018-05-31'), await value(second, '2018-05-31')]).toEqual(['1', '0'])
    expect([await value(first, '2018-06-01'), await value(second, '2018-06-01')]).toEqual(['0', '1'])
    expect(await own.load('person', id, null, { office: 1, places: [first] })).toBeUndefined()
    expect((await own.load('person', id, null, { office: 1, places: [second] }))?.spells).toHaveLength(1)
  } finally {
    await own.close()
  }
})

test('a branch that moves takes its members along, from that day', async () => {
  const own = await openPeopleOffice()
  try {
    const there = await foundStreet(own)
    await register(own, '2018-01-01', { branch: there.branches[0] })
    const [first, second] = there.communities
    await own.happen('organisation', there.branches[0], 're_seated', '2018-07-01', {
      seat_id: second,
      parent_id: there.committees[1],
    })
    const value = async (node: string, asOf: string) =>
      (await own.value({ figure: 'people.members', node, asOf: asOf as Day })).value
    expect([await value(first, '2018-06-30'), await value(second, '2018-06-30')]).toEqual(['1', '0'])
    expect([await value(first, '2018-07-01'), await value(second, '2018-07-01')]).toEqual(['0', '1'])
  } finally {
    await own.close()
  }
})
