import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { largestCount, readCount, stepCount } from './count.ts'

const wide = (digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const any = fc.integer({ min: 0, max: largestCount })
const wrongOf = (written: string, bounds = {}) => {
  const read = readCount(written, bounds)
  return 'wrong' in read ? read.wrong : null
}

test('a count is read however its digits are typed, and reads back as itself', () => {
  fc.assert(
    fc.property(
      any,
      fc.nat({ max: 3 }),
      fc.boolean(),
      fc.constantFrom('', ' ', '　'),
      (n, zeros, full, space) => {
        const digits = `${'0'.repeat(zeros)}${n}`
        expect(readCount(`${space}${full ? wide(digits) : digits}${space}`)).toEqual({ count: String(n) })
      },
    ),
  )
})

test('what lies outside the bounds is refused with the bound, at the bound it is taken', () => {
  fc.assert(
    fc.property(
      fc.tuple(any, any).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
      any,
      ([least, most], n) => {
        const wrong = wrongOf(String(n), { least, most })
        if (n < least) expect(wrong?.zh).toBe(`“${n}”太小，这一项最少为${least}。请核对。`)
        else if (n > most) expect(wrong?.en).toBe(`“${n}” is too large: the most is ${most}. Check it.`)
        else expect(wrong).toBeNull()
        expect(readCount(String(least), { least, most })).toEqual({ count: String(least) })
        expect(readCount(String(most), { least, most })).toEqual({ count: String(most) })
      },
    ),
  )
})

test.each([
  '12人',
  '12.5',
  '12.0',
  '-3',
  '+3',
  '−3',
  '1e3',
  '十二',
  '',
  '3-5',
  '0x10',
  '1 2',
  '１２．５',
  '٣',
])('%j is no whole number', (written) => {
  expect(wrongOf(written)?.zh).toContain('不是从0起的整数')
})

test.each(['1,200', '１，２００', '1 200', "1'200", '1,200,000'])(
  '%j has thousands separators',
  (written) => {
    expect(wrongOf(written)?.zh).toMatch(/千分位分隔符.*只填数字：1200(000)?。$/)
  },
)

test('a number that no column holds is too large, however long it is', () => {
  for (const written of ['2147483648', '99999999999', '9'.repeat(400)])
    expect(wrongOf(written)?.en).toContain('the most is 2147483647')
})

test('arrow keys step within the bounds, begin at the least, and leave what is no count alone', () => {
  const bounds = { least: 2, most: 4 }
  expect(['', '2', '3', '4', '9', '0'].map((from) => stepCount(from, 1, bounds))).toEqual([
    '2',
    '3',
    '4',
    '4',
    '4',
    '2',
  ])
  expect(['', '2', '3', '4'].map((from) => stepCount(from, -1, bounds))).toEqual(['2', '2', '2', '3'])
  expect([stepCount('', 1), stepCount('０７', 1), stepCount('0', -1), stepCount('12人', 1)]).toEqual([
    '0',
    '8',
    '0',
    '12人',
  ])
})
