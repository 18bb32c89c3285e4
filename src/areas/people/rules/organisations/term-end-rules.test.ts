import { expect, test } from 'vitest'
import { found, recordOf, within } from '../testing/judged.ts'
import { day } from '../../../../platform/values/day.ts'
import type { SetLeadTime } from '../elections/calendar/lead-times.ts'
import { termEndRules } from './term-end-rules.ts'

const of = (
  on: string,
  attributes: Readonly<Record<string, string | null>>,
  { from = '2010-01-01', to = null }: { from?: string; to?: string | null } = {},
  set?: readonly SetLeadTime[],
) => {
  const values = { kind: '631', founded_in: 'compound', term_from: null, term_years: null, ...attributes }
  return found(termEndRules, recordOf([within(from, to, values)], set), on)
}
const community = (term_from: string, term_years: string | null, kind = '611') => ({
  kind,
  founded_in: 'community',
  term_from,
  term_years,
})

// TERM2018: five years for a community's own organisations, elsewhere five for a committee and three for a branch.
test.each([
  ['a community elected before, three years', community('2018-06-20', '3'), []],
  ['a community elected before, five years', community('2018-06-20', '5'), ['R-S4-05 warn']],
  ['a community elected on the day, five years', community('2018-07-12', '5'), []],
  ['a community elected on the day, three years', community('2018-07-12', '3'), ['R-S4-05 block']],
  ['a community’s branch, three years', community('2018-07-12', '3', '631'), ['R-S4-05 block']],
  ['a branch elsewhere, three years', { term_from: '2018-07-12', term_years: '3' }, []],
  ['a branch elsewhere, five years', { term_from: '2018-07-12', term_years: '5' }, ['R-S4-05 block']],
  ['a branch elsewhere elected before, five years', { term_from: '2018-07-11', term_years: '5' }, []],
  ['a committee elsewhere, five years', { kind: '611', term_from: '2018-07-12', term_years: '5' }, []],
  [
    'a committee elsewhere, three years',
    { kind: '611', term_from: '2018-07-12', term_years: '3' },
    ['R-S4-05 block'],
  ],
  ['a temporary branch, which has none', { kind: '931', term_from: '2018-07-12', term_years: '5' }, []],
  [
    'the subdistrict’s own committee, which has none',
    { kind: '610', term_from: '2018-07-12', term_years: '3' },
    [],
  ],
  ['a length that is not recorded', community('2018-07-12', null), []],
] as const)('the length of a term: %s', (_what, attributes, expected) => {
  expect(of('2018-08-01', attributes)).toEqual(expected)
})

test('the length of a term is judged by its own first day, however late it is looked at', () => {
  expect(of('2020-11-01', community('2018-06-20', '3'))).toEqual([])
  expect(of('2020-11-01', community('2018-06-20', '5'))).toEqual(['R-S4-05 warn'])
})

// Civil Code arts. 201 and 202: three years from 20 June 2018 end on 20 June 2021.
test.each([
  ['2020-12-19', []],
  ['2020-12-20', ['R-S1-11 inform']],
  ['2021-06-20', ['R-S1-11 inform']],
  ['2021-06-21', ['R-S1-11 inform']],
  ['2022-06-20', ['R-S1-11 inform']],
  ['2022-06-21', ['R-S4-06-OVERDUE warn']],
] as const)('a term that ends on 2021-06-20, seen on %s', (on, expected) => {
  expect(of(on, community('2018-06-20', '3'))).toEqual(expected)
})

test('what is overdue is so under the instrument of the day, the older one and the newer', () => {
  const long = { term_from: '2010-06-20', term_years: '3' }
  expect(of('2014-06-20', long)).toEqual(['R-S1-11 inform'])
  expect(of('2014-06-21', long)).toEqual(['R-S4-06-OVERDUE warn'])
  expect(of('2020-07-12', long)).toEqual(['R-S4-06-OVERDUE warn'])
  expect(of('2020-07-13', long)).toEqual(['R-S4-06-OVERDUE warn'])
})

test('where no length is recorded the one of the day of the election holds; where none is known nothing is said', () => {
  expect(of('2023-01-12', community('2018-07-12', null))).toEqual(['R-S1-11 inform'])
  expect(of('2023-01-11', community('2018-07-12', null))).toEqual([])
  expect(of('2030-01-01', { term_from: '2015-06-20' })).toEqual([])
})

test('an organisation that is not in force has no term to end', () => {
  const until = { to: '2021-01-01' }
  expect(of('2020-12-31', community('2018-06-20', '3'), until)).toEqual(['R-S1-11 inform'])
  expect(of('2021-01-01', community('2018-06-20', '3'), until)).toEqual([])
})

test('the office says from when on a term is told of, by what is in force on the day on which it ends', () => {
  const remind = (months: number, from: string, to: string | null): SetLeadTime => ({
    step: 'remind',
    months,
    from: day(from),
    to: to === null ? null : day(to),
  })
  const told = (on: string, ...set: SetLeadTime[]) => of(on, community('2018-06-20', '3'), {}, set)
  expect(told('2021-03-19', remind(3, '2021-06-20', null))).toEqual([])
  expect(told('2021-03-20', remind(3, '2021-06-20', null))).toEqual(['R-S1-11 inform'])
  // Over before the term ends: practice holds.
  expect(told('2020-12-20', remind(3, '2020-01-01', '2021-06-20'))).toEqual(['R-S1-11 inform'])
  expect(told('2020-06-20', remind(12, '2020-01-01', null))).toEqual(['R-S1-11 inform'])
})
