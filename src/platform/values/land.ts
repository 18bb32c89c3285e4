import { Refusal } from '../refusal.ts'
import { type Language, text } from '../text.ts'
import { divideHalfUp, readDecimal, writeDecimal } from './exact-decimal.ts'

/** An area of land or floor in 0.01 m². */
export type LandArea = bigint & { readonly __brand: 'LandArea' }

const what = text('面积', 'Area')
// Survey certificates give mu to four decimals at most; six leave room for converted figures.
const muDecimals = 6
const limit = 10n ** 18n

export function landArea(hundredths: bigint): LandArea {
  return hundredths as LandArea
}

function read(value: string, decimals: number): bigint {
  const units = readDecimal(value, decimals, what)
  if (units >= 0n) return units
  throw new Refusal('INVALID', text(`面积“${value}”不能为负数`, `Area "${value}" cannot be negative`), {
    value,
  })
}

/** '1,554,000.00' m². Throws Refusal INVALID when negative, no number, or beyond two decimals. */
export function landFromSquareMetres(value: string): LandArea {
  return landArea(read(value, 2))
}

/** 1 mu = 10000/15 m², half up to 0.01 m². Throws Refusal INVALID when negative, no number, or beyond six decimals. */
export function landFromMu(value: string): LandArea {
  const area = divideHalfUp(read(value, muDecimals) * 1_000_000n, 15n * 10n ** BigInt(muDecimals))
  if (area < limit) return landArea(area)
  throw new Refusal(
    'INVALID',
    text(`面积“${value}”亩过大，请核对`, `Area "${value}" mu is too large: please check it`),
    { value },
  )
}

/** '2331.00亩' or '2,331.00 mu': two decimals, half up. */
export function formatMu(area: LandArea, language: Language): string {
  const mu = writeDecimal(divideHalfUp(area * 15n, 10_000n), 2, 2, language === 'en')
  return language === 'zh' ? `${mu}亩` : `${mu} mu`
}

/** '1554000.00平方米' or '1,554,000.00 m²'. */
export function formatSquareMetres(area: LandArea, language: Language): string {
  const squareMetres = writeDecimal(area, 2, 2, language === 'en')
  return language === 'zh' ? `${squareMetres}平方米` : `${squareMetres} m²`
}
