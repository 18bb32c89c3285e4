import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf2018 as day, movingTree } from '../testing/two-areas/moving-tree.ts'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import type { Question } from './contract.ts'
import { dimensionsOf } from './breakdown.ts'
import { type Figure, kindsOf, takes } from './figure.ts'
import { figureNamed, onLine } from './registry.ts'

let areas: TwoAreas
let root: string
let sites: readonly string[]
let lineNodes: readonly string[]

beforeAll(async () => {
  areas = await openTwoAreas()
  ;({ sites, lines: lineNodes } = await movingTree(areas))
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
      const nodes = picked.along === 'place' ? sites : lineNodes
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

test('each cell of a sheet is what its figure answers alone at the node, and there are the node and its children', async () => {
  const figures = [...areas.figures.byId.values()].filter((figure) => dimensionsOf(figure).includes('place'))
  const lines = fc.array(fc.record({ figure: fc.nat(), against: fc.option(fc.nat()), kind: fc.nat() }), {
    minLength: 1,
    maxLength: 6,
  })
  let compared = 0
  await fc.assert(
    fc.asyncProperty(questions, lines, async ({ figure: _one, knownAt, node, ...picked }, wanted) => {
      const along = figures.filter((figure) => picked.along === 'place' || onLine(figure))
      const able = along.filter((figure) => takes(figure) === takes(along[node % along.length] as Figure))
      const nodes = picked.along === 'place' ? sites : lineNodes
      const question = {
        ...picked,
        node: nodes[node % nodes.length] as string,
        ...(knownAt ? { knownAt } : {}),
      }
      const asked = wanted.map((line) => {
        const figure = able[line.figure % able.length] as Figure
        const kinds = Object.keys(kindsOf(figure))
        const kind = kinds[line.kind % (kinds.length + 1)]
        const others = able.filter(({ unit, id }) => unit.en === figure.unit.en && id !== figure.id)
        const against = line.against === null || kind ? undefined : others[line.against % others.length]?.id
        return { figure: figure.id, ...(kind ? { kind } : {}), ...(against ? { against } : {}) }
      })
      const sheet = await areas.sheet(question, asked)
      expect(sheet.nodes.length === 0 || sheet.nodes.some((one) => one.node === question.node)).toBe(true)
      for (const { node: at, cells } of sheet.nodes)
        for (const [index, { figure, kind, against }] of asked.entries()) {
          const alone = async (id: string) =>
            await areas.value({
              ...question,
              figure: id,
              node: at,
              knownAt: String(sheet.known),
              ...(kind ? { kind } : {}),
            })
          const own = await alone(figure)
          const cell = cells[index]
          expect([figure, at, cell?.value, cell?.absent?.code]).toEqual([
            figure,
            at,
            own.value,
            own.absent?.code,
          ])
          if (against)
            expect([against, at, cell?.against?.value]).toEqual([against, at, (await alone(against)).value])
          compared += 1
        }
    }),
    { numRuns: Math.ceil(0.4 * (fc.readConfigureGlobal().numRuns ?? 100)) },
  )
  expect(compared).toBeGreaterThan(60)
})

test('a sheet holds the asked node and its children, and no node further down', async () => {
  const [, north, south, corner, , deep] = sites
  const at = { node: root, asOf: day(1) }
  const { nodes } = await areas.sheet(at, [{ figure: 'alpha.holders' }])
  expect(new Set(nodes.map(({ node }) => node))).toEqual(new Set([root, north, south]))
  const below = await areas.sheet({ ...at, node: corner as string }, [{ figure: 'alpha.holders' }])
  expect(new Set(below.nodes.map(({ node }) => node))).toEqual(new Set([corner, deep]))
})

test('a difference is of the exact values, and of nothing where either is absent', async () => {
  const period = { from: day(2), through: day(6, 25) }
  const lines = [
    { figure: 'beta.paid', against: 'beta.taken_back' },
    { figure: 'beta.mean_payment', against: 'beta.net_whole' },
    { figure: 'beta.made' },
  ]
  const at = { node: root, period, asOf: day(6, 25) }
  const [paid, mean, alone] =
    (await areas.sheet(at, lines)).nodes.find(({ node }) => node === root)?.cells ?? []
  expect(paid?.difference).toBe((await areas.value({ ...at, figure: 'beta.net' })).value)
  // 2.179 less 21.79, which are shown as 2.18 and 22.
  expect(mean).toMatchObject({ value: '2.18', against: { value: '22' }, difference: '-19.61' })
  expect(alone?.difference).toBeNull()
  const nothing = await areas.sheet({ ...at, node: sites[4] as string }, lines)
  expect(nothing.nodes[0]?.cells[1]).toMatchObject({
    value: null,
    absent: { code: 'no_rows' },
    difference: null,
  })
})

test('figures of different units or times, and what a figure has not, are refused', async () => {
  const at = { node: root, asOf: day(1) }
  const refused = async (
    line: { figure: string; kind?: string; against?: string },
    along: 'place' | 'line' = 'place',
  ) =>
    await areas.sheet({ ...at, along, ...(along === 'line' ? { node: lineNodes[0] as string } : {}) }, [
      { figure: 'alpha.holders' },
      line,
    ])
  for (const line of [
    { figure: 'beta.paid', against: 'alpha.holders' },
    { figure: 'alpha.holders', kind: 'nobody' },
    { figure: 'beta.made' },
  ])
    await expect(refused(line)).rejects.toMatchObject({ code: 'INVALID' })
  const placeOnly = [...areas.figures.byId.values()].find((figure) => !onLine(figure))
  await expect(refused({ figure: placeOnly?.id ?? '' }, 'line')).rejects.toMatchObject({ code: 'INVALID' })
})
