import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { residentsInShort, residentsRound, type WrittenResidents } from '../testing/residents-round.ts'
import { by } from '../testing/worked.ts'
import { decideResidentsRound } from './outcome.ts'
import { residentsModes, type ResidentsMode } from './round.ts'

const two = { seats: 1, votes: { 甲: 450, 乙: 350 } }
const won = '甲 elected, 乙 notElected'
const small = { seats: 1, votes: { 甲: 41, 乙: 10 } }
const invalid = ['R-S4-01-RC-VALID']

const validity = by<WrittenResidents>('RCL2025 art. 19, who takes part', [
  ['501 of 1,000 voters', { seats: 1, participants: 501, votes: { 甲: 251, 乙: 250 } }, won],
  ['half of the voters', { seats: 1, participants: 500, votes: { 甲: 251, 乙: 249 } }, 'invalid', invalid],
  [
    '201 of 400 household representatives',
    { mode: 'households', entitled: 400, participants: 201, seats: 1, votes: { 甲: 101, 乙: 100 } },
    won,
  ],
  [
    'half of the household representatives',
    { mode: 'households', entitled: 400, participants: 200, seats: 1, votes: { 甲: 101, 乙: 99 } },
    'invalid',
    invalid,
  ],
  [
    '61 of 90 residents’ representatives',
    { mode: 'representatives', entitled: 90, participants: 61, ...small },
    won,
  ],
  [
    'two thirds of the representatives, no more',
    { mode: 'representatives', entitled: 90, participants: 60, ...small },
    'invalid',
    invalid,
  ],
  ['67 of 100 representatives', { mode: 'representatives', entitled: 100, participants: 67, ...small }, won],
  [
    'over half of the representatives is too few',
    { mode: 'representatives', entitled: 90, participants: 50, ...small, votes: { 甲: 40, 乙: 10 } },
    'invalid',
    invalid,
  ],
])

const majority = by<WrittenResidents>('RCL2025 art. 19, who is elected', [
  ['over half of the participants', two, won],
  [
    'half of the participants',
    { ...two, votes: { 甲: 400, 乙: 399 } },
    '甲 notElected, 乙 notElected; runOff 1',
  ],
  [
    'over half of the valid ballots only',
    { ...two, ballots: [800, 800, 100], votes: { 甲: 390, 乙: 310 } },
    '甲 notElected, 乙 notElected; runOff 1',
  ],
  [
    'a run-off: most votes with a third',
    { ...two, vote: 'runOff', participants: 600, votes: { 甲: 200, 乙: 199, 丙: 150 } },
    '甲 elected, 乙 notElected, 丙 notElected',
  ],
  [
    'a run-off: most votes short of a third',
    { ...two, vote: 'runOff', participants: 601, votes: { 甲: 200, 乙: 199, 丙: 150 } },
    '甲 notElected, 乙 notElected, 丙 notElected; runOff 1',
  ],
  [
    'a run-off with a single candidate is not refused',
    { ...two, vote: 'runOff', participants: 600, votes: { 甲: 300 } },
    '甲 elected',
  ],
  [
    'more pass than there are seats',
    { seats: 2, votes: { 甲: 500, 乙: 700, 丙: 600 } },
    '甲 notElected, 乙 elected, 丙 elected',
  ],
  [
    'a tie on the line is left open',
    { seats: 2, votes: { 甲: 500, 乙: 700, 丙: 500 } },
    '甲 tied, 乙 elected, 丙 tied; settleTie 1',
  ],
  [
    'five of six',
    { votes: { 甲: 700, 乙: 690, 丙: 680, 丁: 670, 戊: 660, 己: 300 } },
    '甲 elected, 乙 elected, 丙 elected, 丁 elected, 戊 elected, 己 notElected',
  ],
  [
    'three of five seats won',
    { votes: { 甲: 700, 乙: 690, 丙: 680, 丁: 370, 戊: 360, 己: 300 } },
    '甲 elected, 乙 elected, 丙 elected, 丁 notElected, 戊 notElected, 己 notElected; runOff 2',
  ],
  [
    'somebody outside the list wins',
    { seats: 1, votes: { 甲: 200, 乙: 100 }, writeIns: { 庚: 450 } },
    '甲 notElected, 乙 notElected, 庚 elected',
  ],
])

const candidates = by<WrittenResidents>('RCL2025 art. 18, candidates', [
  [
    'as many as seats',
    { seats: 2, votes: { 甲: 700, 乙: 600 } },
    '甲 elected, 乙 elected',
    ['R-S4-01-RC-SURPLUS'],
  ],
  ['one more', { seats: 2, votes: { 甲: 700, 乙: 600, 丙: 9 } }, '甲 elected, 乙 elected, 丙 notElected'],
])

