import { makeCreditCode } from '../../src/platform/values/credit-code.ts'
import type { Random } from '../../demo/random.ts'
import type { Spoiling } from './spoil-cells.ts'

const other = (random: Random, from: string) => from.charAt(random.between(0, from.length - 1))
/** A code with one of its characters changed: the check character finds it. */
const mistyped = (code: string, random: Random) => {
  const at = random.between(10, 16)
  for (;;) {
    const sign = other(random, '0123456789')
    if (sign !== code[at]) return `${code.slice(0, at)}${sign}${code.slice(at + 1)}`
  }
}
const of = (rows: readonly Readonly<Record<string, string>>[], at: number, key: string) =>
  rows[at]?.[key] as string

/** What extracts of the market-supervision register have wrong in them. */
export const legalPersonSpoilings: readonly Spoiling[] = [
  {
    column: 'credit_code',
    says: '校验',
    bad: (random, at, rows) => mistyped(of(rows, at, 'credit_code'), random),
  },
  { column: 'credit_code', says: '18位', bad: (_, at, rows) => of(rows, at, 'credit_code').slice(0, 17) },
  { column: 'credit_code', says: '失真', bad: () => '9.13502E+17' },
  { column: 'credit_code', says: '必填', bad: () => '' },
  {
    column: 'credit_code',
    says: '重复',
    bad: (random, at, rows) => of(rows, random.between(0, Math.max(0, at - 1)), 'credit_code'),
  },
  { column: 'kind', says: '不在选项中', bad: (random) => random.pick(['民企', '个体', '外资']) },
  { column: 'state', says: '不在选项中', bad: (random) => random.pick(['存续', '吊销未注销', '歇业']) },
  { column: 'name', says: '必填', bad: () => '' },
  { column: 'name', says: '公式出错', bad: () => '#N/A' },
  { column: 'begins', says: '不是有效日期', bad: () => '2014-02-30' },
]

/** What lists of companies have wrong in them. */
export const companySpoilings: readonly Spoiling[] = [
  {
    // In order, and nobody's of the register.
    column: 'unit_id',
    says: '没有代码为',
    bad: (random) => makeCreditCode('9', '1', '350206', `XX9${random.between(10_000, 99_999)}`),
  },
  {
    column: 'unit_id',
    says: '重复',
    bad: (random, at, rows) => of(rows, random.between(0, Math.max(0, at - 1)), 'unit_id'),
  },
  { column: 'place_id', says: '没有代码为', bad: (random) => `35020608${random.between(1000, 9999)}` },
  { column: 'industry', says: '不在选项中', bad: (random) => random.pick(['电商', '软件业', 'IT']) },
  { column: 'employees', says: '', bad: (random) => random.pick(['约30人', '-5', '12.5']) },
  { column: 'begins', says: '必填', bad: () => '' },
]

const wide = (code: string) =>
  [...code].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)).join('')

/** The same code as extracts write it: small letters, full-width signs, blanks. All of them are read. */
export const asWritten = (code: string, random: Random): string =>
  random.pick([
    (of: string) => of.toLowerCase(),
    wide,
    (of: string) => `${of.slice(0, 6)} ${of.slice(6, 12)} ${of.slice(12)}`,
    (of: string) => ` ${of}　`,
    (of: string) => of,
    (of: string) => of,
  ])(code)
