import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { magnitudeJump } from './magnitude-jump.ts'

const any = fc.bigInt({ min: 1n, max: 10n ** 18n })
const power = fc.constantFrom(4 as const, 8 as const)
const within = fc.bigInt({ min: 1n, max: 99n })

test('a unit that was mistaken is told, in both directions, whatever happened beside it', () => {
  fc.assert(
    fc.property(any, power, within, fc.bigInt({ min: 1n, max: 99n }), (before, by, most, times) => {
      fc.pre(times <= most)
      const now = before * times * 10n ** BigInt(by)
      expect(magnitudeJump(before, now, most)).toEqual({ power: by, larger: true })
      expect(magnitudeJump(now, before, most)).toEqual({ power: by, larger: false })
    }),
  )
})

test('the ratio lies within the factor of the power exactly where a jump is told', () => {
  // Scaled, so that the ratio of two whole numbers is compared without a division.
  const isNear = (less: bigint, more: bigint, factor: bigint, most: bigint) =>
    more * most - less * factor >= 0n && less * factor * most - more >= 0n
  fc.assert(
    fc.property(any, any, within, (before, now, most) => {
      const [less, more] = before < now ? [before, now] : [now, before]
      const four = isNear(less, more, 10_000n, most)
      const eight = isNear(less, more, 100_000_000n, most)
      expect(magnitudeJump(before, now, most)?.power).toBe(four ? 4 : eight ? 8 : undefined)
    }),
  )
})

test.each<[bigint, bigint, ReturnType<typeof magnitudeJump>]>([
  [50_000n, 500_000_000n, { power: 4, larger: true }],
  [22_000_000_000n, 2_200_000n, { power: 4, larger: false }],
  [220n, 22_000_000_000n, { power: 8, larger: true }],
  [1n, 2_000n, { power: 4, larger: true }],
  [1n, 1_999n, null],
  [1n, 50_000n, { power: 4, larger: true }],
  [1n, 50_001n, null],
  [-3n, 30_000n, { power: 4, larger: true }],
  [0n, 10_000n, null],
  [10_000n, 0n, null],
  [7n, 7n, null],
])('from %s to %s', (before, now, expected) => {
  expect(magnitudeJump(before, now)).toEqual(expected)
})
