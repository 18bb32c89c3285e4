import { expect, test } from 'vitest'
import { spell } from '../../../../platform/values/spell.ts'
import { found, lifeOf, recordOf, within } from '../testing/judged.ts'
import type { Alike, PersonFacts } from './person-facts.ts'
import { personRules } from './person-rules.ts'

const organisations = new Map([
  ['branch', lifeOf('示例党支部', '631')],
  ['temporary', lifeOf('示例临时党支部', '931')],
  ['temporary committee', lifeOf('示例临时党委', '911')],
  ['group', lifeOf('示例党小组', '641')],
  ['gone', lifeOf('已撤销党支部', '631', spell('2010-01-01', '2019-01-01'))],
])
const header = { code: 'RY-1', name: '示例一', birth: '1980-05', phone: null, joined_on: '2005-07-01' }
const member = (branch: string | null, category: string | null = 'full') => ({
  education: '31',
  branch_id: branch,
  category,
})
const of = (
  spells: Parameters<typeof recordOf>[0],
  on: string,
  facts: Partial<PersonFacts> = {},
  own: Partial<Record<keyof typeof header, string | null>> = {},
) =>
  found(
    personRules,
    recordOf(spells, { organisations, sameName: [], samePhone: [], ...facts }, { ...header, ...own }),
    on,
  )
const joins = (branch: string, on: string) => of([within(on, null, member(branch))], on)

// BR on temporary branches; R-S1-09 on withdrawing; in force on 28 October 2018. At second hand (groups) it warns.
test.each([
  ['branch', '2018-10-28', []],
  ['temporary', '2018-10-27', []],
  ['temporary', '2018-10-28', ['R-S1-06-TEMPORARY block']],
  ['temporary committee', '2019-06-01', ['R-S1-06-TEMPORARY block']],
  ['group', '2018-10-27', []],
  ['group', '2018-10-28', ['R-S1-06-GROUP warn']],
  ['gone', '2018-12-31', []],
  ['gone', '2019-01-01', ['R-S1-09-MEMBERS block', 'R-S1-09-STANDING warn']],
  ['gone', '2010-01-01', []],
  ['gone', '2009-12-31', ['R-S1-06-FOUNDED warn', 'R-S1-09-STANDING warn']],
  ['out of sight', '2019-01-01', []],
] as const)('an affiliation to %s on %s', (branch, on, expected) => {
  expect(joins(branch, on)).toEqual(expected)
})

test('an end before the regulation is judged by practice alone', () => {
  const early = new Map([['gone', lifeOf('早已撤销', '631', spell('2010-01-01', '2015-01-01'))]])
  const joined = (on: string) => of([within(on, null, member('gone'))], on, { organisations: early })
  expect(joined('2018-10-27')).toEqual(['R-S1-09-STANDING warn'])
  expect(joined('2018-10-28')).toEqual(['R-S1-09-MEMBERS block', 'R-S1-09-STANDING warn'])
})

test('an act that leaves the affiliation alone is not refused for it, and the finding stays', () => {
  const spells = [within('2015-01-01', null, member('gone'))]
  const record = recordOf(spells, { organisations, sameName: [], samePhone: [] }, header)
  const educated = { ...record.events[0], id: 'later', onDate: '2019-06-01', sets: { education: '21' } }
  const life = { ...record, events: [...record.events, educated as never] }
  expect(found(personRules, life, '2019-06-01')).toEqual(['R-S1-09-STANDING warn'])
})

test.each([
  ['both', member('branch'), []],
  ['neither', member(null, null), []],
  ['the organisation alone', member('branch', null), ['R-S1-06-CATEGORY warn']],
  ['the membership alone', member(null, 'full'), ['R-S1-06-CATEGORY warn']],
] as const)('affiliation and membership: %s', (_what, attributes, expected) => {
  expect(of([within('2018-01-01', null, attributes)], '2018-01-01')).toEqual(expected)
})

