import { expect, test } from 'vitest'
import { inShort, partyRound, rulesFound, type Written } from '../testing/party-round.ts'
import { by } from '../testing/worked.ts'
import { decidePartyRound } from './outcome.ts'

const clear = { 甲: 38, 乙: 36, 丙: 34, 丁: 4 }
const clearOutcome = '甲 elected, 乙 elected, 丙 elected, 丁 notElected'
const quorum = ['R-S4-01-QUORUM']
const majority = ['R-S4-01-MAJORITY']
const under1990 = '2018-06-20'

// 2020 Regulations (through samples) and 1990 Regulations with the note of the Organisation Department: four fifths.
const quorums = by<Written>('2020/1990 Regulations, four fifths of the voters', [
  ['exactly four fifths present', { due: 50, present: 40, votes: clear }, clearOutcome],
  ['one below four fifths', { due: 50, present: 39, votes: clear }, 'inquorate', quorum],
  ['four fifths of 51 is 41', { due: 51, present: 41, votes: clear }, clearOutcome],
  ['40 of 51 are too few', { due: 51, present: 40, votes: clear }, 'inquorate', quorum],
  [
    'under 1990 exactly four fifths are accepted',
    { on: under1990, due: 50, present: 40, votes: clear },
    clearOutcome,
  ],
  [
    'under 1990 one below is too few',
    { on: under1990, due: 50, present: 39, votes: clear },
    'inquorate',
    quorum,
  ],
  [
    'a branch of seven with six present',
    { due: 7, present: 6, seats: 1, votes: { 甲: 5, 乙: 1 } },
    '甲 elected, 乙 notElected',
  ],
  [
    'a branch of seven with five present',
    { due: 7, present: 5, seats: 1, votes: { 甲: 5, 乙: 0 } },
    'inquorate',
    quorum,
  ],
])

// Over half: of those present before 13 July 2020, of those due from then on, in between the higher body is asked.
const one = { seats: 1, due: 50, present: 40 }
const majorities = by<Written>('2020/1990 Regulations, over half', [
  [
    'the last day of 1990: over half of those present elects',
    { ...one, on: '2020-07-12', votes: { 甲: 21, 乙: 19 } },
    '甲 elected, 乙 notElected',
  ],
  [
    'the first day of 2020: the same votes lie between the lines',
    { ...one, on: '2020-07-13', votes: { 甲: 21, 乙: 19 } },
    '甲 referred, 乙 notElected; refer 1',
    majority,
  ],
  [
    'exactly half of those due is not over half',
    { ...one, votes: { 甲: 25, 乙: 15 } },
    '甲 referred, 乙 notElected; refer 1',
    majority,
  ],
  ['one vote more is', { ...one, votes: { 甲: 26, 乙: 14 } }, '甲 elected, 乙 notElected'],
  [
    'exactly half of those present is on no line',
    { ...one, votes: { 甲: 20, 乙: 20 } },
    '甲 notElected, 乙 notElected; fillVacancies 1',
  ],
  [
    'under 1990 exactly half of those present does not elect',
    { ...one, on: under1990, votes: { 甲: 20, 乙: 20 } },
    '甲 notElected, 乙 notElected; fillVacancies 1',
  ],
  [
    'half of 51 is passed by 26',
    { ...one, due: 51, present: 51, votes: { 甲: 26, 乙: 25 } },
    '甲 elected, 乙 notElected',
  ],
  [
    'when everybody is present nothing lies between',
    { ...one, present: 50, votes: { 甲: 25, 乙: 25 } },
    '甲 notElected, 乙 notElected; fillVacancies 1',
  ],
  [
    'void ballots do not lower the line: 20 of 30 valid, of 40 present',
    { ...one, on: under1990, ballots: [40, 40, 10], votes: { 甲: 20, 乙: 10 } },
    '甲 notElected, 乙 notElected; fillVacancies 1',
  ],
  [
    'a ruling for those present elects',
    { ...one, ruling: { base: 'present', documentNo: '厦湖委〔2021〕5号' }, votes: { 甲: 21, 乙: 19 } },
    '甲 elected, 乙 notElected',
  ],
  [
    'a ruling for those due does not',
    { ...one, ruling: { base: 'due', documentNo: '厦湖委〔2021〕5号' }, votes: { 甲: 21, 乙: 19 } },
    '甲 notElected, 乙 notElected; fillVacancies 1',
  ],
  [
    'a ruling without its number is none',
    { ...one, ruling: { base: 'present', documentNo: '　' }, votes: { 甲: 21, 乙: 19 } },
    '甲 referred, 乙 notElected; refer 1',
    majority,
  ],
  [
    'a ruling does not reach back to 1990',
    { ...one, on: under1990, ruling: { base: 'due', documentNo: '5号' }, votes: { 甲: 21, 乙: 19 } },
    '甲 elected, 乙 notElected',
  ],
  [
    'nobody is referred when all seats are filled',
    { due: 50, present: 40, votes: { 甲: 30, 乙: 29, 丙: 28, 丁: 22 } },
    '甲 elected, 乙 elected, 丙 elected, 丁 notElected',
  ],
  [
    'of two between the lines the one with more votes is referred for the last seat',
    { due: 50, present: 40, votes: { 甲: 30, 乙: 29, 丙: 21, 丁: 22 } },
    '甲 elected, 乙 elected, 丙 notElected, 丁 referred; refer 1',
    majority,
  ],
  [
    'of two with equal votes between the lines both are',
    { due: 50, present: 40, votes: { 甲: 30, 乙: 29, 丙: 22, 丁: 22 } },
    '甲 elected, 乙 elected, 丙 referred, 丁 referred; refer 1',
    [...majority, ...majority],
  ],
  [
    'one between the lines, one seat beyond that left',
    { due: 50, present: 40, votes: { 甲: 30, 乙: 22, 丙: 9, 丁: 9 } },
    '甲 elected, 乙 referred, 丙 notElected, 丁 notElected; refer 1; fillVacancies 1',
    majority,
  ],
])

