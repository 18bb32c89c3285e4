import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countRangeWords, endsOf, readCountRange, typedRange, writeCountRange } from './count-range.ts'

const end = fc.integer({ min: 0, max: 2_147_483_647 })
const range = fc
  .tuple(fc.option(end), fc.option(end))
  .filter(([least, most]) => least !== null || most !== null)
  .map(([a, b]) => (a !== null && b !== null && b < a ? { least: b, most: a } : { least: a, most: b }))

test('what is typed in two inputs goes through the address and comes back', () => {
  fc.assert(
    fc.property(range, ({ least, most }) => {
      const typed = typedRange({
        least: least === null ? '' : ` ${least}`,
        most: most === null ? ' ' : `0${most}`,
      })
      expect(typed).toEqual({ range: { least, most }, wrong: { least: null, most: null } })
      const written = writeCountRange({ least, most })
      // It must stand in a list of filters without being taken apart.
      expect(written).not.toMatch(/[,:]/)
      expect(readCountRange(written)).toEqual({ least, most })
      const [from, to] = endsOf({ least, most })
      expect(from).toBeLessThanOrEqual(to)
    }),
  )
})

test('each wrong end says why, and nothing typed is no range', () => {
  expect(typedRange({ least: '', most: '' }).wrong.least?.zh).toBe('请至少填写一端。')
  expect(typedRange({ least: '3', most: '2' }).wrong.most?.zh).toContain('最多的数小于最少的数')
  const { range: none, wrong } = typedRange({ least: '一', most: '1,000' })
  expect([none, wrong.least?.en, wrong.most?.en]).toEqual([
    null,
    expect.stringContaining('not a whole number'),
    expect.stringContaining('thousands separators'),
  ])
})

test('a range is said in words', () => {
  const words = ['3..9', '3..', '..9', '3', '3..3'].map((written) => {
    const read = readCountRange(written)
    return read && countRangeWords(read).zh
  })
  expect(words).toEqual(['3至9', '3及以上', '9及以下', '3', '3'])
})
