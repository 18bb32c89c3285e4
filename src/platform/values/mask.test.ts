import fc from 'fast-check'
import { expect, test } from 'vitest'
import { looksMasked, masked, type Mask } from './mask.ts'

test.each([
  ['13812341234', 'phone', '138****1234'],
  ['0592-5300000', 'phone', '•••'],
  ['35020619800517123X', 'identity', '350206********123X'],
  ['6222020000001234567', 'account', '***************4567'],
  ['1980-05', 'birth', '1980年**'],
  ['1980-05-17', 'birth', '1980年**'],
  ['厦门市湖里区', undefined, '•••'],
] as const)('%s as %s is shown as %s', (value, mask, expected) => {
  expect(masked(value, mask).zh).toBe(expected)
})

const masks: readonly (Mask | undefined)[] = ['phone', 'identity', 'account', 'birth', undefined]
const digits = (least: number, most: number) =>
  fc
    .array(fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), {
      minLength: least,
      maxLength: most,
    })
    .map((all) => all.join(''))

test('a mask never holds the whole value, and is always known as a mask in both languages', () => {
  const values = fc.oneof(
    digits(11, 11),
    digits(18, 18),
    digits(12, 30),
    fc.tuple(digits(4, 4), digits(2, 2)).map(([year, month]) => `${year}-${month}`),
    fc.string({ minLength: 1 }).filter((value) => !looksMasked(value)),
  )
  fc.assert(
    fc.property(values, fc.constantFrom(...masks), (value, mask) => {
      const { zh, en } = masked(value, mask)
      expect([looksMasked(zh), looksMasked(en)]).toEqual([true, true])
      expect([zh.includes(value) && value !== '•', en.includes(value) && value !== '•']).toEqual([
        false,
        false,
      ])
    }),
  )
})
