import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import type { Day } from '../values/day.ts'
import type { Question } from './contract.ts'
import { dimensionsOf } from './breakdown.ts'
import { figureNamed, onLine } from './registry.ts'

let areas: TwoAreas
let root: string
let lines: string[]
const sites: string[] = []

const day = (month: number, on = 1) =>
  `2018-${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}` as Day

/** A tree of sites in which holders and whole parts of it move, and payments that were made here and there. */
beforeAll(async () => {
  areas = await openTwoAreas()
  const site = async (name: string, parent: string | null) => {
    const id = await areas.establish('alpha.site', '2000-01-01', { name, code: name, parent_id: parent })
    sites.push(id)
    return id
  }
  root = await site('总', null)
  const north = await site('北', root)
  const south = await site('南', root)
  const corner = await site('北一', north)
  await site('北二', north)
  const deep = await site('北一甲', corner)
  const register = (code: string, kind: string, at: string, above: string | null, onDate: Day) =>
    areas.establish('alpha.holder', onDate, { name: code, kind, site_id: at, parent_id: above }, { code })
  const top = await register('H0', 'firm', root, null, day(1))
  const below = await register('H1', 'firm', deep, top, day(1))
  const person = await register('H2', 'person', corner, below, day(2))
  const other = await register('H3', 'person', south, top, day(3))
  lines = [top, below, person, other]
  let nth = 0
  const pay = (holder: string, onDate: Day, amount: string) =>
    areas.establish('beta.payment', onDate, { holder_id: holder, amount }, { code: `P${++nth}` })
  for (const month of [2, 3, 4, 5, 6]) {
    await pay(below, day(month, 10), String(month * 101))
    await pay(other, day(month, 20), String(month * 7))
  }
  await areas.happen('alpha.holder', below, 'moved', day(4, 5), { site_id: south })
  await areas.happen('alpha.site', corner, 're_homed', day(5, 5), { parent_id: south })
  await pay(person, day(6, 15), '33')
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
        const alone = await areas.value({ ...question, node, knownAt: String(every.known) })
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
  expect((await areas.value({ figure: 'beta.made', node: deep as string, period })).value).toBe('2')
})

test('a key beneath two parts of a node counts once in the node', async () => {
  const period = { from: day(2), through: day(5, 25) }
  const { nodes } = await areas.everyNode({ figure: 'beta.holders_paid', node: root, period })
  const of = (id: string | undefined) => nodes.find(({ node }) => node === id)?.value
  const [, north, south] = sites
  expect([of(root), of(north), of(south)]).toEqual(['2', '1', '2'])
  expect(figureNamed(areas.figures, 'beta.holders_paid').kind).toBe('flow')
})
