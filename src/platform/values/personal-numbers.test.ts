import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCitizenId } from './citizen-id.ts'
import { masked, type Mask } from './mask.ts'
import { passesLuhn, type PersonalNumberKind, personalNumbersIn } from './personal-numbers.ts'

// The first two are the standard's own examples; the account is the test number that card schemes publish.
test.each([
  ['身份证11010519491231002X，', ['identity']],
  ['440524 18800101 0014', []],
  ['联系13800000000或+86 139-0000-0001', ['phone', 'phone']],
  ['汇至6222 0200 0000 0000 000', ['account']],
  ['４１１１１１１１１１１１１１１１', ['account']],
  ['4111-1111-1111-1112', []],
  ['厦湖金街〔2018〕13号，2018-06-30，350206005023，0592-5300000', []],
  ['统一社会信用代码91330100799655058B', []],
  ['编号913800000000', []],
  ['138****0000、110105********002X', []],
] as const)('%s', (text, kinds) => {
  expect(personalNumbersIn(text).map(({ kind }) => kind)).toEqual(kinds)
})

const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'))
const withCheck = (body: string, characters: string, holds: (value: string) => boolean) =>
  characters
    .split('')
    .map((last) => body + last)
    .find(holds)
const identity = fc
  .tuple(digits(6), fc.integer({ min: 1950, max: 2020 }), fc.integer({ min: 1, max: 12 }), digits(3))
  .map(([area, year, month, order]) =>
    withCheck(
      `${area}${year}${String(month).padStart(2, '0')}15${order}`,
      '0123456789X',
      (value) => checkCitizenId(value).ok,
    ),
  )
  .filter((value) => value !== undefined)
const phone = digits(9).map((rest) => `13${rest}`)
const account = fc
  .tuple(digits(8), digits(7))
  .map(([one, other]) => withCheck(one + other, '0123456789', passesLuhn) as string)
const number = fc.oneof(
  fc.tuple(fc.constant<PersonalNumberKind>('identity'), identity),
  fc.tuple(fc.constant<PersonalNumberKind>('phone'), phone),
  fc.tuple(fc.constant<PersonalNumberKind>('account'), account),
)
const words = fc.string({ minLength: 1, unit: fc.constantFrom('示', '例', '，', '。', '𠮷', '：', '—') })
const wide = (value: string) =>
  value.replace(/[ -~]/g, (one) => (one === ' ' ? '\u3000' : String.fromCharCode(one.charCodeAt(0) + 0xfee0)))

test('a number in groups and in full width is found as it is found in one run', () => {
  const grouped = fc.tuple(number, fc.constantFrom('', ' ', '-')).map(([[kind, value], gap]) => {
    const groups = { identity: [6, 14], phone: [3, 7], account: [4, 8, 12] }[kind]
    const parts = [0, ...groups].map((from, nth) => value.slice(from, groups[nth]))
    return { kind, text: parts.join(gap) }
  })
  fc.assert(
    fc.property(grouped, words, ({ kind, text }, around) => {
      for (const shape of [text, wide(text)])
        expect(personalNumbersIn(`${around}${shape}${around}`).map((one) => one.kind)).toEqual([kind])
    }),
  )
})

test('every number is found where it stands, whatever words stand around, and its mask is not', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(words, number), { minLength: 1, maxLength: 5 }), words, (parts, end) => {
      let text = ''
      const expected = parts.map(([before, [kind, value]]) => {
        const at = text.length + before.length
        text += before + value
        return { kind, at, length: value.length }
      })
      expect(personalNumbersIn(text + end)).toEqual(expected)
      const hidden = parts.map(([before, [kind, value]]) => before + masked(value, kind satisfies Mask).zh)
      expect(personalNumbersIn(hidden.join('') + end)).toEqual([])
    }),
  )
})

test('one digit changed in an identity or account number is no such number any more', () => {
  fc.assert(
    fc.property(fc.oneof(identity, account), fc.nat(), fc.integer({ min: 1, max: 9 }), (value, where, by) => {
      const at = where % 15
      const changed = value.slice(0, at) + ((Number(value[at]) + by) % 10) + value.slice(at + 1)
      const kind = value.length === 18 ? 'identity' : 'account'
      expect(personalNumbersIn(changed).map((one) => one.kind)).not.toContain(kind)
    }),
  )
})
