import { expect, test } from 'vitest'
import { partyRound, type Written } from '../testing/party-round.ts'
import { outcomeOfContest } from './outcome-of-contest.ts'
import type { RecordedBallot } from './recorded-ballot.ts'

type Round = Written & { readonly settled?: boolean; readonly uncounted?: boolean }

/** Rounds of one contest as a test writes them, the first one first. */
function outcome(...rounds: readonly Round[]) {
  const ballots = rounds.map(({ settled = false, uncounted = false, ...written }, at): RecordedBallot => {
    const round = partyRound(written)
    return {
      contest: 'committee',
      vote: round.vote,
      no: at + 1,
      seats: round.seats,
      settled,
      round: uncounted ? null : round,
    }
  })
  const { elected, obstacles } = outcomeOfContest('committee', ballots.toReversed())
  return { elected: elected.map(({ name }) => name), obstacles: obstacles.map(({ zh }) => zh).join(' ') }
}

const clear = { 甲: 40, 乙: 38, 丙: 36, 丁: 4 }
const tied = { 甲: 40, 乙: 38, 丙: 30, 丁: 30 }
const oneShort = { 甲: 40, 乙: 38, 丙: 20, 丁: 10 }

test('a clear count elects whoever has the votes, and needs no more', () => {
  expect(outcome({ votes: clear })).toEqual({ elected: ['甲', '乙', '丙'], obstacles: '' })
  expect(
    outcome({ votes: clear }, { vote: 'further', seats: 1, votes: { 丁: 30, 戊: 10 } }).obstacles,
  ).toContain('名额已经选满')
})

test('those who are tied are voted on again, they and nobody else', () => {
  expect(outcome({ votes: tied }).obstacles).toContain('再次投票')
  const again = { vote: 'tie', seats: 1, votes: { 丙: 29, 丁: 21 } } as const
  expect(outcome({ votes: tied }, again)).toEqual({ elected: ['甲', '乙', '丙'], obstacles: '' })
  expect(outcome({ votes: tied }, { ...again, votes: { 丙: 29, 戊: 21 } }).obstacles).toContain(
    '票数相等的人',
  )
  expect(outcome({ votes: tied }, { ...again, vote: 'further' }).obstacles).toContain('再次投票')
})

test('seats that are left are filled by another election, or left empty by consent where somebody was elected', () => {
  expect(outcome({ votes: oneShort }).obstacles).toContain('尚缺1名')
  const further = { vote: 'further', seats: 1, votes: { 丙: 30, 丁: 10 } } as const
  expect(outcome({ votes: oneShort }, further)).toEqual({ elected: ['甲', '乙', '丙'], obstacles: '' })
  expect(outcome({ votes: oneShort }, { ...further, seats: 2 }).obstacles).toContain('应选2名，此前尚缺1名')
  expect(outcome({ votes: oneShort }, { ...further, vote: 'first' }).obstacles).toContain('另行选举')
  expect(outcome({ votes: oneShort }, { ...further, votes: { 甲: 30, 丁: 10 } }).obstacles).toContain(
    '此前已当选',
  )
  expect(outcome({ votes: oneShort, settled: true })).toEqual({ elected: ['甲', '乙'], obstacles: '' })
  const nobody = { 甲: 20, 乙: 10, 丙: 10, 丁: 10 }
  expect(outcome({ votes: nobody, settled: true }).obstacles).toContain('尚缺3名')
})

test('consent to do with fewer settles neither a tie nor what is referred', () => {
  expect(outcome({ votes: tied, settled: true }).obstacles).toContain('再次投票')
  const referred = { due: 50, present: 44, votes: { 甲: 40, 乙: 38, 丙: 24, 丁: 4 } }
  expect(outcome({ ...referred, settled: true }).obstacles).toContain('报上级党组织裁定')
  const ruling = { base: 'present', documentNo: '组〔2021〕5号' } as const
  expect(outcome({ ...referred, ruling })).toEqual({ elected: ['甲', '乙', '丙'], obstacles: '' })
  expect(outcome({ ...referred, ruling: { ...ruling, documentNo: ' ' } }).obstacles).toContain('裁定')
})

test('an invalid vote is held again as it was, and elects nobody before', () => {
  const small = { present: 39, votes: { 甲: 39, 乙: 38, 丙: 30, 丁: 4 } }
  expect(outcome(small).elected).toEqual([])
  expect(outcome(small).obstacles).toContain('不足应到会的五分之四')
  expect(outcome(small, { votes: clear })).toEqual({ elected: ['甲', '乙', '丙'], obstacles: '' })
  expect(outcome(small, { vote: 'further', votes: clear }).obstacles).toContain('按原来的性质')
})

test('nothing comes of a round that is not counted or contradicts itself', () => {
  expect(outcome({ votes: clear, uncounted: true })).toEqual({
    elected: [],
    obstacles: '委员第1轮：尚未计票。',
  })
  const wrong = { ballots: [50, 50, 0], votes: { 甲: [40, 5, 4], 乙: 38, 丙: 36, 丁: 4 } } as const
  expect(outcome(wrong)).toEqual({
    elected: [],
    obstacles: '委员第1轮：计票数字相互矛盾，不能得出结果，请更正。',
  })
})
