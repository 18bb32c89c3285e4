import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSegment, segmentsBetween } from './segments.ts'

test('a log of 4 GB is followed by the next', () => {
  expect(segmentsBetween('0000000100000000000000FE', '000000010000000100000001')).toEqual([
    '0000000100000000000000FE',
    '0000000100000000000000FF',
    '000000010000000100000000',
    '000000010000000100000001',
  ])
})

test('what lies between two segments is in the order of its names, whole and of one timeline', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(600), fc.integer({ min: 1, max: 0xffff }), (from, count, timeline) => {
      const name = (at: number) =>
        [timeline, Math.floor(at / 256), at % 256]
          .map((part) => part.toString(16).toUpperCase().padStart(8, '0'))
          .join('')
      const between = segmentsBetween(name(from), name(from + count))
      expect(between).toHaveLength(count + 1)
      expect(between.every(isSegment)).toBe(true)
      expect([...between].sort()).toEqual(between)
      expect([between[0], between.at(-1)]).toEqual([name(from), name(from + count)])
    }),
  )
})
