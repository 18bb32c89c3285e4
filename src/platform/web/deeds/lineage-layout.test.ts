import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Lineage } from '../../records/deeds/contract.ts'
import type { Day } from '../../values/day.ts'
import { axisHeight, inOrder, layOut } from './lineage-layout.ts'

const words = { zh: '合并', en: 'Merge' }

/** Records in the order in which they begin; each comes of some of those before it. */
const lineages = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 30 })
  .map((picks): Lineage => {
    const day = (index: number) => `20${String(10 + (index % 12)).padStart(2, '0')}-01-01` as Day
    return {
      nodes: picks.map((_, index) => ({
        id: `n${index}`,
        title: `记录${index}`,
        lives: [{ from: day(index), to: null }],
      })),
      links: picks.flatMap((from, index) =>
        index === 0
          ? []
          : [...new Set(from.map((pick) => pick % index))].map((pick) => ({
              deed: `d${index}`,
              kind: 'merge',
              words,
              from: `n${pick}`,
              to: `n${index}`,
              on: day(index),
              documentNo: null,
            })),
      ),
    }
  })

test('every record has one lane, and what came before it lies above', () => {
  fc.assert(
    fc.property(lineages, (lineage) => {
      const order = inOrder(lineage.nodes, lineage.links).map(({ id }) => id)
      expect(order.toSorted()).toEqual(lineage.nodes.map(({ id }) => id).toSorted())
      for (const { from, to } of lineage.links) expect(order.indexOf(from)).toBeLessThan(order.indexOf(to))
    }),
  )
})

test('even a circle is drawn', () => {
  const nodes = ['a', 'b'].map((id) => ({ id, title: id, lives: [] }))
  const link = (from: string, to: string) => ({
    deed: from,
    kind: 'merge',
    words,
    from,
    to,
    on: '2018-01-01' as Day,
    documentNo: null,
  })
  expect(inOrder(nodes, [link('a', 'b'), link('b', 'a')])).toHaveLength(2)
})

test('decades take more width than years, and all lanes lie beneath the axis', () => {
  const of = (from: string) =>
    layOut(
      { nodes: [{ id: 'a', title: 'a', lives: [{ from: from as Day, to: null }] }], links: [] },
      '2018-07-29' as Day,
    )
  expect(of('1958-01-01').width).toBeGreaterThan(of('2015-01-01').width)
  expect(of('1958-01-01').lanes[0]?.top).toBe(axisHeight)
})
