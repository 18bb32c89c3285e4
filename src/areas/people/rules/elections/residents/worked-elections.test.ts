import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ResidentsContest } from '../../../terms.ts'
import { residentsRound, type WrittenResidents } from '../testing/residents-round.ts'
import { outcomeOfResidentsElection } from './outcome-of-election.ts'
import type { RecordedResidentsBallot } from './recorded-round.ts'

type Written = WrittenResidents & { readonly no?: number; readonly uncounted?: true }

const ballot = (contest: ResidentsContest, written: Written): RecordedResidentsBallot => {
  const { no = 1, uncounted, ...round } = written
  return {
    contest,
    no,
    vote: written.vote === 'runOff' ? 'run_off' : 'first',
    seats: written.seats ?? 1,
    contenders: [],
    round: uncounted ? null : residentsRound(round),
  }
}
const director = ballot('director', { seats: 1, votes: { 甲: 500, 乙: 300 } })
const members = (written: Written = {}) =>
  ballot('member', { seats: 2, votes: { 丙: 600, 丁: 500, 戊: 100 }, ...written })

const elected = (
  ballots: readonly RecordedResidentsBallot[],
  seats = 3,
  kind: 'term' | 'by_election' = 'term',
) => {
  const { posts, obstacles } = outcomeOfResidentsElection({ kind, seats, ballots })
  return obstacles.length > 0
    ? obstacles.map(({ zh }) => zh).join('')
    : posts.map(({ name, post }) => `${name} ${post}`).join(', ')
}

test.each([
  [
    'director and members',
    [director, members()],
    '甲 committee_director, 丙 committee_member, 丁 committee_member',
  ],
  ['no ballot', [], '还没有登记投票'],
  ['no director', [members()], '换届选举须选出主任'],
  ['other seats than the election', [director, members({ seats: 1 })], '首轮应选合计2名'],
  ['a round that is not counted', [director, members({ uncounted: true })], '委员第1轮：尚未计票'],
  ['figures that contradict each other', [director, members({ participants: 1001 })], '相互矛盾'],
  [
    'too few participants',
    [director, members({ participants: 500, votes: { 丙: 300, 丁: 260 } })],
    '应重新投票',
  ],
  [
    'the vote held again',
    [director, members({ participants: 500, votes: { 丙: 300, 丁: 260, 戊: 1 } }), members({ no: 2 })],
    '甲 committee_director, 丙 committee_member, 丁 committee_member',
  ],
  [
    'a run-off where the first vote was invalid',
    [
      director,
      members({ participants: 500, votes: { 丙: 300, 丁: 260, 戊: 1 } }),
      members({ no: 2, vote: 'runOff' }),
    ],
    '委员第2轮：此前没有有效的首次投票',
  ],
  [
    'a seat that a run-off fills',
    [
      director,
      members({ votes: { 丙: 600, 丁: 400, 戊: 100 } }),
      members({ no: 2, vote: 'runOff', seats: 1, votes: { 丁: 270, 戊: 200 } }),
    ],
    '甲 committee_director, 丙 committee_member, 丁 committee_member',
  ],
  [
    'a run-off for more than is open',
    [
      director,
      members({ votes: { 丙: 600, 丁: 400, 戊: 100 } }),
      members({ no: 2, vote: 'runOff', seats: 2, votes: { 丁: 270, 戊: 267 } }),
    ],
    '此前尚缺1名',
  ],
  ['a round too many', [director, members(), members({ no: 2, vote: 'runOff' })], '不需要这一轮'],
  ['a tie on the line', [director, members({ votes: { 丙: 600, 丁: 500, 戊: 500 } })], '票数相等'],
  ['elected to two posts', [director, members({ votes: { 甲: 600, 丁: 500, 戊: 100 } })], '同时当选两个职务'],
  ['a vote before the revised law', [director, members({ on: '2025-12-31' })], '2026年1月1日前的投票'],
] as const)('%s', (_what, ballots, expected) => {
  expect(elected(ballots)).toContain(expected)
})

test('a by-election needs no director', () => {
  expect(elected([members()], 2, 'by_election')).toBe('丙 committee_member, 丁 committee_member')
})

test('there are posts or obstacles and never both, and as many posts as seats', () => {
  const votes = fc.dictionary(fc.constantFrom('丙', '丁', '戊', '己'), fc.integer({ min: 0, max: 800 }))
  const rounds = fc.array(
    fc.record({
      vote: fc.constantFrom('first' as const, 'runOff' as const),
      seats: fc.integer({ min: 1, max: 3 }),
      participants: fc.integer({ min: 400, max: 1000 }),
      votes,
    }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(rounds, fc.integer({ min: 1, max: 4 }), (written, seats) => {
      const ballots = written.map((each, at) => ballot('member', { ...each, no: at + 1 }))
      const outcome = outcomeOfResidentsElection({ kind: 'by_election', seats, ballots })
      expect(outcome.posts.length === 0).toBe(outcome.obstacles.length > 0)
      if (outcome.posts.length > 0) expect(outcome.posts).toHaveLength(seats)
      expect(new Set(outcome.posts.map(({ personId }) => personId)).size).toBe(outcome.posts.length)
    }),
  )
})
