import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { fen, fenFromYuan, formatMoney, type MoneyUnit, moneyUnits } from './money.ts'

const anyFen = fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }).map(fen)

describe('fenFromYuan', () => {
  it.each([
    ['1234.56', 123_456n],
    ['1,234.5', 123_450n],
    ['１，２３４．５６', 123_456n],
    ['　1234 ', 123_400n],
    ['0', 0n],
    ['-0.01', -1n],
    ['−5', -500n],
    ['007', 700n],
    ['22000000000', 2_200_000_000_000n],
    ['9007199254740993.01', 900_719_925_474_099_301n],
    ['9999999999999999.99', 999_999_999_999_999_999n],
  ])('reads %s', (value, expected) => {
    expect(fenFromYuan(value)).toBe(expected)
  })

  it.each([
    '',
    '1.234',
    '1.000',
    '12,34',
    '1,2345',
    '1.',
    '.5',
    '1e3',
    '1.2.3',
    '10000000000000000',
    '十元',
    '1 000',
    '0x10',
  ])('refuses %j', (value) => {
    expect(() => fenFromYuan(value)).toThrow(Refusal)
  })

  it('says which value has too many decimals', () => {
    expect(() => fenFromYuan('12.345')).toThrow(
      expect.objectContaining({
        words: {
          zh: '金额“12.345”的小数超过2位，请核对',
          en: 'Amount "12.345" has more than 2 decimals: please check it',
        },
      }),
    )
  })
})

describe('formatMoney', () => {
  it.each<[bigint, MoneyUnit, string, string]>([
    [123_456n, 'yuan', '1234.56元', '1,234.56 yuan'],
    [-5n, 'yuan', '-0.05元', '-0.05 yuan'],
    [0n, 'yi', '0亿元', '0 billion yuan'],
    [2_200_000_000_000n, 'yi', '220亿元', '22 billion yuan'],
    [2_200_000_000_000n, 'wan', '2200000.00万元', '22,000.00 million yuan'],
    [123_456n, 'wan', '0.123456万元', '0.00123456 million yuan'],
    [1n, 'yi', '0.0000000001亿元', '0.00000000001 billion yuan'],
    [100_000_000_000n, 'yuan', '1000000000.00元', '1,000,000,000.00 yuan'],
  ])('writes %s fen in %s', (amount, unit, zh, en) => {
    expect(formatMoney(fen(amount), 'zh', unit)).toBe(zh)
    expect(formatMoney(fen(amount), 'en', unit)).toBe(en)
  })

  it('is read back to the same fen in yuan, in both languages', () => {
    fc.assert(
      fc.property(anyFen, fc.constantFrom('zh' as const, 'en' as const), (amount, language) => {
        expect(fenFromYuan(formatMoney(amount, language, 'yuan').replace(/元| yuan/, ''))).toBe(amount)
      }),
    )
  })

  it('keeps the exact amount in every unit', () => {
    const scales = { yuan: 2, wan: 6, yi: 10 } as const
    fc.assert(
      fc.property(anyFen, fc.constantFrom(...moneyUnits), (amount, unit) => {
        const [integer = '', fraction = ''] = formatMoney(amount, 'zh', unit)
          .replace(/[万亿]?元/, '')
          .split('.')
        expect(BigInt(integer + fraction.padEnd(scales[unit], '0'))).toBe(amount)
      }),
    )
  })
})