// More than the seats: by votes; equal on the line: again among them; fewer: another election (1990, and manuals).
const seats = by<Written>('1990 Regulations and manuals, more or fewer than the seats', [
  [
    'four pass for three seats: by votes',
    { votes: { 甲: 30, 乙: 33, 丙: 29, 丁: 40 } },
    '甲 elected, 乙 elected, 丙 notElected, 丁 elected',
  ],
  [
    'a tie on the line',
    { votes: { 甲: 40, 乙: 35, 丙: 30, 丁: 30 } },
    '甲 elected, 乙 elected, 丙 tied, 丁 tied; voteAmongTied 1',
  ],
  [
    'a tie on the line under 1990',
    { on: under1990, votes: { 甲: 40, 乙: 35, 丙: 30, 丁: 30 } },
    '甲 elected, 乙 elected, 丙 tied, 丁 tied; voteAmongTied 1',
  ],
  [
    'equal votes above the line tie nobody',
    { votes: { 甲: 35, 乙: 35, 丙: 30, 丁: 29 } },
    '甲 elected, 乙 elected, 丙 elected, 丁 notElected',
  ],
  [
    'equal votes below the line tie nobody',
    { votes: { 甲: 40, 乙: 35, 丙: 30, 丁: 29, 戊: 16 }, seats: 3 },
    '甲 elected, 乙 elected, 丙 elected, 丁 notElected, 戊 notElected',
  ],
  [
    'three tied for two seats',
    { votes: { 甲: 40, 乙: 30, 丙: 30, 丁: 30 } },
    '甲 elected, 乙 tied, 丙 tied, 丁 tied; voteAmongTied 2',
  ],
  [
    'all tied',
    { votes: { 甲: 30, 乙: 30, 丙: 30, 丁: 30 } },
    '甲 tied, 乙 tied, 丙 tied, 丁 tied; voteAmongTied 3',
  ],
  [
    'among the tied most votes win, half or not',
    { vote: 'tie', seats: 1, votes: { 丙: 20, 丁: 19 } },
    '丙 elected, 丁 notElected',
  ],
  [
    'tied once more',
    { vote: 'tie', seats: 1, votes: { 丙: 25, 丁: 25 } },
    '丙 tied, 丁 tied; voteAmongTied 1',
  ],
  [
    'without a single vote not even among the tied',
    { vote: 'tie', seats: 1, ballots: [50, 50, 50], votes: { 丙: 0, 丁: 0 } },
    '丙 notElected, 丁 notElected; fillVacancies 1',
  ],
  [
    'too few pass',
    { votes: { 甲: 40, 乙: 35, 丙: 20, 丁: 18 } },
    '甲 elected, 乙 elected, 丙 notElected, 丁 notElected; fillVacancies 1',
  ],
  [
    'nobody passes',
    { votes: { 甲: 20, 乙: 20, 丙: 20, 丁: 20 } },
    '甲 notElected, 乙 notElected, 丙 notElected, 丁 notElected; fillVacancies 3',
  ],
  [
    'another election for the seat left, by the same majority',
    { vote: 'further', seats: 1, votes: { 丙: 28, 丁: 20 } },
    '丙 elected, 丁 notElected',
  ],
])

test.each([...quorums, ...majorities, ...seats])('$article: $what', ({ round, outcome, rules }) => {
  const decided = decidePartyRound(partyRound(round))
  expect(inShort(decided)).toBe(outcome)
  expect(rulesFound(decided)).toEqual(rules)
})

test('fewer than the seats may do with consent only when somebody is elected', () => {
  const stepOf = (votes: Record<string, number>) => {
    const { result } = decidePartyRound(partyRound({ votes }))
    return result.kind === 'counted' ? result.steps : []
  }
  expect(stepOf({ 甲: 40, 乙: 35, 丙: 20, 丁: 18 })).toMatchObject([{ maySettleForFewer: true }])
  expect(stepOf({ 甲: 20, 乙: 20, 丙: 20, 丁: 20 })).toMatchObject([{ maySettleForFewer: false }])
})

test('a vote before 1990 is refused, not judged', () => {
  expect(() => decidePartyRound(partyRound({ on: '1989-12-31', votes: clear }))).toThrow(
    /older than the regulations/,
  )
})

test('an outcome shows both lines, the quorum and the valid ballots', () => {
  expect(
    decidePartyRound(partyRound({ due: 51, present: 42, ballots: [42, 41, 2], votes: clear })),
  ).toMatchObject({
    regime: 'party2020',
    quorum: { due: 51, present: 42, needed: 41, held: true },
    ballots: { valid: 39, inOrder: true },
    lines: { due: 26, present: 22 },
  })
})

test('what is left to do is said with names and numbers, in both languages, and with its basis', () => {
  const { result } = decidePartyRound(partyRound({ ...one, votes: { 甲: 21, 乙: 19 } }))
  const [step] = result.kind === 'counted' ? result.steps : []
  expect(step?.message.zh).toContain('甲得票21')
  expect(step?.message.zh).toContain('至少26票')
  expect(step?.message.en).toContain('甲: 21')
  expect(step?.basis.zh).toContain('据二手资料')
  expect(step?.source).toBe('secondary')
})
