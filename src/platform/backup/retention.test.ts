import fc from 'fast-check'
import { expect, test } from 'vitest'
import { surplus } from './retention.ts'

test('the newest stay, as many as are to be kept, and never none', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { maxLength: 20 }), fc.nat(10), (made, keep) => {
      const oldestFirst = made.toSorted((a, b) => a - b)
      const gone = surplus(oldestFirst, keep)
      const kept = oldestFirst.filter((each) => !gone.includes(each))
      expect(kept).toHaveLength(Math.min(made.length, Math.max(1, keep)))
      for (const each of gone) expect(each).toBeLessThan(kept[0] as number)
    }),
  )
})
