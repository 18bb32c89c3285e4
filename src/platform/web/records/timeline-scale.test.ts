import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { scaleOf, yearTicks } from './timeline-scale.ts'

const moment = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) })

test('a later moment never stands left of an earlier one, and none leaves the picture', () => {
  fc.assert(
    fc.property(fc.array(moment, { minLength: 1, maxLength: 20 }), (moments) => {
      const scale = scaleOf(moments, 10, 900)
      const sorted = moments.toSorted((a, b) => a - b).map(scale.at)
      expect(sorted).toEqual(sorted.toSorted((a, b) => a - b))
      for (const at of sorted) expect(at >= 10 && at <= 900).toBe(true)
    }),
  )
})

test('there are no more years than asked, each within the axis', () => {
  fc.assert(
    fc.property(fc.tuple(moment, moment), fc.integer({ min: 1, max: 12 }), (moments, most) => {
      const scale = scaleOf(moments, 0, 100)
      const ticks = yearTicks(scale, most)
      expect(ticks.length).toBeLessThanOrEqual(most)
      for (const tick of ticks) expect(tick.moment >= scale.from && tick.moment <= scale.to).toBe(true)
    }),
  )
})

test('one moment alone stands in the middle', () => {
  expect(scaleOf([5, 5], 0, 100).at(5)).toBe(50)
})
