import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '../db/scope.ts'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import { text } from '../text.ts'
import { dimensionsOf } from './breakdown.ts'
import type { Question } from './contract.ts'
import { figureNamed } from './registry.ts'
import { defineRowSet, type RowSet } from './row-set.ts'

let areas: TwoAreas
let root: string
let north: string
let firm: string
let before: string
const asked = {
  asOf: '2018-06-30',
  period: { from: '2018-04-01', through: '2018-06-30' },
} as Pick<Question, 'asOf' | 'period'>

beforeAll(async () => {
  areas = await openTwoAreas()
  const site = (name: string, parent: string | null) =>
    areas.establish('alpha.site', '2000-01-01', { name, code: name, parent_id: parent })
  root = await site('A总', null)
  north = await site('B北', root)
  const south = await site('C南', root)
  const register = (code: string, siteId: string) =>
    areas.establish(
      'alpha.holder',
      '2018-01-01',
      { name: `户${code}`, kind: 'firm', site_id: siteId, parent_id: null },
      { code },
    )
  firm = await register('F1', north)
  const other = await register('F2', south)
  await register('F3', root)
  const pay = (code: string, holder: string, onDate: string, amount: string) =>
    areas.establish('beta.payment', onDate, { holder_id: holder, amount }, { code })
  await pay('A', firm, '2018-04-15', '100')
  await pay('B', firm, '2018-05-02', '250')
  await pay('C', other, '2018-06-20', '25')
  before = await areas.head()
  await pay('D', firm, '2018-06-21', '10')
})
afterAll(() => areas.close())

const whole = (figure: string, more: Partial<Question> = {}): Question => ({
  figure,
  node: root,
  ...asked,
  ...more,
})
const parts = async (question: Question, by: string, scope?: Scope) =>
  (await areas.parts(question, by, scope)).parts.map((part) => [
    part.label.zh,
    part.value ?? part.absent?.code,
  ])

test('each record in force is a part in the order of codes, and is counted as the whole is, now and as known earlier', async () => {
  expect(await parts(whole('beta.paid'), 'holder')).toEqual([
    ['户F1', '3.60'],
    ['户F2', '0.25'],
    ['户F3', '0.00'],
  ])
  expect(await parts(whole('beta.paid', { knownAt: before }), 'holder')).toEqual([
    ['户F1', '3.50'],
    ['户F2', '0.25'],
    ['户F3', '0.00'],
  ])
})

test('a part of few cases has no mean, percentile or ratio, as kinds have none; a part without rows says so', async () => {
  expect(await parts(whole('beta.mean_of_three'), 'holder')).toEqual([
    ['户F1', '1.20'],
    ['户F2', 'too_few_cases'],
    ['户F3', 'no_rows'],
  ])
  expect((await parts(whole('beta.low_of_three'), 'holder')).map(([, value]) => value)).toEqual([
    '0.10',
    'too_few_cases',
    'no_rows',
  ])
  expect((await parts(whole('beta.payments_per_holder_paid'), 'holder')).map(([, value]) => value)).toEqual([
    'too_few_cases',
    'too_few_cases',
    'zero_denominator',
  ])
})

test('the rows of a part are those that it counts, by id and by code, and the question says which part it was', async () => {
  for (const of of [`holder:${firm}`, 'holder:F1']) {
    const question = whole('beta.paid', { of })
    const value = await areas.value(question)
    expect(value.value).toBe('3.60')
    expect(value.question.of).toEqual({
      code: `holder:${firm}`,
      dimension: text('持有人', 'Holder'),
      label: text('户F1', '户F1'),
    })
    const { rows, sum } = await areas.rows(question)
    expect([rows.map(({ record }) => record.title), sum]).toEqual([['A', 'B', 'D'], '3.60'])
  }
  // Narrowed to one part, it is broken down as any other.
  expect((await parts(whole('beta.made', { of: 'holder:F1' }), 'month')).map(([, value]) => value)).toEqual([
    '1',
    '1',
    '1',
  ])
})

test('a row that names no record is in a part of its own, and one out of sight is counted and not named', async () => {
  expect(await parts(whole('alpha.holders'), 'above')).toEqual([
    ['A总', '2'],
    ['B北', '0'],
    ['C南', '0'],
    ['没有上级', '1'],
  ])
  expect((await areas.value(whole('alpha.holders', { of: 'above:none' }))).value).toBe('1')
  const scope: Scope = { office: 1, places: [north] }
  const seen = whole('alpha.holders', { node: north })
  expect(await parts(seen, 'above', scope)).toEqual([
    ['B北', '0'],
    ['不在您管辖范围内的', '1'],
  ])
  expect((await areas.value({ ...seen, of: 'above:hidden' }, scope)).value).toBe('1')
  expect(
    (await areas.rows({ ...seen, of: 'above:hidden' }, { scope })).rows.map(({ record }) => record.id),
  ).toEqual([firm])
  await expect(areas.value({ ...seen, of: `above:${root}` }, scope)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('a figure has the dimensions that all its rows have, and refuses others', async () => {
  const of = (figure: string) => dimensionsOf(figureNamed(areas.figures, figure))
  expect(of('beta.net')).toEqual(['place', 'month', 'holder'])
  expect(of('beta.payments_per_holder')).toEqual(['place', 'month'])
  await expect(parts(whole('beta.payments_per_holder'), 'holder')).rejects.toMatchObject({ code: 'INVALID' })
  for (const written of ['above:none', 'toString:none', 'holder', ''])
    await expect(areas.value(whole('beta.paid', { of: written }))).rejects.toMatchObject({ code: 'INVALID' })
  const rows = figureNamed(areas.figures, 'alpha.holders') as unknown as { rows: RowSet }
  const { above } = rows.rows.dimensions ?? {}
  expect(() =>
    defineRowSet({ ...rows.rows, dimensions: { month: above as NonNullable<typeof above> } }),
  ).toThrow('month')
  expect(() => defineRowSet({ ...rows.rows, moves: { direction: 'in', by: [] } })).toThrow('moves')
})