const figures = by<WrittenResidents>('what every count obeys', [
  [
    'more participants than entitled',
    { ...two, participants: 1001 },
    'contradictory',
    ['R-S4-01-RC-FIGURES'],
  ],
  [
    'more ballots returned than issued',
    { ...two, ballots: [799, 800, 0] },
    'contradictory',
    ['R-S4-01-RC-FIGURES'],
  ],
  [
    'more ballots returned than participants',
    { ...two, ballots: [801, 801, 0] },
    'contradictory',
    ['R-S4-01-RC-FIGURES'],
  ],
  [
    'more votes than valid ballots',
    { ...two, votes: { 甲: 801, 乙: 1 } },
    'contradictory',
    ['R-S4-01-RC-FIGURES'],
  ],
  [
    'stated valid ballots are wrong',
    { ...two, ballots: [800, 800, 10, 800] },
    'contradictory',
    ['R-S4-01-RC-FIGURES'],
  ],
  ['a name twice', { ...two, writeIns: { 甲: 1 } }, 'contradictory', ['R-S4-01-RC-FIGURES']],
  [
    'a negative number of votes',
    { ...two, votes: { 甲: 450, 乙: -1 } },
    'contradictory',
    ['R-S4-01-RC-FIGURES'],
  ],
  ['nobody entitled', { ...two, entitled: 0 }, 'contradictory', ['R-S4-01-RC-FIGURES']],
])

const before = by<WrittenResidents>('no source for the law before its revision', [
  ['the last day of 2025', { ...two, on: '2025-12-31' }, 'notJudged'],
  ['the first day of 2026', { ...two, on: '2026-01-01' }, won],
  ['2018, with figures that make no sense', { ...two, on: '2018-06-20', participants: 2000 }, 'notJudged'],
])

test.each([...validity, ...majority, ...candidates, ...figures, ...before])(
  '$article: $what',
  ({ round, outcome, rules }) => {
    const decided = decideResidentsRound(residentsRound(round))
    expect(residentsInShort(decided)).toBe(outcome)
    expect(decided.findings.map(({ rule }) => rule)).toEqual(rules)
  },
)

test('what is not judged is named, with the reason', () => {
  const { result } = decideResidentsRound(residentsRound({ ...two, on: '2018-06-20' }))
  const absent = result.kind === 'notJudged' ? result.absent : []
  expect(absent.map(({ id }) => id)).toContain('RC-OLD-VALIDITY')
  expect(absent.map(({ id }) => id)).not.toContain('RC-TIE')
})

test('the result report can say what was needed', () => {
  const decided = decideResidentsRound(
    residentsRound({ mode: 'representatives', entitled: 91, participants: 61, ...small }),
  )
  expect(decided.result).toMatchObject({
    validity: { entitled: 91, participants: 61, needed: 61, valid: true },
    votesNeeded: 31,
  })
  expect(
    decideResidentsRound(residentsRound({ ...two, vote: 'runOff', participants: 601 })).result,
  ).toMatchObject({
    votesNeeded: 201,
  })
})

const anyRound = fc
  .record({
    mode: fc.constantFrom<ResidentsMode>('voters', 'households', 'representatives'),
    vote: fc.constantFrom('first' as const, 'runOff' as const),
    seats: fc.integer({ min: 1, max: 4 }),
    participants: fc.integer({ min: 1, max: 60 }),
    absent: fc.integer({ min: 0, max: 60 }),
    shares: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 7 }),
  })
  .map(({ mode, vote, seats, participants, absent, shares }) =>
    residentsRound({
      mode,
      vote,
      seats,
      participants,
      entitled: participants + absent,
      votes: Object.fromEntries(
        shares.map((share, at) => [`候选人${at + 1}`, Math.floor((participants * share) / 12)]),
      ),
    }),
  )

test('whoever is elected was so by enough voters and votes, and by no more than there are seats', () => {
  fc.assert(
    fc.property(anyRound, (round) => {
      const { result } = decideResidentsRound(round)
      const share = residentsModes[round.mode].validOver
      expect(result.kind === 'counted').toBe(round.participants / round.entitled > share.of / share.in)
      if (result.kind !== 'counted') return
      const elected = result.contenders.filter(({ outcome }) => outcome === 'elected')
      const left = result.steps.reduce((sum, { seats }) => sum + seats, 0)
      expect(elected.length + left).toBe(round.seats)
      for (const { votes } of elected) {
        expect(votes).toBeGreaterThanOrEqual(result.votesNeeded)
        if (round.vote === 'first') expect(votes * 2).toBeGreaterThan(round.participants)
        else expect(votes * 3).toBeGreaterThanOrEqual(round.participants)
      }
      const least = Math.min(...elected.map(({ votes }) => votes))
      for (const { outcome, votes } of result.contenders) {
        if (outcome !== 'elected') expect(votes).toBeLessThan(least)
      }
    }),
  )
})

test('the order of the candidates decides nothing, and more entitled never elect anybody', () => {
  const shuffled = anyRound.chain((round) =>
    fc.tuple(
      fc.constant(round),
      fc.shuffledSubarray([...round.candidates], { minLength: round.candidates.length }),
      fc.nat(9),
    ),
  )
  const electedIn = (round: Parameters<typeof decideResidentsRound>[0]) => {
    const { result } = decideResidentsRound(round)
    return new Set(
      result.kind === 'counted'
        ? result.contenders.filter(({ outcome }) => outcome === 'elected').map(({ id }) => id)
        : [],
    )
  }
  fc.assert(
    fc.property(shuffled, ([round, candidates, more]) => {
      expect(electedIn({ ...round, candidates })).toEqual(electedIn(round))
      const wider = electedIn({ ...round, entitled: round.entitled + more })
      expect([...electedIn(round)]).toEqual(expect.arrayContaining([...wider]))
    }),
  )
})
