import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import type { Question } from './contract.ts'

let areas: TwoAreas
let root: string
let north: string
let holder: string
const halfYear = { from: '2018-01-01', through: '2018-06-30' } as NonNullable<Question['period']>
const day = '2018-06-30' as NonNullable<Question['asOf']>

beforeAll(async () => {
  areas = await openTwoAreas()
  root = await areas.establish('alpha.site', '2000-01-01', { name: '总', code: 'R', parent_id: null })
  north = await areas.establish('alpha.site', '2000-01-01', { name: '北', code: 'N', parent_id: root })
})
afterAll(() => areas.close())

const answer = (figure: string, more: Partial<Question> = {}) =>
  areas.value({ figure, node: root, asOf: day, period: halfYear, ...more })
const value = async (figure: string, more: Partial<Question> = {}) => (await answer(figure, more)).value

async function fill(): Promise<void> {
  const register = (code: string, onDate: string, kind: string, site: string) =>
    areas.establish('alpha.holder', onDate, { name: code, kind, site_id: site, parent_id: null }, { code })
  const pay = (code: string, holderId: string, onDate: string, amount: string) =>
    areas.establish('beta.payment', onDate, { holder_id: holderId, amount }, { code })
  holder = await register('F1', '2018-01-01', 'firm', north)
  const person = await register('P1', '2018-01-01', 'person', north)
  const second = await register('F2', '2018-01-01', 'firm', root)
  await register('F3', '2018-07-01', 'firm', root)
  await pay('A', holder, '2018-02-10', '10005')
  await pay('B', holder, '2018-03-05', '5010')
  await pay('C', person, '2018-03-05', '33')
  const back = await pay('D', second, '2018-05-20', '100040')
  await areas.happen('beta.payment', back, 'taken_back', '2018-06-15')
}

test('before the first recording no kind answers zero: each says that nothing is recorded yet', async () => {
  for (const id of areas.figures.byId.keys()) {
    const { value: found, absent, rowCount } = await answer(id)
    expect([id, found, absent?.code, rowCount]).toEqual([id, null, 'not_yet_recorded', 0])
  }
  await fill()
})

test('a stock counts what is in force on the day, and adds amounts exactly', async () => {
  expect(await value('alpha.holders')).toBe('3')
  expect(await value('alpha.holders', { asOf: '2018-07-01' as never })).toBe('4')
  expect(await value('beta.standing')).toBe('150.48')
  expect(await value('beta.standing', { asOf: '2018-06-14' as never })).toBe('1150.88')
  expect(await value('beta.standing', { asOf: '2018-06-15' as never })).toBe('150.48')
})

test('a flow counts within the period, both days included, and its sum is of those rows', async () => {
  expect(await value('beta.made')).toBe('4')
  expect(await value('beta.paid')).toBe('1150.88')
  const oneDay = { from: '2018-03-05', through: '2018-03-05' } as never
  expect([
    await value('beta.made', { period: oneDay }),
    await value('beta.paid', { period: oneDay }),
  ]).toEqual(['2', '50.43'])
  const before = { from: '2018-03-06', through: '2018-05-19' } as never
  expect([
    await value('beta.made', { period: before }),
    await value('beta.paid', { period: before }),
  ]).toEqual(['0', '0.00'])
})

test('a distinct count counts a key once, however many rows share it', async () => {
  const counted = await answer('beta.holders_paid')
  expect([counted.value, counted.rowCount]).toEqual(['3', 3])
  const { rows, count } = await areas.rows({ figure: 'beta.holders_paid', node: root, period: halfYear })
  expect(count).toBe(3)
  expect(rows.map((row) => row.times).toSorted((a, b) => a - b)).toEqual([1, 1, 2])
})

test('a mean divides exactly, rounds half up, and of nothing it is absent', async () => {
  expect(await value('beta.mean_payment')).toBe('287.72')
  expect(
    await value('beta.mean_payment', { period: { from: '2018-03-01', through: '2018-03-31' } as never }),
  ).toBe('25.22')
  const none = await answer('beta.mean_payment', {
    period: { from: '2017-01-01', through: '2017-12-31' } as never,
  })
  expect([none.value, none.absent?.code]).toEqual([null, 'no_rows'])
})

test('a difference subtracts the exact inputs and not what was rounded to be shown', async () => {
  expect(await value('beta.net')).toBe('150.48')
  const whole = await answer('beta.net_whole')
  expect(whole.inputs.map((input) => input.value)).toEqual(['1151', '1000'])
  expect(whole.value).toBe('150')
})

test('a ratio may exceed the whole, a share is of it, and both name their inputs', async () => {
  const ratio = await answer('beta.payments_per_holder')
  expect([ratio.value, ratio.inputs.map((input) => [input.figure, input.value])]).toEqual([
    '133.3',
    [
      ['beta.made', '4'],
      ['alpha.holders', '3'],
    ],
  ])
  const share = await answer('beta.share_with_payment')
  expect([share.value, share.inputs.map((input) => input.value)]).toEqual(['66.7', ['2', '3']])
})

test('a denominator of zero is absent with its reason, and never a hundred or zero per cent', async () => {
  const none = await answer('beta.share_with_payment', { asOf: '2017-12-31' as never })
  expect([none.value, none.absent?.code, none.inputs.map((input) => input.value)]).toEqual([
    null,
    'zero_denominator',
    ['0', '0'],
  ])
})

test('along the other tree a holder counts beneath its parent, and a figure without nodes there is refused', async () => {
  const child = await areas.establish(
    'alpha.holder',
    '2018-06-01',
    { name: 'F4', kind: 'firm', site_id: root, parent_id: holder },
    { code: 'F4' },
  )
  expect(await value('alpha.holders', { along: 'line', node: holder })).toBe('2')
  expect(await value('alpha.holders', { along: 'line', node: child })).toBe('1')
  await expect(answer('beta.made', { along: 'line', node: holder })).rejects.toMatchObject({
    code: 'INVALID',
  })
})

test('a caller of one site gets the figure of that site, and nothing of a site elsewhere', async () => {
  const scope = { office: 1, places: [north] }
  const own = await areas.value({ figure: 'beta.standing', node: north, asOf: day }, scope)
  expect([own.value, own.question.scope]).toEqual([
    '150.48',
    { whole: false, places: [{ id: north, name: '北' }] },
  ])
  await expect(areas.value({ figure: 'beta.standing', node: root, asOf: day }, scope)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})
