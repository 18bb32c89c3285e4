import { type Text, text } from '../text.ts'
import { toHalfWidth } from './half-width.ts'

/** How small and how large a count may be: from 0 where nothing is said, and never more than an `int` column holds. */
export type CountBounds = { readonly least?: number; readonly most?: number }
/** Decimal text without leading zeros, or what is wrong with what was written and what to do. */
export type CountRead = { readonly count: string } | { readonly wrong: Text }

export const largestCount = 2_147_483_647
const grouped = /^\d{1,3}(?:[, '’]\d{3})+$/

/**
 * A whole number as it is typed, or stands in a cell: '７', ' 7 ' and '007' are '7'. A sign, decimals, a unit and thousands
 * separators are refused rather than guessed at, since 1,200 may be two numbers and 3.000 three.
 */
export function readCount(written: string, { least = 0, most = largestCount }: CountBounds = {}): CountRead {
  const folded = toHalfWidth(written).trim()
  if (grouped.test(folded)) return { wrong: separated(written, folded.replace(/\D/g, '')) }
  if (!/^\d+$/.test(folded)) return { wrong: notWhole(written) }
  const count = folded.replace(/^0+(?=\d)/, '')
  // Nothing of ten digits or fewer is rounded; what is longer is too large anyhow.
  if (count.length > 10 || Number(count) > most) return { wrong: tooLarge(written, most) }
  return Number(count) < least ? { wrong: tooSmall(written, least) } : { count }
}

/** The next count up or down, within the bounds; from nothing the first one. What is no count stays as it is. */
export function stepCount(written: string, by: 1 | -1, bounds: CountBounds = {}): string {
  const { least = 0, most = largestCount } = bounds
  if (written.trim() === '') return String(least)
  const read = readCount(written)
  if ('wrong' in read) return written
  return String(Math.min(most, Math.max(least, Number(read.count) + by)))
}

const notWhole = (value: string) =>
  text(
    `“${value}”不是从0起的整数。请只填数字，如“12”，不带小数、正负号和单位。`,
    `“${value}” is not a whole number from 0 up. Write digits only, such as 12: no decimals, no sign, no unit.`,
  )
const separated = (value: string, digits: string) =>
  text(
    `“${value}”带有千分位分隔符，可能被看成几个数。请只填数字：${digits}。`,
    `“${value}” has thousands separators and may be taken for several numbers. Write digits only: ${digits}.`,
  )
const tooSmall = (value: string, least: number) =>
  text(
    `“${value}”太小，这一项最少为${least}。请核对。`,
    `“${value}” is too small: the least is ${least}. Check it.`,
  )
const tooLarge = (value: string, most: number) =>
  text(
    `“${value}”太大，这一项最多为${most}。请核对。`,
    `“${value}” is too large: the most is ${most}. Check it.`,
  )
