import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { text } from '../../text.ts'
import { showDifference, showNumber, withUnit } from './figure-number.ts'

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

test('a per cent sign stands close, a counting word apart', () => {
  expect(withUnit('100', text('%', '%')).zh).toBe('100%')
  expect(withUnit('9', text('个', 'organisations')).en).toBe('9 organisations')
})
