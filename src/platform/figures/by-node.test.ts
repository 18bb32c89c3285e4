import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf2018 as day, movingTree } from '../testing/two-areas/moving-tree.ts'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import type { Question } from './contract.ts'
import { dimensionsOf } from './breakdown.ts'
import { figureNamed, onLine } from './registry.ts'

let areas: TwoAreas
let root: string
let sites: readonly string[]
let lines: readonly string[]

beforeAll(async () => {
  areas = await openTwoAreas()
  ;({ sites, lines } = await movingTree(areas))
  root = sites[0] as string
})
afterAll(() => areas.close())

const questions = fc.record({
  figure: fc.nat(),
  along: fc.constantFrom('place' as const, 'line' as const),
  node: fc.nat(),
  asOf: fc.integer({ min: 1, max: 8 }).map((month) => day(month)),
  period: fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.nat({ max: 3 }))
    .map(([from, long]) => ({ from: day(from), through: day(from + long, 25) })),
  structure: fc.constantFrom('then' as const, 'today' as const),
  knownAt: fc.option(fc.integer({ min: 8, max: 24 }).map(String), { nil: undefined }),
})

test('every node answers as it would alone, for any figure, tree, time, structure and knowledge', async () => {
  const figures = [...areas.figures.byId.values()].filter((figure) => dimensionsOf(figure).includes('place'))
  let compared = 0
  await fc.assert(
    fc.asyncProperty(questions, async ({ knownAt, ...picked }) => {
      const able = figures.filter((figure) => picked.along === 'place' || onLine(figure))
      const figure = able[picked.figure % able.length]?.id ?? ''
      const nodes = picked.along === 'place' ? sites : lines
      const question: Question = {
        ...picked,
        figure,
        node: nodes[picked.node % nodes.length] as string,
        ...(knownAt ? { knownAt } : {}),
      }
      const every = await areas.everyNode(question)
      for (const { node, value, absent } of every.nodes) {
        const alone = await areas.answer({ ...question, node, knownAt: String(every.known) })
        expect([figure, node, value, absent?.code]).toEqual([figure, node, alone.value, alone.absent?.code])
        compared += 1
      }
    }),
    { numRuns: Math.ceil(0.6 * (fc.readConfigureGlobal().numRuns ?? 100)) },
  )
  expect(compared).toBeGreaterThan(60)
})

test('the nodes are those in force on the day, with and without rows', async () => {
  const { nodes } = await areas.everyNode({ figure: 'alpha.holders', node: root, asOf: day(1) })
  expect(nodes.map(({ node }) => node).toSorted()).toEqual(sites.toSorted())
  expect(nodes.find(({ node }) => node === root)?.value).toBe('2')
  expect(nodes.filter(({ value }) => value === '0')).toHaveLength(2)
})

test('a node that came beneath the asked one within the period counts what it had elsewhere before, as it does alone', async () => {
  const period = { from: day(2), through: day(5, 25) }
  const [, , south, , , deep] = sites
  const { nodes } = await areas.everyNode({ figure: 'beta.made', node: south as string, period })
  // Two payments were made there before it moved with the site above it, one a month after its holder had left.
  expect(nodes.find(({ node }) => node === deep)?.value).toBe('2')
  expect((await areas.answer({ figure: 'beta.made', node: deep as string, period })).value).toBe('2')
})

test('a key beneath two parts of a node counts once in the node', async () => {
  const period = { from: day(2), through: day(5, 25) }
  const { nodes } = await areas.everyNode({ figure: 'beta.holders_paid', node: root, period })
  const of = (id: string | undefined) => nodes.find(({ node }) => node === id)?.value
  const [, north, south] = sites
  expect([of(root), of(north), of(south)]).toEqual(['2', '1', '2'])
  expect(figureNamed(areas.figures, 'beta.holders_paid').kind).toBe('flow')
})
