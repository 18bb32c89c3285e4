import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOf } from '../values/amount.ts'
import { type NumberKind, numberKinds } from './number-field.ts'
import { endsOf, rangeWords, readRange, typedRange, writeRange } from './number-range.ts'

const most = 10n ** 18n - 1n
const ends = {
  count: fc.integer({ min: 0, max: 2_147_483_647 }).map(String),
  amount: fc.bigInt({ min: -most, max: most }).map(amountOf),
}
const kinds = Object.keys(ends) as NumberKind[]
const range = fc.constantFrom(...kinds).chain((kind) =>
  fc
    .tuple(fc.option(ends[kind]), fc.option(ends[kind]))
    .filter(([a, b]) => a !== null || b !== null)
    .map(([a, b]) => {
      const { column } = numberKinds[kind]
      const crossed = a !== null && b !== null && column(b) < column(a)
      return { kind, least: crossed ? b : a, most: crossed ? a : b }
    }),
)

test('what is typed in two inputs goes through the address and comes back', () => {
  fc.assert(
    fc.property(range, ({ kind, least, most }) => {
      const zero = (end: string) => end.replace(/^(-?)/, '$10')
      const typed = typedRange(kind, {
        least: least === null ? '' : ` ${least}`,
        most: most === null ? ' ' : zero(most),
      })
      expect(typed).toEqual({ range: { least, most }, wrong: { least: null, most: null } })
      const written = writeRange({ least, most })
      // It must stand in a list of filters without being taken apart.
      expect(written).not.toMatch(/[,:]/)
      expect(readRange(kind, written)).toEqual({ least, most })
      const [from, to] = endsOf(kind, { least, most })
      expect(from).toBeLessThanOrEqual(to)
    }),
  )
})

test('a number lies in a range exactly where its column lies between the ends', () => {
  fc.assert(
    fc.property(range, fc.bigInt({ min: -most, max: most }), ({ kind, least, most }, column) => {
      const [from, to] = endsOf(kind, { least, most })
      const { column: stored, largest, smallest } = numberKinds[kind]
      fc.pre(column >= smallest && column <= largest)
      const above = least === null || column >= stored(least)
      const below = most === null || column <= stored(most)
      expect(column >= from && column <= to).toBe(above && below)
    }),
  )
})

test.each<[NumberKind, string[]]>([
  ['count', ['', '..', 'x', '1-3', '12345678901', '1.5', '-1..', '1...3', '1..2..3']],
  ['amount', ['', '..', 'x', '1,000', '1.5.', '1...3', '1.555', '万', '12345678901234567', '1..2..3', '--1']],
])('a %s is not filtered by these', (kind, wrong) => {
  for (const written of wrong) expect([written, readRange(kind, written)]).toEqual([written, null])
})

test('each wrong end says why, and nothing typed is no range', () => {
  expect(typedRange('count', { least: '', most: '' }).wrong.least?.zh).toBe('请至少填写一端。')
  expect(typedRange('count', { least: '3', most: '2' }).wrong.most?.zh).toContain('最多的数小于最少的数')
  expect(typedRange('amount', { least: '10', most: '9.99' }).wrong.most?.zh).toContain('最多的数小于最少的数')
  const { range: none, wrong } = typedRange('count', { least: '一', most: '1,000' })
  expect([none, wrong.least?.en, wrong.most?.en]).toEqual([
    null,
    expect.stringContaining('not a whole number'),
    expect.stringContaining('thousands separators'),
  ])
  expect(typedRange('amount', { least: '1,000', most: '2万元' })).toMatchObject({
    range: null,
    wrong: { least: null, most: { zh: expect.stringContaining('请写作20000') } },
  })
})

test('a range is said in words', () => {
  const said = (kind: NumberKind, written: string) => {
    const read = readRange(kind, written)
    return read && rangeWords(kind, read)
  }
  expect(['3..9', '3..', '..9', '3', '3..3', '007'].map((one) => said('count', one)?.zh)).toEqual([
    '3至9',
    '3及以上',
    '9及以下',
    '3',
    '3',
    '7',
  ])
  expect(['1.5..20000', '100000000..', '..-3', '5'].map((one) => said('amount', one)?.zh)).toEqual([
    '1.50元至2.00万元',
    '1亿元及以上',
    '-3.00元及以下',
    '5.00元',
  ])
  expect(said('amount', '22000000000..')?.en).toBe('22 billion yuan or more')
})
