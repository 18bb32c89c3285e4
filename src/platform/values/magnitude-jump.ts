/** How one whole number differs from the one before it, where a unit may have been mistaken. */
export type MagnitudeJump = {
  /** 万 for one is ten thousand of them, 亿 a hundred million: 10^4 or 10^8. */
  readonly power: 4 | 8
  readonly larger: boolean
}

const powers = [4, 8] as const

/**
 * Tells when two numbers differ by about 10^4 or 10^8, as they do where 万 or 亿 was left out or written once too often. `within`, a whole
 * number, is how much more or less than the power the ratio may be: within 5, 2 000 to 50 000 times. Zero is no part of anything, and
 * the sign is none of a unit's.
 */
export function magnitudeJump(before: bigint, now: bigint, within = 5n): MagnitudeJump | null {
  const [a, b] = [size(before), size(now)]
  const [less, more] = a < b ? [a, b] : [b, a]
  if (less === 0n) return null
  const power = powers.find((candidate) => {
    const factor = less * 10n ** BigInt(candidate)
    return more * within >= factor && more <= factor * within
  })
  return power === undefined ? null : { power, larger: b > a }
}

const size = (value: bigint) => (value < 0n ? -value : value)
