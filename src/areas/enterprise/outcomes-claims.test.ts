import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/db/id.ts'
import { importFile } from '../../platform/ledgers/import-file.ts'
import { textFile } from '../../platform/ledgers/testing/workbook.ts'
import { recordEvent } from '../../platform/records/write.ts'
import { clerk } from '../../platform/testing/office.ts'
import { creditCode, furnish } from './testing/furnish.ts'
import { type EnterpriseOffice, openEnterpriseOffice } from './testing/office.ts'
import { outcomesAt } from './testing/outcomes.ts'

let at: EnterpriseOffice
let there: Awaited<ReturnType<typeof furnish>>
let result: ReturnType<typeof outcomesAt>
beforeAll(async () => {
  at = await openEnterpriseOffice()
  there = await furnish(at)
  result = outcomesAt(at)
}, 120_000)
afterAll(() => at.close())

const refusal = (...rules: string[]) => ({
  code: 'RULE',
  data: { findings: rules.map((rule) => expect.objectContaining({ rule, weight: 'warn' })) },
})
const slip = refusal('R-S9-01')
const twice = refusal('R-S9-03')

test('a 万 or an 亿 too many or too few is found in either sum, against the one before and the last known', async () => {
  const { id } = await there.company(there.east)
  const of = (before: string, after: string, on = '2018-05-10') => result.increase(id, on, [before, after])
  // Of 10亿 to 220亿: 220万亿 written for 220亿, and 220亿 with 10万 before.
  await expect(of('1000000000', '220000000000000')).rejects.toMatchObject(slip)
  await expect(of('100000', '22000000000')).rejects.toMatchObject(slip)
  // 220亿 written as 220万 is less than before.
  await expect(of('1000000000', '2200000')).rejects.toMatchObject(refusal('R-S9-01', 'R-S9-INCREASE'))
  await of('1000000000', '22000000000')
  // The same slip in both sums of the next one shows against the last that is known.
  await expect(of('2200000', '3000000', '2019-01-10')).rejects.toMatchObject(slip)
  await expect(of('220000000000000', '300000000000000', '2019-01-10')).rejects.toMatchObject(slip)
  await of('22000000000', '30000000000', '2019-01-10')
  await expect(of('30000000000', '30000000000', '2019-02-10')).rejects.toMatchObject({ code: 'RULE' })
})

test('a company that truly grows a thousandfold is recorded with the reason', async () => {
  const { id } = await there.company(there.east)
  const again = (overrides: { rule: string; reason: string }[]) =>
    recordEvent(at.records, { scope: at.whole, actor: clerk }, {
      type: 'enterprise.capital_increase',
      reason: null,
      idempotencyKey: newId(),
      overrides,
      act: 'recorded',
      onDate: '2018-05-10',
      documentNo: null,
      header: { code: 'CG-TRUE' },
      sets: {
        company_id: id,
        old_capital: '1000000',
        new_capital: '1000000000',
        paid_in: null,
        request_id: null,
        served: '上门讲解',
        confirmation: null,
        evidence: null,
      },
    } as never)
  await expect(again([])).rejects.toMatchObject(slip)
  await expect(again([{ rule: 'R-S9-01', reason: ' ' }])).rejects.toMatchObject(slip)
  const { id: record } = await again([{ rule: 'R-S9-01', reason: '已对照变更登记通知书' }])
  expect((await at.load('capitalIncrease', record))?.spells[0]?.attributes).toMatchObject({
    new_capital: '1000000000',
  })
})

test('one result is claimed once, by its day or by the capital it led to', async () => {
  const [one, other] = [await there.company(there.east), await there.company(there.west)]
  const sums = ['500000000', '900000000'] as const
  const first = await result.increase(one.id, '2018-05-10', sums)
  await expect(result.increase(one.id, '2018-05-10', ['1', '2'])).rejects.toMatchObject({ code: 'RULE' })
  await expect(result.increase(one.id, '2018-09-01', sums)).rejects.toMatchObject(twice)
  await result.increase(other.id, '2018-05-10', sums)
  // What never was claims nothing, and a claim is not held against itself.
  await at.happen('capitalIncrease', first, 'paid', '2018-06-01', { paid_in: '100000000' })
  await at.remove('capitalIncrease', first)
  await result.increase(one.id, '2018-09-01', sums)

  const branch = await there.branch(there.east, one.unit, '2018-02-01')
  await result.improve(one.id, branch, 'founded', '2018-02-01')
  await expect(result.improve(one.id, branch, 'founded', '2018-02-01')).rejects.toMatchObject(twice)
  await result.finance(one.id, '2018-02-01', '5000000')
  await expect(result.finance(one.id, '2018-02-01', '5000000.00')).rejects.toMatchObject(twice)
  await result.finance(one.id, '2018-02-01', '5000001')
  await result.hire(one.id, '2018-02-01', 12)
  await expect(result.hire(one.id, '2018-02-01', 12)).rejects.toMatchObject(twice)
  await result.hire(other.id, '2018-02-01', 12)
  await result.train(there.street, '2018-02-01', '党务培训')
  await expect(result.train(there.east, '2018-02-01', '党务培训')).rejects.toMatchObject(twice)
  await result.train(there.street, '2018-02-02', '党务培训')
})

test('attendances are no fewer than participants', async () => {
  await expect(
    result.train(there.street, '2018-03-01', '财税培训', { persons: '40', person_times: '20' }),
  ).rejects.toMatchObject(refusal('R-S9-TIMES'))
})

test('two lines of one workbook that claim one result are told, and nothing is written', async () => {
  const { id } = await there.company(there.east)
  const unit = (await at.load('company', id))?.spells[0]?.attributes['unit_id'] as string
  const credit = (await at.load('legalPerson', unit))?.header['credit_code'] as string
  expect(credit).toMatch(new RegExp(`^${creditCode(1).slice(0, 8)}`))
  const lines = ['CG-1001', 'CG-1002'].map(
    (code) => `${code},${credit},500000000,900000000,上门讲解,确认函,变更登记通知书,2018-05-10`,
  )
  const head =
    '成果编号,企业信用代码,原注册资本（元）,新注册资本（元）,街道所做的工作,企业书面确认,依据,变更登记日期'
  const bring = (rows: readonly string[]) =>
    importFile(at.database, at.engine, at.ledgers, {
      scope: at.whole,
      actor: clerk,
      files: [textFile([head, ...rows].join('\r\n'), '协助企业增资台账.csv')],
    })
  const both = await bring(lines)
  expect(JSON.stringify(both.errors)).toContain('R-S9-03')
  const alone = await bring(lines.slice(0, 1))
  expect(alone.errors).toEqual([])
})
