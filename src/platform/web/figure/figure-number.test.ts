import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { text } from '../../text.ts'
import { largeMoney, showDifference, showNumber, withUnit } from './figure-number.ts'

test('a value is rounded half up to the decimals of its figure', () => {
  expect(showNumber('38.25', 1)).toBe('38.3')
  expect(showNumber('2331', 2)).toBe('2,331.00')
  expect(showNumber('0.8', 0)).toBe('1')
  expect(showNumber('-0.04', 1)).toBe('0.0')
})

test('a difference carries its sign', () => {
  expect(showDifference('9', '7', 0)).toBe('+2')
  expect(showDifference('38.3', '41.05', 1)).toBe('−2.8')
  expect(showDifference('9', '9.0', 0)).toBe('0')
})

test('a difference is the exact one, whatever the decimals of both sides', () => {
  const cents = fc.integer({ min: -10_000_000, max: 10_000_000 })
  const written = (value: number) =>
    `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}.${String(Math.abs(value) % 100).padStart(2, '0')}`
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      const shown = showDifference(written(a), written(b), 2).replaceAll(',', '')
      expect(Math.round(Number(shown.replace('−', '-').replace('+', '')) * 100)).toBe(a - b)
    }),
  )
})

test.each([
  ['9999.99', '', ''],
  ['10000.00', '1.00万元', ''],
  ['1234567.89', '123.456789万元', '1.23456789 million yuan'],
  ['-1234567.89', '-123.456789万元', '-1.23456789 million yuan'],
  ['99999999.99', '9999.999999万元', '99.99999999 million yuan'],
  ['100000000.00', '1亿元', '100.00 million yuan'],
  ['22000000000.00', '220亿元', '22 billion yuan'],
])('%s yuan are also read as %s, in English as %s', (value, zh, en) => {
  expect(largeMoney(value, text('元', 'yuan'))).toEqual({ zh, en })
})

test('a large amount has its digits in groups, and nothing but yuan is read as money', () => {
  expect(showNumber('22000000000.00', 2)).toBe('22,000,000,000.00')
  expect(largeMoney('22000000000', text('人', 'people'))).toEqual({ zh: '', en: '' })
})

test('a per cent sign stands close, a counting word apart', () => {
  expect(withUnit('100', text('%', '%')).zh).toBe('100%')
  expect(withUnit('9', text('个', 'organisations')).en).toBe('9 organisations')
})
