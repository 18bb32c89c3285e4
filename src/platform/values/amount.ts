import { type Text, text } from '../text.ts'
import { readDecimal, writeDecimal } from './exact-decimal.ts'
import { toHalfWidth } from './half-width.ts'
import { type Fen, fenFromYuan, formatMoney, moneyUnits } from './money.ts'

/** How little and how much a sum may be, in yuan as {@link readAmount} gives it; from 0 where nothing is said. */
export type AmountBounds = { readonly least?: string; readonly most?: string }
/** Yuan as decimal text in its one form, or what is wrong with what was written and what to do. */
export type AmountRead = { readonly amount: string } | { readonly wrong: Text }

/** Sixteen digits of yuan and two decimals are less than a `bigint` of fen holds. */
export const largestAmount = '9999999999999999.99'
export const smallestAmount = `-${largestAmount}`
/** Below it a sum has at most the 15 digits that a number cell of a workbook keeps. */
export const largestInNumberCell = '9999999999999.99'

// In groups of three, all parted by commas or all by spaces, digits are one number (GB/T 15835-2011).
const number = /^(-?)(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+)(?:\.(\d+))?$/
const withUnit =
  /^(?:人民币|rmb|cny|¥|￥)?\s*(-?[\d,]+(?:\.\d+)?)\s*(万亿|亿|千万|百万|万|千)?\s*(?:元|yuan)?整?$/i
const powers: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 }
const wholeDigits = 16

/**
 * A sum of yuan as it is typed, or stands in a cell: '１,234.5', ' 1234.50 ' and '001234.5' are '1234.50', '3.00' is '3'. A unit is
 * refused and never guessed at; what it says in yuan is offered instead.
 */
export function readAmount(
  written: string,
  { least = '0', most = largestAmount }: AmountBounds = {},
): AmountRead {
  const folded = toHalfWidth(written).trim().replace('−', '-')
  const [, sign = '', grouped, fraction = ''] = number.exec(folded) ?? []
  if (grouped === undefined) return { wrong: notAnAmount(written, inYuan(folded)) }
  if (fraction.length > 2) return { wrong: tooFine(written) }
  const whole = grouped.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
  if (whole.length > wholeDigits) return { wrong: sign ? tooSmall(written, least) : tooLarge(written, most) }
  const fen = fenFromYuan(`${sign}${whole}${fraction ? `.${fraction}` : ''}`)
  if (fen > fenFromYuan(most)) return { wrong: tooLarge(written, most) }
  return fen < fenFromYuan(least) ? { wrong: tooSmall(written, least) } : { amount: amountOf(fen) }
}

/** The one form: no decimals where they are none, else two; no zeros in front. */
export function amountOf(fen: Fen | bigint): string {
  return fen % 100n === 0n ? String(fen / 100n) : writeDecimal(fen, 2, 2, false)
}

/** Whether a number cell of a workbook holds the sum exactly. */
export function fitsNumberCell(amount: string): boolean {
  const fen = fenFromYuan(amount)
  return (fen < 0n ? -fen : fen) <= fenFromYuan(largestInNumberCell)
}

/** '22,000,000,000.00': for eyes, with all decimals, that a column of them can be compared. */
export const groupedAmount = (amount: string): string => writeDecimal(fenFromYuan(amount), 2, 2, true)

/** '220亿元', '22 billion yuan': exact, in the unit in which a sum of that size is said. */
export function spokenAmount(amount: string): Text {
  const fen = fenFromYuan(amount)
  const yuan = (fen < 0n ? -fen : fen) / 100n
  const unit = moneyUnits[yuan >= 100_000_000n ? 2 : yuan >= 10_000n ? 1 : 0]
  return text(formatMoney(fen, 'zh', unit), formatMoney(fen, 'en', unit))
}

/** Whether it is said otherwise than it is written. */
export function isLarge(amount: string): boolean {
  const fen = fenFromYuan(amount)
  return fen >= 1_000_000n || fen <= -1_000_000n
}

/** What a number with a unit comes to in yuan; null where that is no whole number of fen, or more than can be kept. */
function inYuan(folded: string): string | null {
  const [, digits = '', unit = ''] = withUnit.exec(folded) ?? []
  const power = powers[unit] ?? 0
  const plain = digits.includes(',') && !number.test(digits) ? '' : digits.replaceAll(',', '')
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.')
  if (whole === '' || whole.length > wholeDigits - power || fraction.length > 2 + power) return null
  return amountOf(readDecimal(plain, 2 + power, text('金额', 'Amount')))
}

const notAnAmount = (value: string, yuan: string | null) =>
  yuan === null
    ? text(
        `“${value}”不是以元为单位的金额。请只填数字，最多两位小数，如“1234.50”，不带单位和货币符号。`,
        `“${value}” is not a sum in yuan. Write digits only, with at most two decimals, such as 1234.50: no unit and no sign of a currency.`,
      )
    : text(
        `“${value}”带有单位或货币符号，这里只填以元为单位的数字。如果就是${spokenAmount(yuan).zh}，请写作${yuan}。`,
        `“${value}” has a unit or the sign of a currency; only digits in yuan are written here. If ${spokenAmount(yuan).en} is meant, write ${yuan}.`,
      )
const tooFine = (value: string) =>
  text(
    `“${value}”的小数超过两位，金额只到分。请核对。`,
    `“${value}” has more than two decimals, and a sum goes down to the fen alone. Check it.`,
  )
const tooSmall = (value: string, least: string) =>
  text(
    `“${value}”太小，这一项最少为${least}元。请核对。`,
    `“${value}” is too small: the least is ${least} yuan. Check it.`,
  )
const tooLarge = (value: string, most: string) =>
  text(
    `“${value}”太大，这一项最多为${most}元。请核对。`,
    `“${value}” is too large: the most is ${most} yuan. Check it.`,
  )
