import { expect, test } from 'vitest'
import { classBallot } from '../ballot.ts'
import { inShort, partyRound, rulesFound, type Written } from '../testing/party-round.ts'
import { fewestCandidates } from './candidate-rules.ts'
import { officersContest, partyContests } from './contest.ts'
import { by } from '../testing/worked.ts'
import { decidePartyRound } from './outcome.ts'

const clear = { 甲: 38, 乙: 36, 丙: 34, 丁: 4 }
const clearOutcome = '甲 elected, 乙 elected, 丙 elected, 丁 notElected'
const many = (count: number, votes: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`候选人${at + 1}`, votes]))

// Ballots: no more returned than issued (samples of election measures under both regulations).
const ballots = by<Written>('2020/1990 Regulations, ballots returned', [
  ['fewer returned than issued', { ballots: [50, 47, 0], votes: clear }, clearOutcome],
  ['some void', { ballots: [50, 50, 6], votes: clear }, clearOutcome],
  [
    'one more returned than issued',
    { ballots: [49, 50, 0], votes: clear },
    'voteAgain',
    ['R-S4-01-RETURNED'],
  ],
  [
    'over-returned, and the votes are not even read',
    { ballots: [49, 50, 0], votes: { 甲: [50, 50, 50] }, seats: 1 },
    'voteAgain',
    ['R-S4-01-RETURNED', 'R-S4-01-SURPLUS'],
  ],
  [
    'all void',
    { ballots: [50, 50, 50], votes: { 甲: 0, 乙: 0, 丙: 0, 丁: 0 } },
    '甲 notElected, 乙 notElected, 丙 notElected, 丁 notElected; fillVacancies 3',
  ],
  ['the stated valid ballots are right', { ballots: [50, 50, 6, 44], votes: clear }, clearOutcome],
])

// Figures that contradict each other give no result.
const figures = by<Written>('what every count obeys', [
  [
    'stated valid ballots are wrong',
    { ballots: [50, 50, 6, 45], votes: clear },
    'contradictory',
    ['R-S4-01-FIGURES'],
  ],
  ['more present than due', { present: 51, votes: clear }, 'contradictory', ['R-S4-01-FIGURES']],
  [
    'more void than returned',
    { ballots: [50, 4, 5], votes: {} },
    'contradictory',
    ['R-S4-01-FIGURES', 'R-S4-01-SURPLUS'],
  ],
  [
    'half a voter',
    { present: 44.5, ballots: [44, 44, 0], votes: clear },
    'contradictory',
    ['R-S4-01-FIGURES'],
  ],
  ['nobody due', { due: 0, present: 0, votes: clear }, 'contradictory', ['R-S4-01-FIGURES']],
  ['no seat', { seats: 0, votes: clear }, 'contradictory', ['R-S4-01-FIGURES']],
  [
    'a ballot for somebody absent',
    { due: 50, present: 45, ballots: [46, 46, 0], votes: clear },
    'contradictory',
    ['R-S4-01-ISSUED'],
  ],
  [
    'marks that do not make up the valid ballots',
    { votes: { ...clear, 丁: [4, 40, 5] } },
    'contradictory',
    ['R-S4-01-VOTES'],
  ],
  ['a negative mark', { votes: { ...clear, 丁: [51, -1, 0] } }, 'contradictory', ['R-S4-01-VOTES']],
  [
    'more choices than ballots have room for',
    { seats: 1, votes: { 甲: 30, 乙: 21 } },
    'contradictory',
    ['R-S4-01-VOTES'],
  ],
  [
    'a write-in with more votes than ballots',
    { votes: clear, writeIns: { 戊: 51 } },
    'contradictory',
    ['R-S4-01-VOTES', 'R-S4-01-VOTES'],
  ],
  [
    'a write-in where nobody is against a candidate',
    { seats: 1, votes: { 甲: [40, 0, 10], 乙: [5, 0, 45] }, writeIns: { 戊: 2 } },
    'contradictory',
    ['R-S4-01-WRITE-IN'],
  ],
  [
    'a write-in who is a candidate',
    { votes: clear, writeIns: { 丁: 1 } },
    'contradictory',
    ['R-S4-01-VOTES'],
  ],
])

// Candidates: a surplus of a fifth of the seats (2020); under 1990 no source, so not judged.
const candidates = by<Written>('2020 Regulations, a surplus of a fifth', [
  [
    'three for three seats',
    { votes: { 甲: 38, 乙: 36, 丙: 34 } },
    '甲 elected, 乙 elected, 丙 elected',
    ['R-S4-01-SURPLUS'],
  ],
  [
    'three for three under 1990',
    { on: '2018-06-20', votes: { 甲: 38, 乙: 36, 丙: 34 } },
    '甲 elected, 乙 elected, 丙 elected',
  ],
  [
    'three for three in another election',
    { vote: 'further', votes: { 甲: 38, 乙: 36, 丙: 34 } },
    '甲 elected, 乙 elected, 丙 elected',
  ],
])

