import { expect, test } from 'vitest'
import type { MemberCategory, PartyPost } from '../../terms.ts'
import { during, found, recordOf, within } from '../testing/judged.ts'
import { membershipRules } from './membership-rules.ts'
import type { OrganisationPeople } from './organisation-people.ts'

const since = '2010-01-01'
const members = (category: MemberCategory, count: number, to: string | null = null) =>
  Array.from({ length: count }, () => during(since, to, { category }))
const people = (...groups: ReturnType<typeof members>[]) => ({ members: groups.flat() })
const held = (person: string, post: PartyPost, to: string | null = null) =>
  during(since, to, { person, post })
const committee = (size: number, to: string | null = null) =>
  Array.from({ length: size }, (_, index) => held(`p${index}`, index === 0 ? 'secretary' : 'member', to))

const of = (kind: string, facts: Partial<OrganisationPeople>, on = '2019-01-01') =>
  found(
    membershipRules,
    recordOf([within('2005-01-01', null, { kind })], {
      members: [],
      posts: [],
      membersSince: during(since, null, {}).from,
      postsSince: during(since, null, {}).from,
      ...facts,
    }),
    on,
  )

// BR art. 4, in force on 28 October 2018.
test.each([
  ['three full members', '631', people(members('full', 3)), []],
  ['two', '631', people(members('full', 2)), ['R-S1-01 block']],
  [
    'two and many on probation',
    '631',
    people(members('full', 2), members('probationary', 9)),
    ['R-S1-01 block'],
  ],
  ['none', '631', people(), ['R-S1-01 block']],
  ['two of a joint branch', '632', people(members('full', 2)), []],
  ['two of a temporary branch', '931', people(members('full', 2)), []],
  ['two of a committee', '611', people(members('full', 2)), []],
  ['fifty', '631', people(members('full', 6), members('probationary', 44)), []],
  ['fifty-one', '631', people(members('full', 6), members('probationary', 45)), ['R-S1-02 warn']],
  [
    'fifty-one of a joint branch',
    '632',
    people(members('full', 6), members('probationary', 45)),
    ['R-S1-02 warn'],
  ],
  ['fifty-one of a general branch', '621', people(members('full', 51)), []],
  [
    'two in force and one who left on the day',
    '631',
    people(members('full', 2), members('full', 1, '2019-01-01')),
    ['R-S1-01 block'],
  ],
  [
    'three of whom one leaves the day after',
    '631',
    people(members('full', 2), members('full', 1, '2019-01-02')),
    [],
  ],
] as const)('a branch with members: %s', (_what, kind, facts, expected) => {
  expect(of(kind, facts)).toEqual(expected)
})

test('the regulation judges from its first day on', () => {
  const few = people(members('full', 2))
  expect(of('631', few, '2018-10-27')).toEqual([])
  expect(of('631', few, '2018-10-28')).toEqual(['R-S1-01 block'])
  const many = people(members('full', 6), members('probationary', 45))
  expect(of('631', many, '2018-10-27')).toEqual([])
  expect(of('631', many, '2018-10-28')).toEqual(['R-S1-02 warn'])
})

test('before the office’s first affiliation nobody is known to be in a branch, and nothing is said', () => {
  const kept = (first: string | null) => ({
    membersSince: first === null ? null : during(first, null, {}).from,
  })
  expect(of('631', kept(null))).toEqual([])
  expect(of('631', kept('2019-01-02'))).toEqual([])
  expect(of('631', kept('2019-01-01'))).toEqual(['R-S1-01 block'])
})

// meijie5.cn and sp522 on BR: a committee from seven full members on, of three to five, generally no more than seven.
const full = (count: number) => people(members('full', count))
test.each([
  ['six full members and none', { ...full(6), posts: [] }, []],
  ['seven and none', { ...full(7), posts: [] }, ['R-S1-04 warn']],
  [
    'seven and a secretary with a deputy',
    { ...full(7), posts: [held('a', 'secretary'), held('b', 'deputy_secretary')] },
    ['R-S1-04 warn'],
  ],
  ['seven and a committee of two', { ...full(7), posts: committee(2) }, ['R-S1-04 warn']],
  ['seven and a committee of three', { ...full(7), posts: committee(3) }, []],
  ['seven and a committee of seven', { ...full(7), posts: committee(7) }, []],
  ['seven and a committee of eight', { ...full(7), posts: committee(8) }, ['R-S1-04 warn']],
  ['seven and a committee that ended', { ...full(7), posts: committee(3, '2019-01-01') }, ['R-S1-04 warn']],
  ['six and a committee of two', { ...full(6), posts: committee(2) }, ['R-S1-04 warn']],
  [
    'seven and one who is secretary and member among three persons',
    { ...full(7), posts: [...committee(2), held('p0', 'member'), held('p9', 'member')] },
    [],
  ],
  ['seven and leaders of groups alone', { ...full(7), posts: [held('a', 'group_leader')] }, ['R-S1-04 warn']],
  ['seven and no register of posts', { ...full(7), posts: [], postsSince: null }, []],
  ['nobody known and a committee of two', { membersSince: null, posts: committee(2) }, ['R-S1-04 warn']],
] as const)('a committee: %s', (_what, facts, expected) => {
  expect(of('631', facts)).toEqual(expected)
})

test('a committee is judged of branches alone, from the regulation’s first day on', () => {
  const facts = { ...full(7), posts: committee(8) }
  expect(of('611', facts)).toEqual([])
  expect(of('931', facts)).toEqual([])
  expect(of('632', facts)).toEqual(['R-S1-04 warn'])
  expect(of('631', facts, '2018-10-27')).toEqual([])
  expect(of('631', facts, '2018-10-28')).toEqual(['R-S1-04 warn'])
})
