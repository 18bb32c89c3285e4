import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import { dimensionsOf } from './breakdown.ts'
import type { Question } from './contract.ts'
import { figureNamed } from './registry.ts'

let areas: TwoAreas
let root: string
let north: string
let south: string
const asked = {
  asOf: '2018-06-30',
  period: { from: '2018-04-15', through: '2018-06-20' },
} as Pick<Question, 'asOf' | 'period'>

beforeAll(async () => {
  areas = await openTwoAreas()
  const site = (name: string, parent: string | null) =>
    areas.establish('alpha.site', '2000-01-01', { name, code: name, parent_id: parent })
  root = await site('A总', null)
  north = await site('B北', root)
  south = await site('C南', root)
  await site('D空', root)
  const register = (code: string, kind: string, siteId: string) =>
    areas.establish(
      'alpha.holder',
      '2018-01-01',
      { name: code, kind, site_id: siteId, parent_id: null },
      { code },
    )
  const moving = await register('F1', 'firm', north)
  const person = await register('P1', 'person', south)
  await register('F2', 'firm', root)
  const pay = (code: string, holder: string, onDate: string, amount: string) =>
    areas.establish('beta.payment', onDate, { holder_id: holder, amount }, { code })
  await pay('A', moving, '2018-04-15', '100')
  await areas.happen('alpha.holder', moving, 'moved', '2018-05-01', { site_id: south })
  await pay('B', moving, '2018-05-02', '250')
  await pay('C', person, '2018-06-20', '25')
  await pay('D', person, '2018-06-21', '7')
})
afterAll(() => areas.close())

const parts = async (figure: string, by: 'place' | 'month' | 'kind') => {
  const { parts: found, note } = await areas.parts({ figure, node: root, ...asked }, by)
  return { shown: found.map((part) => [part.label.zh, part.value ?? part.absent?.code]), note }
}

test('by place: every child also where it has nothing, the node itself where it has rows of its own', async () => {
  const { shown, note } = await parts('alpha.holders', 'place')
  expect(shown).toEqual([
    ['B北', '0'],
    ['C南', '2'],
    ['D空', '0'],
    ['（本级）', '1'],
  ])
  expect(note).toBeNull()
})

test('by place, a flow counts each row where it was on its own day', async () => {
  const { shown } = await parts('beta.paid', 'place')
  expect(shown).toEqual([
    ['B北', '1.00'],
    ['C南', '2.75'],
    ['D空', '0.00'],
  ])
})

test('by place, distinct keys may be counted in several parts, and the note says so', async () => {
  const { shown, note } = await parts('beta.holders_paid', 'place')
  expect(shown.map(([, value]) => value)).toEqual(['1', '2', '0'])
  expect((await areas.value({ figure: 'beta.holders_paid', node: root, ...asked })).value).toBe('2')
  expect(note?.zh).toContain('只计一次')
  expect(note?.en).toContain('counts once')
})

test('by month: a flow within each month of the period, cut at its ends', async () => {
  const { shown, note } = await parts('beta.paid', 'month')
  expect(shown).toEqual([
    ['2018年4月', '1.00'],
    ['2018年5月', '2.50'],
    ['2018年6月', '0.25'],
  ])
  expect(note).toBeNull()
})

test('by month: a stock at each month’s end, and the note forbids adding', async () => {
  const { shown, note } = await parts('beta.standing', 'month')
  expect(shown.map(([, value]) => value)).toEqual(['1.00', '3.50', '3.75'])
  expect(note?.en).toContain('does not add up')
})

test('a mean or a ratio has a part for each, absent where it has no rows, and never adds up', async () => {
  const { shown, note } = await parts('beta.mean_payment', 'place')
  expect(shown.map(([, value]) => value)).toEqual(['1.00', '1.38', 'no_rows'])
  expect(note?.zh).toContain('不能相加')
  expect((await parts('beta.share_with_payment', 'place')).shown).toEqual([
    ['B北', 'zero_denominator'],
    ['C南', '100.0'],
    ['D空', 'zero_denominator'],
    ['（本级）', '0.0'],
  ])
})

test('by kind: every declared kind in the declared order, and only where rows have kinds', async () => {
  expect((await parts('alpha.holders', 'kind')).shown).toEqual([
    ['单位', '2'],
    ['个人', '1'],
  ])
  await expect(parts('beta.paid', 'kind')).rejects.toMatchObject({ code: 'INVALID' })
  expect(dimensionsOf(figureNamed(areas.figures, 'beta.paid'))).toEqual(['place', 'month', 'holder'])
})
