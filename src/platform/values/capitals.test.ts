import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { moneyInCapitals } from './capitals.ts'
import { fen, fenFromYuan } from './money.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const placeValues: Readonly<Record<string, bigint>> = { 拾: 10n, 佰: 100n, 仟: 1000n }

/** A reader of its own, so that writer and reader cannot share a mistake. */
function readInteger(words: string): bigint {
  let total = 0n
  let section = 0n
  let figure = 0n
  for (const word of words) {
    if (word === '亿') {
      total = (total + section + figure) * 100_000_000n
      section = figure = 0n
    } else if (word === '万') {
      total += (section + figure) * 10_000n
      section = figure = 0n
    } else if (placeValues[word] !== undefined) {
      section += figure * placeValues[word]
      figure = 0n
    } else figure = BigInt(digits.indexOf(word))
  }
  return total + section + figure
}

function readCapitals(words: string): bigint {
  const match = /^(负?)(?:(.+)元)?(?:(.)角|零)?(?:(.)分)?整?$/.exec(words)
  if (!match) throw new Error(`not an amount: ${words}`)
  const [, sign, yuan = '', jiao = '零', cents = '零'] = match
  const amount = readInteger(yuan) * 100n + BigInt(digits.indexOf(jiao)) * 10n + BigInt(digits.indexOf(cents))
  return sign === '负' ? -amount : amount
}

describe('moneyInCapitals', () => {
  it.each([
    ['0', '零元整'],
    ['0.05', '伍分'],
    ['0.50', '伍角整'],
    ['0.56', '伍角陆分'],
    ['1', '壹元整'],
    ['10', '壹拾元整'],
    ['12.50', '壹拾贰元伍角整'],
    ['101', '壹佰零壹元整'],
    ['110', '壹佰壹拾元整'],
    ['1001', '壹仟零壹元整'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
    ['107000.53', '壹拾万柒仟元伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['10000', '壹万元整'],
    ['10001', '壹万零壹元整'],
    ['10010', '壹万零壹拾元整'],
    ['100000000', '壹亿元整'],
    ['100000001', '壹亿零壹元整'],
    ['100010000', '壹亿零壹万元整'],
    ['101000000', '壹亿零壹佰万元整'],
    ['110000000', '壹亿壹仟万元整'],
    ['22000000000', '贰佰贰拾亿元整'],
    ['1000000000000', '壹万亿元整'],
    ['1000000000001', '壹万亿零壹元整'],
    ['1000100000000', '壹万零壹亿元整'],
    ['9999999999999999.99', '玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    ['-3.20', '负叁元贰角整'],
    ['-0.01', '负壹分'],
  ])('writes %s as %s', (yuan, words) => {
    expect(moneyInCapitals(fenFromYuan(yuan))).toBe(words)
  })

  const sparse = fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
      maxLength: 18,
    })
    .map((figures) => BigInt(figures.join('')))

  it('can be read back, never doubles a zero and never ends one before a unit', () => {
    fc.assert(
      fc.property(sparse, fc.boolean(), (magnitude, negative) => {
        const amount = fen(negative ? -magnitude : magnitude)
        const words = moneyInCapitals(amount)
        expect(readCapitals(words)).toBe(amount)
        expect(words.replace(/^零元整$/, '')).not.toMatch(/零零|零[拾佰仟万亿元角分整]|负零/)
        expect(words.endsWith('整')).toBe(amount % 10n === 0n)
      }),
      { numRuns: 500 },
    )
  })

  it('refuses what is beyond sixteen digits', () => {
    expect(() => moneyInCapitals(fen(10n ** 18n))).toThrow(Refusal)
    expect(() => moneyInCapitals(fen(-(10n ** 18n)))).toThrow(Refusal)
  })
})