const alike = (birth: string | null, from = '2015-01-01', to: string | null = null, id = 'other'): Alike => ({
  id,
  code: 'RY-2',
  name: '示例一',
  birth,
  member: [spell(from, to)],
})
const now = [within('2016-01-01', null, member('branch'))]
const same = (facts: Partial<PersonFacts>, on = '2018-01-01', own = {}) => of(now, on, facts, own)
const warned = ['R-S1-06-SAME-PERSON warn']
test.each([
  ['name and month of birth', { sameName: [alike('1980-05')] }, warned],
  ['name and month, the other known to the day', { sameName: [alike('1980-05-17')] }, warned],
  ['name, and no birth known', { sameName: [alike(null)] }, []],
  ['telephone', { samePhone: [alike('1975-01')] }, warned],
  ['both', { sameName: [alike('1980-05')], samePhone: [alike('1980-05')] }, [...warned, ...warned]],
  ['all, being that very person', { sameName: [alike('1980-05', '2015-01-01', null, 'own')] }, []],
  ['telephone with one who is a member from that day', { samePhone: [alike(null, '2018-01-01')] }, warned],
  ['telephone with one who becomes a member the day after', { samePhone: [alike(null, '2018-01-02')] }, []],
  ['telephone with one who ceased that day', { samePhone: [alike(null, '2015-01-01', '2018-01-01')] }, []],
] as const)('another member has the same %s', (_what, facts, expected) => {
  expect(same(facts)).toEqual(expected)
})

test('two days of birth in one month are two persons, and who is no member is not compared', () => {
  expect(same({ sameName: [alike('1980-05-17')] }, '2018-01-01', { birth: '1980-05-16' })).toEqual([])
  expect(same({ sameName: [alike('1980-05-17')] }, '2018-01-01', { birth: '1980-05-17' })).toEqual(warned)
  const other = [within('2016-01-01', null, member(null, null))]
  expect(of(other, '2018-01-01', { samePhone: [alike(null)] })).toEqual([])
})

test('thousands who are alike are told as a few', () => {
  const crowd = Array.from({ length: 5_000 }, (_, index) => alike(null, '2015-01-01', null, `other ${index}`))
  const [said] = personRules
    .filter(({ id }) => id === 'R-S1-06-SAME-PERSON')
    .flatMap((rule) =>
      rule.check(
        recordOf(now, { organisations, sameName: [], samePhone: crowd }, header),
        '2018-01-01' as never,
      ),
    )
  expect(said?.message.zh.match(/RY-2/g)).toHaveLength(5)
})

// Completed years; a birth known to the month counts from its first day (domain C4).
test.each([
  ['2000-01', '2017-12-31', null, ['R-S4-07 warn', 'R-S4-07-JOINED inform']],
  ['2000-01', '2018-01-01', null, ['R-S4-07-JOINED inform']],
  ['2000-01-02', '2018-01-01', '2018-01-01', ['R-S4-07 warn', 'R-S4-07 warn']],
  ['1917-01', '2017-12-31', '1940-01-01', []],
  ['1917-01', '2018-01-01', '1940-01-01', ['R-S4-07 warn']],
  ['1980-05', '2018-01-01', '1998-05-01', []],
  ['1980-05', '2018-01-01', '1998-04-30', ['R-S4-07 warn']],
  ['1980-05', '2018-01-01', '1980-04-30', ['R-S4-07 warn']],
  ['2018-02', '2018-01-01', null, ['R-S4-07 warn', 'R-S4-07-JOINED inform']],
  [null, '2018-01-01', '1900-01-01', []],
] as const)('born %s, seen on %s, joined %s', (birth, on, joined_on, expected) => {
  expect(of(now, on, {}, { birth, joined_on })).toEqual(expected)
})

test('a birth after the joining is told as that', () => {
  const check = (joined_on: string) =>
    personRules
      .filter(({ id }) => id === 'R-S4-07')
      .flatMap((rule) =>
        rule.check(
          recordOf(now, { organisations, sameName: [], samePhone: [] }, { ...header, joined_on }),
          '2018-01-01' as never,
        ),
      )
      .map(({ message }) => message.en)
  expect(check('1980-04-30')).toEqual([expect.stringContaining('before the birth')])
  expect(check('1998-04-30')).toEqual([expect.stringContaining('under 18')])
})

test('who is not on the register on the day, or no member, owes no dates', () => {
  const closed = [within('2016-01-01', '2018-01-01', member('branch'))]
  expect(of(closed, '2018-01-01', {}, { birth: '1900-01', joined_on: null })).toEqual([])
  expect(of([within('2016-01-01', null, member(null, null))], '2018-01-01', {}, { joined_on: null })).toEqual(
    [],
  )
})
