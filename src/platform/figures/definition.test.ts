import { expect, test } from 'vitest'
import { holders } from '../testing/two-areas/alpha.ts'
import { betaFigures } from '../testing/two-areas/beta-figures.ts'
import { languages } from '../text.ts'
import { definitionOf } from './definition.ts'
import { type Counted, type Figure, type Flow, inputsOf, ratio } from './figure.ts'

const every: readonly Figure[] = [holders, ...betaFigures]
const named = (id: string) => definitionOf(every.find((figure) => figure.id === id) as Figure)

test.each(every.map((figure) => [figure.id, figure] as const))(
  '%s says its rows, its day or period and its version in both languages',
  (_id, figure) => {
    const definition = definitionOf(figure)
    for (const language of languages) {
      for (const input of inputsOf(figure)) expect(definition[language]).toContain(input.rows.words[language])
      expect(definition[language]).not.toMatch(/undefined|\[object|null/)
    }
    expect(definition.zh).toContain(`口径版本${figure.version}`)
    expect(definition.en).toContain(`definition version ${figure.version}`)
    const stocks = inputsOf(figure).some((input) => input.rows.dated === 'asOf')
    const flows = inputsOf(figure).some((input) => input.rows.dated === 'period')
    expect([definition.zh.includes('截至所选日期'), definition.zh.includes('期间内')]).toEqual([
      stocks,
      flows,
    ])
    expect([
      definition.en.includes('On the chosen day'),
      definition.en.includes('Within the chosen period'),
    ]).toEqual([stocks, flows])
  },
)

test('a sum, a mean and a distinct count say of what', () => {
  expect(named('beta.paid')).toMatchObject({
    zh: expect.stringContaining('金额合计'),
    en: expect.stringContaining('total amount'),
  })
  expect(named('beta.mean_payment')).toMatchObject({
    zh: expect.stringContaining('金额的平均值'),
    en: expect.stringContaining('mean amount'),
  })
  expect(named('beta.holders_paid')).toMatchObject({
    zh: expect.stringContaining('按持有人去重'),
    en: expect.stringContaining('distinct holders'),
  })
})

test('a percentile says which it is, and how its rank is found', () => {
  expect(named('beta.median_payment')).toMatchObject({
    zh: expect.stringContaining('支付的款项的金额的中位数（最近秩法：由小到大排列，取第“条数×50%”条'),
    en: expect.stringContaining('the median amount of payments made (nearest rank: '),
  })
  expect(named('beta.high_standing')).toMatchObject({
    zh: expect.stringMatching(/^截至所选日期，.*金额的第90百分位数（最近秩法：.*×90%/),
    en: expect.stringMatching(/^On the chosen day, the 90th percentile of the amount of .* at 90 % of/),
  })
})

test('from how many cases on there is a value is part of the definition, and is not said where one is enough', () => {
  expect(named('beta.share_of_three')).toMatchObject({
    zh: expect.stringContaining('四舍五入。分母不足3个时不计算比率。（口径版本1）'),
    en: expect.stringContaining('half up. Fewer than 3 cases in the denominator: no rate is shown. (def'),
  })
  expect(named('beta.mean_of_three').zh).toContain('平均值。不足3条时不计算平均值。')
  expect(named('beta.low_of_three').en).toContain('Fewer than 3 rows: no percentile is shown.')
  expect(named('beta.share_with_payment').zh).not.toContain('不足')
})

test('the cases of a rate over amounts are the rows that bear them', () => {
  const [paid, made] = ['beta.paid', 'beta.made'].map((id) => every.find((one) => one.id === id)) as Counted[]
  const back = ratio({ ...(made as Flow), numerator: made as Flow, denominator: paid as Flow, leastCases: 5 })
  expect(definitionOf(back).zh).toContain('分母不足5条时不计算比率。')
  expect(definitionOf({ ...back, denominator: made as Flow }).zh).toContain('分母不足5笔时不计算比率。')
})

test('a ratio names numerator and denominator and how it is rounded; a difference says what is subtracted', () => {
  const { zh, en } = named('beta.payments_per_holder')
  expect(zh).toMatch(/分子：.*支付的款项.*分母：.*在册的持有人.*百分数.*保留1位小数.*四舍五入/)
  expect(en).toMatch(
    /Numerator: .*payments made.*Denominator: .*holders on the register.*per cent, 1 decimals, half up/,
  )
  expect([zh.includes('可以超过100%。'), en.includes('It may exceed 100 %.')]).toEqual([true, true])
  expect(named('beta.net').zh).toMatch(/支付的款项.*减去.*收回的款项/)
  expect(named('beta.net').en).toMatch(/payments made, less .*payments taken back/)
})