const writtenIn = by<Written>('2020/1990 Regulations, write-ins; art. 5', [
  [
    'a write-in wins',
    { seats: 1, votes: { 甲: 10, 乙: 9 }, writeIns: { 戊: 31 } },
    '甲 notElected, 乙 notElected, 戊 elected',
  ],
  [
    'a write-in ties with a candidate',
    { votes: { 甲: 40, 乙: 35, 丙: 30, 丁: 4 }, writeIns: { 戊: 30 } },
    '甲 elected, 乙 elected, 丙 tied, 丁 notElected, 戊 tied; voteAmongTied 1',
  ],
  [
    'a write-in lies between the lines',
    { seats: 1, due: 50, present: 40, votes: { 甲: 10, 乙: 5 }, writeIns: { 戊: 22 } },
    '甲 notElected, 乙 notElected, 戊 referred; refer 1',
    ['R-S4-01-MAJORITY'],
  ],
  [
    'a write-in who may not be elected wins',
    { seats: 1, eligible: ['甲', '乙'], votes: { 甲: 10, 乙: 9 }, writeIns: { 戊: 31 } },
    '甲 notElected, 乙 notElected, 戊 elected',
    ['R-S4-02'],
  ],
  [
    'one who may not be elected is written in, and loses',
    { eligible: Object.keys(clear), votes: clear, writeIns: { 戊: 2 } },
    `${clearOutcome}, 戊 notElected`,
  ],
  [
    'a candidate who may not be elected',
    { eligible: ['甲', '乙', '丙'], votes: clear },
    clearOutcome,
    ['R-S4-02'],
  ],
  ['a candidate who counts the votes', { officials: ['丁', '己'], votes: clear }, clearOutcome, ['R-S4-03']],
])

// Secretary and deputies: as many candidates as posts, elected by the committee of five or by a small branch.
const committee = { contest: 'officers', seats: 1, due: 5 } as const
const officers = by<Written>('2020 Regulations, secretary and deputies', [
  ['the secretary by the whole committee', { ...committee, votes: { 甲: 5 } }, '甲 elected'],
  ['by four of five, with three votes', { ...committee, present: 4, votes: { 甲: 3 } }, '甲 elected'],
  [
    'with two of four votes',
    { ...committee, present: 4, votes: { 甲: 2 } },
    '甲 notElected; fillVacancies 1',
  ],
  [
    'with three of five present',
    { ...committee, present: 3, votes: { 甲: 3 } },
    'inquorate',
    ['R-S4-01-QUORUM'],
  ],
  [
    'two for one post',
    { ...committee, votes: { 甲: 4, 乙: 1 } },
    '甲 elected, 乙 notElected',
    ['R-S4-01-EQUAL'],
  ],
  [
    'two for one post under 1990',
    { ...committee, on: '2018-06-20', votes: { 甲: 4, 乙: 1 } },
    '甲 elected, 乙 notElected',
  ],
  ['two deputies', { ...committee, seats: 2, votes: { 乙: 5, 丙: 4 } }, '乙 elected, 丙 elected'],
  [
    'one for two deputies',
    { ...committee, seats: 2, votes: { 乙: 5 } },
    '乙 elected; fillVacancies 1',
    ['R-S4-01-EQUAL'],
  ],
  [
    'the secretary of a branch of six without a committee, by its meeting',
    { contest: 'officersWithoutCommittee', seats: 1, due: 6, present: 5, votes: { 甲: 4 } },
    '甲 elected',
  ],
])

test.each([...ballots, ...figures, ...candidates, ...writtenIn, ...officers])(
  '$article: $what',
  ({ round, outcome, rules }) => {
    const decided = decidePartyRound(partyRound(round))
    expect(inShort(decided)).toBe(outcome)
    expect(rulesFound(decided)).toEqual(rules)
  },
)

test.each([
  [1, 2],
  [3, 4],
  [5, 6],
  [6, 8],
  [7, 9],
  [9, 11],
  [10, 12],
])('%i seats take at least %i candidates', (seats, fewest) => {
  expect(fewestCandidates(seats)).toBe(fewest)
  const found = (count: number) => rulesFound(decidePartyRound(partyRound({ seats, votes: many(count, 3) })))
  expect(found(fewest)).toEqual([])
  expect(found(fewest - 1)).toEqual(['R-S4-01-SURPLUS'])
})

test.each([
  [0, 3, 'valid'],
  [2, 3, 'valid'],
  [3, 3, 'valid'],
  [4, 3, 'void'],
  [1, 1, 'valid'],
  [2, 1, 'void'],
] as const)('a ballot with %i choices for %i seats is %s', (choices, seats, expected) => {
  expect(classBallot(choices, seats)).toBe(expected)
})

test('the committee elects its secretary, where there is none the meeting does', () => {
  expect(partyContests[officersContest(true)].electedBy).toBe('committee')
  expect(partyContests[officersContest(false)].electedBy).toBe('meeting')
  expect(partyContests.members.electedBy).toBe('meeting')
})

test('a finding says who and which values, its weight, and where it is read', () => {
  const { findings } = decidePartyRound(partyRound({ votes: { ...clear, 丁: [4, 40, 5] } }))
  expect(findings).toMatchObject([
    {
      rule: 'R-S4-01-VOTES',
      weight: 'warn',
      message: { zh: '“丁”的赞成4、不赞成40、弃权5合计49，与有效票50不符，请核对。' },
    },
  ])
  expect(findings[0]?.basis.zh).toContain('2020年')
})
