import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  amountOf,
  fitsNumberCell,
  groupedAmount,
  isLarge,
  largestAmount,
  readAmount,
  smallestAmount,
  spokenAmount,
} from './amount.ts'
import { fenFromYuan } from './money.ts'

const most = 10n ** 18n - 1n
const anyFen = fc.bigInt({ min: 0n, max: most })
const signed = fc.bigInt({ min: -most, max: most })
const wide = (digits: string) =>
  digits.replace(/[\d.,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const wrongOf = (written: string, bounds = {}) => {
  const read = readAmount(written, bounds)
  return 'wrong' in read ? read.wrong : null
}
const below = { least: smallestAmount }

test('a sum is read however it is typed, in one form that reads back as itself and as the same fen', () => {
  fc.assert(
    fc.property(
      signed,
      fc.nat({ max: 3 }),
      fc.constantFrom('', ',', ' ', '\u00a0', '\u2009'),
      fc.boolean(),
      fc.constantFrom('', ' ', '　'),
      (fen, zeros, between, full, space) => {
        const amount = amountOf(fen)
        expect(amount).toMatch(/^(0|-?([1-9]\d*|0(?=\.))(\.\d\d)?)$/)
        expect(fenFromYuan(amount)).toBe(fen)
        expect(readAmount(amount, below)).toEqual({ amount })
        const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(.*)$/.exec(amount) ?? []
        const digits = between ? whole.replace(/\B(?=(\d{3})+$)/g, between) : `${'0'.repeat(zeros)}${whole}`
        const typed = `${sign}${digits}${fraction || ['', '.0', '.00'][zeros % 3]}`
        expect(readAmount(`${space}${full ? wide(typed) : typed}${space}`, below)).toEqual({ amount })
      },
    ),
  )
})

test.each([
  ['1234.5', '1234.50'],
  ['1,234.50', '1234.50'],
  ['１，２３４．５０', '1234.50'],
  ['1 234.50', '1234.50'],
  ['22000000000', '22000000000'],
  ['22,000,000,000.00', '22000000000'],
  ['0.1', '0.10'],
  ['0.00', '0'],
  ['-0', '0'],
  ['007', '7'],
  [largestAmount, largestAmount],
])('%s is %s', (written, amount) => {
  expect(readAmount(written)).toEqual({ amount })
})

test.each([
  '12,34',
  '1,2345',
  '1,234 567',
  '1 2',
  '1 23',
  '12 34',
  "1'234",
  '.5',
  '1.',
  '1.2.3',
  '1.234,50',
  '1e3',
  '2.2E+10',
  '+3',
  '(3)',
  '--3',
  '十万',
  '3美元',
  '$3',
  '3kg',
  '0x10',
  '',
  '3-5',
  '٣',
  '万元',
  '1,23万元',
  '0.0000001万',
])('%j is no sum in yuan, and nothing is offered', (written) => {
  expect(wrongOf(written)?.zh).toContain('不是以元为单位的金额')
})

test.each([
  ['220亿元', '220亿元', '22000000000'],
  ['220亿', '220亿元', '22000000000'],
  ['2.2万亿元', '22000亿元', '2200000000000'],
  ['２２００万元', '2200.00万元', '22000000'],
  ['2,200 万元', '2200.00万元', '22000000'],
  ['12.345678万元', '12.345678万元', '123456.78'],
  ['3千元', '3000.00元', '3000'],
  ['5百万', '500.00万元', '5000000'],
  ['1234.5元', '1234.50元', '1234.50'],
  ['100元整', '100.00元', '100'],
  ['¥1,234.50', '1234.50元', '1234.50'],
  ['￥100', '100.00元', '100'],
  ['人民币100万元', '100.00万元', '1000000'],
  ['RMB 30', '30.00元', '30'],
])('%j is refused, and what it says in yuan is offered', (written, spoken, yuan) => {
  expect(wrongOf(written)?.zh).toContain(`如果就是${spoken}，请写作${yuan}。`)
  expect(wrongOf(written)?.en).toContain(`write ${yuan}.`)
})

test('whatever is offered for a unit is that number of fen, and is taken', () => {
  const units = [
    ['', 2],
    ['千', 5],
    ['万', 6],
    ['百万', 8],
    ['千万', 9],
    ['亿', 10],
    ['万亿', 14],
  ] as const
  fc.assert(
    fc.property(anyFen, fc.constantFrom(...units), (fen, [unit, scale]) => {
      const digits = String(fen).padStart(scale + 1, '0')
      const written = `${digits.slice(0, -scale)}.${digits.slice(-scale)}${unit}元`
      const offered = /write (\S+)\.$/.exec(wrongOf(written)?.en ?? '')?.[1] as string
      expect(readAmount(offered)).toEqual({ amount: amountOf(fen) })
    }),
  )
})

test('a sum goes down to the fen, and no further', () => {
  for (const written of ['12.345', '1.000', '0.001'])
    expect(wrongOf(written)?.zh).toBe(`“${written}”的小数超过两位，金额只到分。请核对。`)
})

test('what lies outside the bounds is refused with the bound, at the bound it is taken', () => {
  fc.assert(
    fc.property(signed, signed, signed, (a, b, fen) => {
      const [low, high] = a < b ? [a, b] : [b, a]
      const bounds = { least: amountOf(low), most: amountOf(high) }
      const written = amountOf(fen)
      const wrong = wrongOf(written, bounds)
      if (fen < low) expect(wrong?.zh).toBe(`“${written}”太小，这一项最少为${bounds.least}元。请核对。`)
      else if (fen > high)
        expect(wrong?.en).toBe(`“${written}” is too large: the most is ${bounds.most} yuan. Check it.`)
      else expect(wrong).toBeNull()
      expect(readAmount(bounds.least, bounds)).toEqual({ amount: bounds.least })
      expect(readAmount(bounds.most, bounds)).toEqual({ amount: bounds.most })
    }),
  )
  expect(wrongOf('-0.01')?.zh).toContain('太小，这一项最少为0元')
  for (const written of ['10000000000000000', '9'.repeat(400)])
    expect(wrongOf(written)?.en).toContain(`the most is ${largestAmount}`)
  expect(wrongOf(`-${'9'.repeat(17)}`, below)?.en).toContain(`the least is ${smallestAmount}`)
})

test('a number cell of a workbook keeps a sum exactly wherever it is said to', () => {
  fc.assert(
    fc.property(signed, (fen) => {
      const amount = amountOf(fen)
      if (fitsNumberCell(amount)) expect(amountOf(fenFromYuan(String(Number(amount))))).toBe(amount)
      expect(fitsNumberCell(amount)).toBe(fen < 10n ** 15n && fen > -(10n ** 15n))
    }),
  )
})

test('a sum is shown in groups of three, and said in 万 and 亿 where it is large', () => {
  expect(groupedAmount('22000000000')).toBe('22,000,000,000.00')
  expect(
    ['9999.99', '10000', '99999999.99', '100000000', '-10000'].map((one) => spokenAmount(one).zh),
  ).toEqual(['9999.99元', '1.00万元', '9999.999999万元', '1亿元', '-1.00万元'])
  expect(spokenAmount('22000000000').en).toBe('22 billion yuan')
  expect(['9999.99', '10000', '-9999.99', '-10000'].map(isLarge)).toEqual([false, true, false, true])
})
