import { expect, test } from 'vitest'
import type { CommunityPost } from '../../terms.ts'
import { during, found, recordOf, within } from '../testing/judged.ts'
import { type CommunityPostHeld, communityPostRules } from './community-post-rules.ts'

const held = (
  place: string,
  post: CommunityPost,
  { record = 'other', from = '2015-01-01', to = null as string | null } = {},
): CommunityPostHeld => during(from, to, { record, person: 'p', place, placeName: `${place}社区`, post })

const of = (
  post: CommunityPost,
  others: readonly CommunityPostHeld[],
  on: string,
  { until = null as string | null, to = null as string | null } = {},
) => {
  const own = held('north', post, { record: 'own' })
  const values = { person_id: 'p', place_id: 'north', post, contract_until: until }
  return found(
    communityPostRules,
    recordOf([within('2018-01-01', to, values)], { ofPerson: new Map([['p', [own, ...others]]]) }),
    on,
  )
}
const begins = '2018-01-01'

test.each([
  ['the same post in another community', [held('south', 'social_worker')], ['R-S5-01 warn']],
  ['the same post there until that day', [held('south', 'social_worker', { to: begins })], []],
  [
    'the same post there until the day after',
    [held('south', 'social_worker', { to: '2018-01-02' })],
    ['R-S5-01 warn'],
  ],
  ['the same post there later', [held('south', 'social_worker', { from: '2019-01-01' })], ['R-S5-01 warn']],
  ['another post in another community', [held('south', 'assistant')], []],
  ['nothing else', [], []],
] as const)('who takes up a post has %s', (_what, others, expected) => {
  expect(of('social_worker', others, begins)).toEqual(expected)
})

test('a later act on one of two posts is not refused for both', () => {
  expect(of('social_worker', [held('south', 'social_worker')], '2018-01-02')).toEqual([])
})

test('a post that ended before the other began is no double', () => {
  const later = [held('south', 'social_worker', { from: '2018-06-01' })]
  expect(of('social_worker', later, begins, { to: '2018-06-01' })).toEqual([])
  expect(of('social_worker', later, begins, { to: '2018-06-02' })).toEqual(['R-S5-01 warn'])
})

const on = '2018-03-01'
test.each([
  ['another staff post of it', [held('north', 'assistant')], ['R-S5-02 warn']],
  ['another staff post until that day', [held('north', 'assistant', { to: on })], []],
  [
    'another staff post until the day after',
    [held('north', 'assistant', { to: '2018-03-02' })],
    ['R-S5-02 warn'],
  ],
  ['another staff post of another community', [held('south', 'assistant')], []],
  ['a seat in its residents’ committee', [held('north', 'committee_member')], []],
] as const)('a social worker of a community also holds %s', (_what, others, expected) => {
  expect(of('social_worker', others, on)).toEqual(expected)
})

test('a seat in the residents’ committee is no staff post on either side', () => {
  expect(of('committee_director', [held('north', 'social_worker')], on)).toEqual([])
})

test.each([
  ['2018-05-31', null, []],
  ['2018-05-31', '2018-05-31', []],
  ['2018-06-01', '2018-05-31', ['R-S5-03 warn']],
] as const)('on %s, a contract until %s', (day, until, expected) => {
  expect(of('assistant', [], day, { until })).toEqual(expected)
})

test('who left is held to no contract', () => {
  expect(of('assistant', [], '2018-06-02', { until: '2018-05-31', to: '2018-06-01' })).toEqual([])
})
