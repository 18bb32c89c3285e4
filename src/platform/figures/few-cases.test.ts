import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RecordType } from '../records/record-type.ts'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import type { Day } from '../values/day.ts'
import type { Question } from './contract.ts'
import { movedFigures } from './moved-figures.ts'

let areas: TwoAreas
let root: string
let north: string
let last: string
const asOf = '2018-06-30' as Day
const halfYear = { from: '2018-01-01', through: asOf } as NonNullable<Question['period']>

beforeAll(async () => {
  areas = await openTwoAreas()
  const site = (name: string, parent: string | null) =>
    areas.establish('alpha.site', '2000-01-01', { name, code: name, parent_id: parent })
  root = await site('A总', null)
  north = await site('B北', root)
  const south = await site('C南', root)
  await site('D空', root)
  const register = (code: string, siteId: string) =>
    areas.establish(
      'alpha.holder',
      '2018-01-01',
      { name: code, kind: 'firm', site_id: siteId, parent_id: null },
      { code },
    )
  const holders = [await register('F1', north), await register('F2', north), await register('F3', south)]
  const pay = (code: string, holder: number, onDate: string, amount: string) =>
    areas.establish('beta.payment', onDate, { holder_id: holders[holder] as string, amount }, { code })
  await pay('A', 0, '2018-02-10', '100')
  await pay('B', 0, '2018-03-10', '250')
  await pay('C', 0, '2018-04-10', '400')
  last = await pay('D', 2, '2018-05-10', '900')
})
afterAll(() => areas.close())

const answer = (figure: string, more: Partial<Question> = {}) =>
  areas.value({ figure, node: root, asOf, period: halfYear, ...more })
const told = ({ value, absent }: { value: string | null; absent: { code: string } | null }) =>
  value ?? absent?.code

test('from as many cases on as are asked for a rate is shown, and of one fewer none, with both of its numbers', async () => {
  expect(await answer('beta.share_of_three')).toMatchObject({ value: '66.7', absent: null })
  const few = await answer('beta.share_of_three', { node: north })
  expect(few).toMatchObject({
    value: null,
    absent: {
      code: 'too_few_cases',
      words: {
        zh: '分母不足3个，不计算比率',
        en: 'Fewer than 3 cases in the denominator: no rate is shown',
      },
    },
    inputs: [
      { value: '1', absent: null },
      { value: '2', absent: null },
    ],
    rowCount: 3,
  })
  // The same rate without a least number of cases.
  expect((await answer('beta.share_with_payment', { node: north })).value).toBe('50.0')
  expect(
    (await areas.rows({ figure: 'beta.share_of_three', node: north, asOf }, { part: 'denominator' })).count,
  ).toBe(2)
})

test('of no case the denominator is zero, which says more', async () => {
  const before = { asOf: '2017-12-31' as Day }
  expect(told(await answer('beta.share_of_three', before))).toBe('zero_denominator')
})

test('the cases of a denominator of distinct keys are its keys, also in each part', async () => {
  const whole = await answer('beta.payments_per_holder_paid')
  expect([told(whole), whole.inputs.map(({ value }) => value)]).toEqual(['too_few_cases', ['4', '2']])
  const question = { figure: 'beta.payments_per_holder_paid', node: root, asOf, period: halfYear }
  const { parts } = await areas.parts(question, 'place')
  expect(parts.map((part) => [part.label.zh, told(part)])).toEqual([
    ['B北', 'too_few_cases'],
    ['C南', 'too_few_cases'],
    ['D空', 'zero_denominator'],
  ])
})

test('each part of a break-down has its own cases, by place, by month and at every node', async () => {
  const share = { figure: 'beta.share_of_three', node: root, asOf, period: halfYear }
  expect((await areas.parts(share, 'place')).parts.map((part) => [part.label.zh, told(part)])).toEqual([
    ['B北', 'too_few_cases'],
    ['C南', 'too_few_cases'],
    ['D空', 'zero_denominator'],
  ])
  const { nodes } = await areas.everyNode(share)
  expect(nodes.map(told).map(String).toSorted()).toEqual([
    '66.7',
    'too_few_cases',
    'too_few_cases',
    'zero_denominator',
  ])
  const payments = { ...share, figure: 'beta.mean_of_three' }
  expect((await areas.parts(payments, 'place')).parts.map(told)).toEqual(['2.50', 'too_few_cases', 'no_rows'])
  expect((await areas.parts({ ...payments, figure: 'beta.low_of_three' }, 'month')).parts.map(told)).toEqual([
    'no_rows',
    ...Array.from({ length: 4 }, () => 'too_few_cases'),
    'no_rows',
  ])
})

test('a mean and a percentile of too few rows say of how few, and how many there are', async () => {
  const spring = { period: { from: '2018-04-01', through: '2018-05-31' } } as Partial<Question>
  expect(await answer('beta.mean_of_three', spring)).toMatchObject({
    value: null,
    absent: {
      code: 'too_few_cases',
      words: { zh: '不足3条，不计算平均值', en: 'Fewer than 3 rows: no mean is shown' },
    },
    rowCount: 2,
  })
  expect(await answer('beta.low_of_three', spring)).toMatchObject({
    value: null,
    absent: { words: { zh: '不足3条，不计算分位数', en: 'Fewer than 3 rows: no percentile is shown' } },
  })
  expect([await answer('beta.mean_of_three'), await answer('beta.low_of_three')].map(told)).toEqual([
    '4.13',
    '1.00',
  ])
})

test('what an act moves is told of percentiles, and of a rate that comes to have too few cases', async () => {
  const records = new Map([[areas.typeOf('beta.payment') as RecordType, [last]]])
  const { moved } = await areas.write('correction', (writer) =>
    movedFigures(areas.figures, writer, {
      asOf,
      records,
      act: async () => {
        await sql`update beta.payment_event set amount = 300 where record_id = ${last}`.execute(writer.db)
        await sql`update alpha.holder_spell set valid_from = '2018-07-01' where record_id in
          (select record_id from alpha.holder_spell where site_id = ${north} limit 1)`.execute(writer.db)
      },
    }),
  )
  const at = (figure: string) => {
    const found = moved.find((one) => one.figure === figure && one.place.id === root)
    return found && [found.before, found.after]
  }
  expect(at('beta.high_payment')).toEqual(['9.00', '3.00'])
  expect(at('beta.share_of_three')).toEqual(['66.7', null])
})
