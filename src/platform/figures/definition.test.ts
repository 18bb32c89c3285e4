import { expect, test } from 'vitest'
import { holders } from '../testing/two-areas/alpha.ts'
import { betaFigures } from '../testing/two-areas/beta-figures.ts'
import { languages } from '../text.ts'
import { definitionOf } from './definition.ts'
import { type Figure, inputsOf } from './figure.ts'

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
