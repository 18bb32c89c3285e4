import { expect, test } from 'vitest'
import { otherMoneyUnit } from './money-unit.ts'

test.each([
  ['资金（万元）', '万元'],
  ['资金(亿元)', '亿元'],
  ['资金：万', '万'],
  ['资金 / 万元', '万元'],
  ['资金万元', '万元'],
  ['资金（千）', '千'],
  ['资金（分）', '分'],
  ['资金（万美元）', '万美元'],
  ['资金（港币）', '港币'],
  ['Funds (million yuan)', 'million'],
  ['Funds (USD)', 'USD'],
  ["Funds ('000)", "'000"],
])('%s is in %s', (heading, unit) => {
  expect(otherMoneyUnit(heading)).toBe(unit)
})

test.each([
  '资金（元）',
  '资金',
  '资金（人民币元）',
  '万科投入资金',
  '千岛湖项目资金（元）',
  '得分',
  'Funds (yuan)',
  'Used',
])('%s is in yuan, or says nothing', (heading) => {
  expect(otherMoneyUnit(heading)).toBeNull()
})
