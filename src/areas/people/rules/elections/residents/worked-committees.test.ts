import { expect, test } from 'vitest'
import type { Rule } from '../../../../../platform/rules/rule.ts'
import { day } from '../../../../../platform/values/day.ts'
import { judgeCount } from '../findings.ts'
import { type ResidentsPerson, type ResidentsTeam, residentsTeamRules } from './committee-rules.ts'
import { type Proxies, proxyRules } from './proxy-rules.ts'
import { scaleRules } from './scale-rules.ts'
import { voterListRules } from './voter-list-rule.ts'

function found<Input>(rules: readonly Rule<Input>[], input: Input, on = '2026-03-15'): string[] {
  return judgeCount(rules, input, day(on)).map(({ rule, weight }) => `${rule} ${weight}`)
}

const person = (name: string, gender: ResidentsPerson['gender'], birth: string | null = '1980-01-01') => ({
  name,
  gender,
  birth: birth === null ? null : day(birth),
})
const four = ['甲', '乙', '丙', '丁'].map((name) => person(name, 'male'))
const woman = person('戊', 'female')
const team = (more: Partial<ResidentsTeam> = {}): ResidentsTeam => ({
  stage: 'elected',
  size: 5,
  people: [...four, woman],
  ...more,
})

// RCL2025 arts. 8 and 16.
test.each([
  ['five with a woman', team(), []],
  ['nine', team({ size: 9 }), []],
  ['four', team({ size: 4 }), ['R-S4-04-SIZE block']],
  ['ten', team({ size: 10 }), ['R-S4-04-SIZE block']],
  ['men only, elected', team({ people: four }), ['R-S4-04-WOMAN block']],
  ['men only, nominated', team({ stage: 'nominated', people: four }), ['R-S4-04-NOMINEES warn']],
  ['eighteen on the day', team({ people: [...four, person('戊', 'female', '2008-03-15')] }), []],
  [
    'eighteen the day after',
    team({ people: [...four, person('戊', 'female', '2008-03-16')] }),
    ['R-S4-07-VOTER block'],
  ],
  [
    'born after the election',
    team({ people: [...four, person('戊', 'female', '2026-04-01')] }),
    ['R-S4-07-VOTER block'],
  ],
  ['of unknown birth', team({ people: [...four, person('戊', 'female', null)] }), []],
])('a committee: %s', (_what, input, expected) => {
  expect(found(residentsTeamRules, input)).toEqual(expected)
})

test('of a committee before the revised law nothing is said', () => {
  expect(found(residentsTeamRules, team({ size: 3, people: four }), '2025-12-31')).toEqual([])
})

const proxies = (more: Partial<Proxies> = {}): Proxies => ({
  mode: 'voters',
  participants: 800,
  total: 40,
  most: 3,
  withCandidates: 0,
  unwritten: 0,
  ...more,
})
const refused = 'R-S4-08 block'

// RCL2025 art. 19.
test.each([
  ['three with one holder', {}, []],
  ['four with one holder', { most: 4 }, [refused]],
  ['four among household representatives', { mode: 'households', most: 4 }, [refused]],
  ['one that is not in writing', { unwritten: 1 }, [refused]],
  ['one with a candidate', { withCandidates: 1 }, [refused]],
  ['none at all', { total: 0, most: 0 }, []],
  ['nobody with the most', { most: 0 }, [refused]],
  ['more with one holder than there are', { total: 2 }, [refused]],
  ['more than took part', { participants: 39 }, [refused]],
  ['some among residents’ representatives', { mode: 'representatives' }, [refused]],
  ['none among residents’ representatives', { mode: 'representatives', total: 0, most: 0 }, []],
  ['too many, and some unwritten', { most: 5, unwritten: 2 }, [refused, refused]],
] as const)('proxies: %s', (_what, more: Partial<Proxies>, expected) => {
  expect(found(proxyRules, proxies(more))).toEqual(expected)
})

// RCL2025 art. 17.
test.each([
  ['2026-02-23', []],
  ['2026-02-24', ['R-S4-09 statutory']],
  ['2026-03-16', ['R-S4-09 statutory']],
] as const)('a voter list published on %s for 15 March', (published, expected) => {
  expect(found(voterListRules, { published: day(published), electionOn: day('2026-03-15') })).toEqual(
    expected,
  )
})

// RCL2018 art. 6 and RCL2025 art. 3.
test.each([
  ['2018-12-28', 50, []],
  ['2018-12-29', 99, ['R-S4-SCALE warn']],
  ['2018-12-29', 100, []],
  ['2025-12-31', 700, []],
  ['2025-12-31', 1000, ['R-S4-SCALE warn']],
  ['2026-01-01', 1000, []],
  ['2026-01-01', 700, ['R-S4-SCALE warn']],
  ['2026-01-01', 3001, ['R-S4-SCALE warn']],
] as const)('on %s a committee for %i households', (on, households, expected) => {
  expect(found(scaleRules, { households }, on)).toEqual(expected)
})
