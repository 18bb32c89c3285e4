import { expect, test } from 'vitest'
import { during, found, recordOf, within } from '../testing/judged.ts'
import { type CommunityStaff, placeRules } from './vacancy-rule.ts'

const needs = (needed: number, from = '2015-01-01', to: string | null = null) => ({
  post: 'social_worker' as const,
  spells: [during(from, to, { needed })],
})
const holds = (from: string, to: string | null = null) => during(from, to, { post: 'social_worker' as const })
const of = (
  on: string,
  { standards = [needs(1)], holdings = [] }: Partial<CommunityStaff>,
  { from = '2000-01-01', to = null as string | null, kind = 'community' } = {},
) => found(placeRules, recordOf([within(from, to, {})], { standards, holdings }, { kind }), on)

const told = ['R-S5-04 inform']
// Thirty days after 1 June end on 1 July: the day on which a time begins is not counted (Civil Code art. 201).
test.each([
  ['left, the thirtieth day', '2018-07-01', { holdings: [holds('2016-01-01', '2018-06-01')] }, []],
  ['left, the day after', '2018-07-02', { holdings: [holds('2016-01-01', '2018-06-01')] }, told],
  [
    'left and followed',
    '2018-07-02',
    { holdings: [holds('2016-01-01', '2018-06-01'), holds('2018-07-02')] },
    [],
  ],
  [
    'followed for a day alone',
    '2018-07-02',
    { holdings: [holds('2016-01-01', '2018-06-01'), holds('2018-06-20', '2018-06-21')] },
    [],
  ],
  [
    'never there since the standard, the thirtieth day',
    '2018-07-01',
    { standards: [needs(1, '2018-06-01')] },
    [],
  ],
  [
    'never there since the standard, the day after',
    '2018-07-02',
    { standards: [needs(1, '2018-06-01')] },
    told,
  ],
  ['no longer needed', '2018-07-02', { standards: [needs(1, '2015-01-01', '2018-07-02')] }, []],
  ['one of two', '2018-07-02', { standards: [needs(2)], holdings: [holds('2016-01-01')] }, told],
  ['no standard', '2018-07-02', { standards: [] }, []],
  ['there', '2018-07-02', { holdings: [holds('2016-01-01')] }, []],
] as const)('a post of a community: %s', (_what, on, staff, expected) => {
  expect(of(on, staff as Partial<CommunityStaff>)).toEqual(expected)
})

test('a standard that was raised makes a vacancy of its own day', () => {
  const raised = {
    standards: [
      {
        post: 'social_worker' as const,
        spells: [
          during('2015-01-01', '2018-06-01', { needed: 1 }),
          during('2018-06-01', null, { needed: 2 }),
        ],
      },
    ],
    holdings: [holds('2016-01-01')],
  }
  expect(of('2018-07-01', raised)).toEqual([])
  expect(of('2018-07-02', raised)).toEqual(told)
})

test('a community is judged while it is in force, and no other place', () => {
  expect(of('2018-07-02', {}, { from: '2018-06-02' })).toEqual([])
  expect(of('2018-07-03', {}, { from: '2018-06-02' })).toEqual(told)
  expect(of('2018-07-02', {}, { to: '2018-07-02' })).toEqual([])
  expect(of('2018-07-02', {}, { kind: 'compound' })).toEqual([])
})
