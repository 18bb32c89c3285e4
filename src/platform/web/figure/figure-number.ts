import { text, type Text } from '../../text.ts'
import { divideHalfUp, readDecimal, writeDecimal } from '../../values/exact-decimal.ts'
import { fen, formatMoney } from '../../values/money.ts'

const number = text('数值', 'Value')

type Exact = { readonly units: bigint; readonly scale: number }

function exact(value: string): Exact {
  const scale = value.split('.')[1]?.length ?? 0
  return { units: readDecimal(value, scale, number), scale }
}

function atScale({ units, scale }: Exact, wanted: number): bigint {
  return wanted >= scale
    ? units * 10n ** BigInt(wanted - scale)
    : divideHalfUp(units, 10n ** BigInt(scale - wanted))
}

/** Exact decimal text as shown: rounded half up to the figure's decimals, thousands grouped. */
export function showNumber(value: string, decimals: number): string {
  return writeDecimal(atScale(exact(value), decimals), decimals, decimals, true)
}

/** An amount as it is stored, with all its decimals. */
export function showAmount(value: string): string {
  const { units, scale } = exact(value)
  return writeDecimal(units, scale, scale, true)
}

/** `value − before` with its sign written out: '+2', '−0.5', '0'. A true minus sign, as in print. */
export function showDifference(value: string, before: string, decimals: number): string {
  const [a, b] = [exact(value), exact(before)]
  const scale = Math.max(a.scale, b.scale)
  const units = atScale({ units: atScale(a, scale) - atScale(b, scale), scale }, decimals)
  const shown = writeDecimal(units < 0n ? -units : units, decimals, decimals, true)
  return units > 0n ? `+${shown}` : units < 0n ? `−${shown}` : shown
}

const yuan = (much: bigint) => much * 100n
const wan = yuan(10_000n)

/** A large amount in yuan as it is also read: '123.4567万元', '220亿元'; '22 billion yuan'. Empty where that says no more. */
export function largeMoney(value: string, unit: Text): Text {
  if (unit.en !== 'yuan') return text('', '')
  const amount = fen(atScale(exact(value), 2))
  const size = amount < 0n ? -amount : amount
  return {
    zh: size < wan ? '' : formatMoney(amount, 'zh', size < 10_000n * wan ? 'wan' : 'yi'),
    en: size < 100n * wan ? '' : formatMoney(amount, 'en', size < 100_000n * wan ? 'wan' : 'yi'),
  }
}

/** A number with its unit: '9 个', '100%'. */
export function withUnit(shown: string, unit: Text): Text {
  const join = (word: string) =>
    word === '' ? shown : /^[%‰×]/.test(word) ? `${shown}${word}` : `${shown} ${word}`
  return text(join(unit.zh), join(unit.en))
}
