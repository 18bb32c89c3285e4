import { expect, test } from 'vitest'
import { judge } from '../../../platform/rules/judge.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Organisation } from './organisation-facts.ts'
import { organisationRules } from './organisation-rules.ts'

type Spells = Organisation['spells']
const day = (value: string) => value as Day
const spell = (
  from: string,
  to: string | null,
  attributes: Record<string, string | null> = {},
): Spells[number] => ({
  from: day(from),
  to: to === null ? null : day(to),
  attributes: {
    kind: '631',
    parent_id: null,
    seat_id: 'seat',
    purpose: null,
    expected_end: null,
    term_from: null,
    term_years: null,
    ...attributes,
  },
})
const life = (from: string, to: string | null = null) => ({
  from: day(from),
  to: to === null ? null : day(to),
})

const found = (spells: Spells, on: string, facts: Partial<Organisation['facts']> = {}) => {
  const organisation: Organisation = {
    id: 'one',
    title: '示例',
    header: {},
    events: [],
    spells,
    facts: {
      parents: new Map(),
      children: [],
      seats: new Map([['seat', { name: '示例社区', spells: [life('2000-01-01')] }]]),
      covers: [],
      ...facts,
    },
  }
  return judge(organisationRules, organisation, day(on), { type: 'organisation', id: 'one' }).map(
    ({ rule, weight, judges }) => `${rule} ${weight} ${judges}`,
  )
}
const covers = (count: number) => ({ covers: Array.from({ length: count }, () => life('2015-01-01')) })
const joint = (kind = '632') => [spell('2015-01-01', null, { kind })]

// R-S1-03 is of the branch regulation of 2018: the day before it was in force nothing was said.
test.each([
  ['five units', joint(), '2018-10-28', covers(5), []],
  ['six units', joint(), '2018-10-28', covers(6), ['R-S1-03 warn state']],
  ['six units, the day before the regulation', joint(), '2018-10-27', covers(6), []],
  [
    'six units of a temporary joint branch',
    joint('932'),
    '2019-01-01',
    covers(6),
    ['R-S1-03 warn state', 'R-S1-08 block state'],
  ],
  ['six units of a branch that is no longer joint', joint('631'), '2019-01-01', covers(6), []],
  ['six units before the branch began', joint(), '2014-12-31', covers(6), []],
  [
    'six units of which one has left',
    joint(),
    '2019-01-01',
    { covers: [...covers(5).covers, life('2015-01-01', '2019-01-01')] },
    [],
  ],
] as const)('a joint branch that covers %s', (_what, spells, on, facts, expected) => {
  expect(found(spells as Spells, on, facts)).toEqual(expected)
})

const temporary = (more: Record<string, string | null>) => [
  spell('2018-06-29', null, { kind: '931', ...more }),
]
const task = { purpose: '返迁交房', expected_end: '2018-12-31' }
test.each([
  ['on its last day', temporary(task), '2018-12-31', []],
  ['the day after', temporary(task), '2019-01-01', ['R-S1-08 block state']],
  ['overdue before the regulation', temporary({ ...task, expected_end: '2018-08-31' }), '2018-10-27', []],
  [
    'overdue on its first day',
    temporary({ ...task, expected_end: '2018-08-31' }),
    '2018-10-28',
    ['R-S1-08 block state'],
  ],
  ['without a purpose', temporary({ ...task, purpose: null }), '2018-11-01', ['R-S1-08 block state']],
  ['with a term', temporary({ ...task, term_years: '3' }), '2018-11-01', ['R-S1-07 block act']],
  ['with a term, before the regulation', temporary({ ...task, term_years: '3' }), '2018-10-27', []],
  ['dissolved in time', [spell('2018-06-29', '2018-12-01', { kind: '931', ...task })], '2019-06-01', []],
] as const)('a temporary organisation %s', (_what, spells, on, expected) => {
  expect(found(spells as Spells, on)).toEqual(expected)
})

test('the working committee of the street has no term, a community committee has', () => {
  const term = { term_from: '2018-06-01', term_years: '5' }
  expect(found([spell('2010-01-01', null, { kind: '610', ...term })], '2018-06-01')).toEqual([
    'R-S1-12 warn act',
  ])
  expect(found([spell('2010-01-01', null, { kind: '611', ...term })], '2018-06-01')).toEqual([])
})

test('an organisation whose place or parent is gone is found from the day of the gap', () => {
  const spells = [spell('2015-01-01', null, { parent_id: 'above' })]
  const seats = new Map([['seat', { name: '示例社区', spells: [life('2000-01-01', '2018-01-01')] }]])
  const parents = new Map([['above', { name: '上级', spells: [life('2000-01-01', '2018-01-01')] }]])
  expect(found(spells, '2019-01-01', { seats })).toEqual(['R-C2-02 warn state'])
  expect(found(spells, '2019-01-01', { parents })).toEqual(['R-S1-06 warn state'])
  expect(found(spells, '2019-01-01')).toEqual([])
})

test.each([
  ['2018-10-27', []],
  ['2018-10-28', ['R-S1-09 block act']],
] as const)('an organisation withdrawn on %s with one left beneath it', (on, expected) => {
  const children = [{ name: '下级', spell: life('2016-01-01') }]
  expect(found([spell('2015-01-01', on)], on, { children })).toEqual(expected)
  expect(
    found([spell('2015-01-01', on)], on, { children: [{ name: '下级', spell: life('2016-01-01', on) }] }),
  ).toEqual([])
})
