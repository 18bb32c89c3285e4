import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookupCode, numberOfCode, submissionNumber } from './lookup-code.ts'

const secret = new Uint8Array(32).fill(7)
const codes = fc.uuid().map((key) => lookupCode(submissionNumber('2026-11-27', key), secret))

test('a code is read as it was given, in whatever way it is typed', () => {
  fc.assert(
    fc.property(codes, fc.constantFrom('', ' ', '－', '–'), fc.boolean(), (code, between, small) => {
      const typed = code.replaceAll('-', between).replaceAll('0', 'o').replaceAll('1', 'l')
      const number = code.split('-').slice(0, 2).join('-')
      // The digits of the day are digits, whatever is typed for them.
      const day = code.slice(2, 10)
      const wanted = `${typed.slice(0, 2)}${day}${typed.slice(10)}`
      expect(numberOfCode(small ? wanted.toLowerCase() : wanted, secret)).toBe(number)
    }),
  )
})

test('no other sign, no other installation and no other number opens it', () => {
  fc.assert(
    fc.property(codes, fc.nat({ max: 11 }), fc.integer({ min: 1, max: 31 }), (code, at, by) => {
      const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
      const plain = code.replaceAll('-', '')
      const place = plain.length - 12 + at
      const other = signs.charAt((signs.indexOf(plain.charAt(place)) + by) % 32)
      expect(numberOfCode(plain.slice(0, place) + other + plain.slice(place + 1), secret)).toBeNull()
      expect(numberOfCode(code, new Uint8Array(32))).toBeNull()
    }),
  )
  for (const typed of ['', 'WS', 'WS20261127-7KQ2', 'x'.repeat(60)])
    expect(numberOfCode(typed, secret)).toBeNull()
})

test('the same request sent again has the same number, and another one another', () => {
  expect(submissionNumber('2026-11-27', 'key-1')).toBe(submissionNumber('2026-11-27', 'key-1'))
  expect(submissionNumber('2026-11-27', 'key-1')).not.toBe(submissionNumber('2026-11-27', 'key-2'))
  expect(submissionNumber('2026-11-27', 'key-1')).toMatch(/^WS20261127-[0-9A-HJKMNP-TV-Z]{4}$/)
})
