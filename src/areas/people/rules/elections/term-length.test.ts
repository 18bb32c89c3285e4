import { expect, test } from 'vitest'
import { addYears, day } from '../../../../platform/values/day.ts'
import { judgeCount } from './findings.ts'
import { type TermKind, termExpiry, termLength } from './term-length.ts'
import { shiftBounds, type TermElection, termElectionRules, termRules } from './term-rules.ts'

// TERM2018; RCL2018 and RCL2025; Civil Code arts. 201 and 202.
test.each([
  ['communityParty', '2018-06-20', '2021-06-20'],
  ['communityParty', '2018-07-11', '2021-07-11'],
  ['communityParty', '2018-07-12', '2023-07-12'],
  ['communityParty', '2021-06-20', '2026-06-20'],
  ['communityParty', '1989-12-31', null],
  ['partyCommittee', '2018-07-11', null],
  ['partyCommittee', '2018-07-12', '2023-07-12'],
  ['partyBranch', '2018-07-11', null],
  ['partyBranch', '2020-02-29', '2023-02-28'],
  ['residentsCommittee', '2018-12-28', '2021-12-28'],
  ['residentsCommittee', '2018-12-29', '2023-12-29'],
  ['residentsCommittee', '2026-01-01', '2031-01-01'],
] as const)('a %s elected on %s serves until %s', (kind, start, expiry) => {
  expect(termExpiry(day(start), kind)).toBe(expiry)
})

test('every length says where it is read, and the old one of communities that it is by practice', () => {
  expect(termLength(day('2018-06-20'), 'communityParty')).toMatchObject({ years: 3, source: 'practice' })
  expect(termLength(day('2018-07-12'), 'communityParty')).toMatchObject({ years: 5, source: 'instrument' })
  expect(termLength(day('2026-01-01'), 'residentsCommittee')?.basis.zh).toContain('2025年修订')
})

const stated = (kind: TermKind, start: string, expiry: string) =>
  judgeCount(termRules, { kind, start: day(start), expiry: day(expiry) }, day(start)).map(
    ({ rule, weight }) => `${rule} ${weight}`,
  )

test.each([
  ['communityParty', '2018-06-20', '2021-06-20', []],
  ['communityParty', '2018-06-20', '2023-06-20', ['R-S4-05 warn']],
  ['communityParty', '2021-06-20', '2026-06-19', ['R-S4-05 block']],
  ['partyBranch', '2021-06-20', '2024-06-20', []],
  ['partyBranch', '2021-06-20', '2026-06-20', ['R-S4-05 block']],
  ['partyBranch', '2015-06-20', '2019-06-20', []],
  ['residentsCommittee', '2021-06-20', '2024-06-20', ['R-S4-05 block']],
] as const)('a %s from %s recorded to expire on %s', (kind, start, expiry, expected) => {
  expect(stated(kind, start, expiry)).toEqual(expected)
})

const election = (on: string, documentNo: string | null = null, more: Partial<TermElection> = {}) =>
  judgeCount(
    termElectionRules,
    { kind: 'communityParty', expiry: day('2024-06-20'), on: day(on), documentNo, remind: 6, ...more },
    day(on),
  ).map(({ rule }) => rule)

// EL2020 art. 3 and EL1990 art. 3; six months before the expiry is when preparation begins by practice.
test.each([
  ['on its last day', election('2024-06-20'), []],
  ['half a year before', election('2023-12-20'), []],
  ['more than half a year before', election('2023-12-19'), ['R-S4-06']],
  ['more than half a year before, approved', election('2023-12-19', '5号'), []],
  [
    'half a year before, where preparation begins later',
    election('2023-12-20', null, { remind: 5 }),
    ['R-S4-06'],
  ],
  ['a day late', election('2024-06-21'), ['R-S4-06']],
  ['a day late, approved', election('2024-06-21', '5号'), []],
  ['a day late, with a blank number', election('2024-06-21', ' '), ['R-S4-06']],
  ['a year late, approved', election('2025-06-20', '5号'), []],
  ['more than a year late, approved', election('2025-06-21', '5号'), ['R-S4-06-LATE']],
  ['more than a year late', election('2025-06-21'), ['R-S4-06', 'R-S4-06-LATE']],
  ['a year early, approved', election('2023-06-20', '5号'), []],
  ['more than a year early, approved', election('2023-06-19', '5号'), ['R-S4-06-EARLY']],
  [
    'more than a year early, approved, before the opinions of 2018',
    election('2018-07-11', '5号', { expiry: day('2019-12-01') }),
    [],
  ],
  [
    'more than a year late, approved, under 1990',
    election('2017-06-21', '5号', { expiry: day('2016-06-20') }),
    ['R-S4-06-LATE'],
  ],
  [
    'of a residents’ committee, for which no limit is at hand',
    election('2026-06-21', null, { kind: 'residentsCommittee' }),
    [],
  ],
])('an election %s', (_what, rules, expected) => {
  expect(rules).toEqual(expected)
})

test('a change may move an expiry by a year to either side', () => {
  const expiry = day('2024-02-29')
  expect(shiftBounds(expiry)).toEqual({ earliest: '2023-02-28', latest: '2025-02-28' })
  expect(shiftBounds(day('2024-06-20')).latest).toBe(addYears(day('2024-06-20'), 1))
})
