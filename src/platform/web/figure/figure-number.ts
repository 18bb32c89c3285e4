import { text, type Text } from '../../text.ts'
import { divideHalfUp, readDecimal, writeDecimal } from '../../values/exact-decimal.ts'

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

/** A number with its unit: '9 个', '100%'. */
export function withUnit(shown: string, unit: Text): Text {
  const join = (word: string) =>
    word === '' ? shown : /^[%‰×]/.test(word) ? `${shown}${word}` : `${shown} ${word}`
  return text(join(unit.zh), join(unit.en))
}
