import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Fen } from './money.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['仟', '佰', '拾', ''] as const
const limit = 10n ** 18n

function digit(value: number): string {
  return digits.charAt(value)
}

/** Below 10 000, with inner zeros collapsed to one 零 and without leading or trailing ones. */
function group(value: number): string {
  let words = ''
  let zero = false
  for (const [index, place] of places.entries()) {
    const figure = Math.floor(value / 10 ** (3 - index)) % 10
    if (figure === 0) {
      zero = words !== ''
      continue
    }
    words += (zero ? '零' : '') + digit(figure) + place
    zero = false
  }
  return words
}

/** `high` and `low` around a unit of 10^size; 零 where the low part leaves out its first digit. */
function around(high: string, unit: string, low: string, lowIsShort: boolean): string {
  if (high === '') return low
  return high + unit + (low !== '' && lowIsShort ? '零' : '') + low
}

/** Below 100 000 000. */
function wan(value: number): string {
  const low = value % 10_000
  return around(group(Math.floor(value / 10_000)), '万', group(low), low < 1000)
}

function integer(value: bigint): string {
  const low = Number(value % 100_000_000n)
  return around(wan(Number(value / 100_000_000n)), '亿', wan(low), low < 10_000_000)
}

/**
 * Chinese capital amount for contracts and receipts: 1050.08 is 壹仟零伍拾元零捌分, 12.50 is 壹拾贰元伍角整.
 * Follows 支付结算办法 (银发〔1997〕393号) annex 1. Throws Refusal INVALID beyond 9999 9999 9999 9999.99 yuan.
 */
export function moneyInCapitals(amount: Fen): string {
  const magnitude = amount < 0n ? -amount : amount
  if (magnitude >= limit) {
    throw new Refusal(
      'INVALID',
      text(
        '金额超过9999999999999999.99元，无法大写',
        'The amount exceeds 9999999999999999.99 yuan and has no capital form',
      ),
      { fen: String(amount) },
    )
  }
  const sign = amount < 0n ? '负' : ''
  const yuan = magnitude / 100n
  const jiao = Number((magnitude / 10n) % 10n)
  const cents = Number(magnitude % 10n)
  const whole = yuan === 0n ? '' : `${integer(yuan)}元`
  if (jiao === 0 && cents === 0) return `${sign}${whole || '零元'}整`
  if (cents === 0) return `${sign}${whole}${digit(jiao)}角整`
  const jiaoWords = jiao > 0 ? `${digit(jiao)}角` : whole === '' ? '' : '零'
  return `${sign}${whole}${jiaoWords}${digit(cents)}分`
}
