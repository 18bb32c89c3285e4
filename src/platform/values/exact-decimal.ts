import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import { toHalfWidth } from './half-width.ts'

const shape = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/
// Sixteen integer digits and two decimals fit a bigint column of the database.
const integerDigits = 16

function refuse(what: Text, value: string, because: Text): never {
  throw new Refusal(
    'INVALID',
    text(`${what.zh}“${value}”${because.zh}`, `${what.en} "${value}" ${because.en}`),
    { value },
  )
}

/**
 * Decimal text to a whole number of units of 10^-decimals: '1,234.5' with 2 decimals is 123450n.
 * Full-width digits and thousands commas are read. Throws Refusal INVALID when it is no number, has more decimals
 * than asked, or more than 16 integer digits.
 */
export function readDecimal(value: string, decimals: number, what: Text): bigint {
  const match = shape.exec(toHalfWidth(value).trim().replace('−', '-'))
  if (!match)
    return refuse(
      what,
      value,
      text('不是数字，请只填数字，如“1234.56”', 'is not a number: write digits only, such as 1234.56'),
    )
  const [, sign, grouped = '', fraction = ''] = match
  const integer = grouped.replaceAll(',', '').replace(/^0+(?=\d)/, '')
  if (fraction.length > decimals) {
    return refuse(
      what,
      value,
      text(`的小数超过${decimals}位，请核对`, `has more than ${decimals} decimals: please check it`),
    )
  }
  if (integer.length > integerDigits) {
    return refuse(
      what,
      value,
      text(
        `的整数超过${integerDigits}位，请核对`,
        `has more than ${integerDigits} integer digits: please check it`,
      ),
    )
  }
  const units = BigInt(integer + fraction.padEnd(decimals, '0'))
  return sign === '-' ? -units : units
}

/** Units of 10^-scale to decimal text, exactly: zeros beyond `leastDecimals` are dropped, nothing is rounded. */
export function writeDecimal(units: bigint, scale: number, leastDecimals: number, grouped: boolean): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const integer = digits.slice(0, digits.length - scale)
  const fraction = digits
    .slice(digits.length - scale)
    .replace(/0+$/, '')
    .padEnd(leastDecimals, '0')
  const whole = grouped ? integer.replace(/\B(?=(\d{3})+$)/g, ',') : integer
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** dividend ÷ divisor (> 0) to the nearest whole number, halves away from zero (四舍五入). */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const magnitude = ((dividend < 0n ? -dividend : dividend) * 2n + divisor) / (divisor * 2n)
  return dividend < 0n ? -magnitude : magnitude
}
