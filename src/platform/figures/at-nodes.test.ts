import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '../db/scope.ts'
import type { BatchResult, Statement } from '../db/batch.ts'
import { Refusal } from '../refusal.ts'
import { dayOf2018 as day, type MovingTree, movingTree } from '../testing/two-areas/moving-tree.ts'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import { type AtNodes, atNodes } from './at-nodes.ts'
import type { Question } from './contract.ts'
import { inputsOf } from './figure.ts'
import { figuresReading } from './figures-reading.ts'
import { type Figures, onLine } from './registry.ts'

let areas: TwoAreas
let tree: MovingTree
beforeAll(async () => {
  areas = await openTwoAreas()
  tree = await movingTree(areas)
})
afterAll(() => areas.close())

const shown = () => [...areas.figures.byId.values()]
const questions = fc.record({
  along: fc.constantFrom('place' as const, 'line' as const),
  nodes: fc.uniqueArray(fc.nat(5), { minLength: 1 }),
  asOf: fc.integer({ min: 1, max: 8 }).map((month) => day(month)),
  period: fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.nat({ max: 3 }))
    .map(([from, long]) => ({ from: day(from), through: day(from + long, 25) })),
  structure: fc.constantFrom('then' as const, 'today' as const),
  structureDay: fc.constantFrom(day(1), day(4, 20), day(7)),
  /** The whole office, or the clerk of two sites. */
  scope: fc.constantFrom<readonly number[] | 'all'>('all', [1, 2], [2]),
})
type Picked = typeof questions extends fc.Arbitrary<infer One> ? One : never

const scopeOf = ({ scope }: Picked): Scope => ({
  office: 1,
  places: scope === 'all' ? 'all' : scope.map((nth) => tree.sites[nth] as string),
})
function several({ nodes, scope, ...picked }: Picked): AtNodes {
  const all = picked.along === 'place' ? tree.sites : tree.lines
  return {
    ...picked,
    hierarchy: picked.along === 'place' ? areas.figures.place : areas.figures.line,
    nodes: [...new Set(nodes.map((nth) => all[nth % all.length] as string))],
    scope: scopeOf({ nodes, scope, ...picked }),
  }
}

/** The answer of the figure's own page, null where the caller is told that there is no such node. */
async function alone(question: Question, scope: Scope) {
  try {
    const { value, absent } = await areas.value(question, scope)
    return { value, absent: absent?.code }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') return null
    throw error
  }
}

test('each of several nodes answers as it would alone, for every figure, tree, time, structure and caller', async () => {
  let [told, unseen] = [0, 0]
  await fc.assert(
    fc.asyncProperty(questions, async (picked) => {
      const question = several(picked)
      const { hierarchy: _, nodes, scope, ...asked } = question
      const able = shown().filter((figure) => picked.along === 'place' || onLine(figure))
      const answers = await atNodes(areas.figures, question, able)
      for (const { id: figure } of able) {
        for (const node of nodes) {
          const found = answers.get(figure)?.get(node)
          const got = found ? { value: found.value, absent: found.absent?.code } : null
          expect({ figure, node, got }).toEqual({
            figure,
            node,
            got: await alone({ ...asked, figure, node }, scope),
          })
          told += 1
          if (got === null) unseen += 1
        }
      }
    }),
    { numRuns: Math.ceil(0.4 * (fc.readConfigureGlobal().numRuns ?? 100)) },
  )
  expect(told).toBeGreaterThan(100)
  expect(unseen).toBeGreaterThan(0)
})

/** The figures with every statement that they ask written down. */
function watched(): { figures: Figures; asked: Statement[] } {
  const asked: Statement[] = []
  const query = async (scope: Scope, statement: Statement, known?: bigint): Promise<BatchResult> => {
    asked.push(statement)
    return await areas.database.query(scope, statement, known)
  }
  return { figures: { ...areas.figures, database: { ...areas.figures.database, query } }, asked }
}
const june = (): AtNodes => ({
  along: 'place',
  hierarchy: areas.figures.place,
  nodes: tree.sites,
  asOf: day(6, 30),
  period: { from: day(1), through: day(6, 30) },
  structure: 'then',
  structureDay: day(6, 30),
  scope: areas.whole,
})

test('a set of rows is asked once, whatever counts, sums and shares are made of it and of however many nodes', async () => {
  const { figures, asked } = watched()
  let counted = 0
  await atNodes(figures, june(), shown(), () => (counted += 1))
  const counting = asked.filter(({ name }) => !name.startsWith('recorded'))
  const sets = new Set(shown().flatMap((figure) => inputsOf(figure).map(({ rows }) => rows.id)))
  expect(counting.length).toBe(sets.size)
  expect(new Set(asked.map(({ name }) => name)).size).toBe(asked.length)
  expect(shown().flatMap((figure) => inputsOf(figure)).length).toBeGreaterThan(2 * sets.size)
  expect(counted).toBe(shown().length)
})

test('of no node nothing is asked', async () => {
  const { figures, asked } = watched()
  expect((await atNodes(figures, { ...june(), nodes: [] }, shown())).size).toBe(0)
  expect(asked).toEqual([])
})

test('a figure reads the tables of its rows, of those that they are joined with, and of the tree', () => {
  const reading = (...tables: string[]) =>
    figuresReading(areas.figures, june(), shown(), new Set(tables)).map(({ id }) => id)
  const every = shown().map(({ id }) => id)
  const holders = [
    'alpha.holders',
    'beta.payments_per_holder',
    'beta.share_with_payment',
    'beta.share_of_three',
  ]
  expect(reading()).toEqual([])
  expect(reading('site')).toEqual([])
  expect(reading('site_spell')).toEqual(every)
  expect(reading('payment_event')).toEqual(
    every.filter((id) => !['alpha.funds', 'alpha.holders', ...standing].includes(id)),
  )
  // Before the first record of its own type a figure has no value: the spells of the records count as read.
  expect(reading('payment_spell').filter((id) => holders.includes(id))).toEqual(holders.slice(1))
  expect(reading('holder_spell')).toEqual(expect.arrayContaining(holders))
  expect(reading('holder')).toEqual([])
  expect(reading('a name with spaces')).toEqual(every)
})
const standing = [
  'beta.standing',
  'beta.holders_with_payment',
  'beta.median_standing',
  'beta.high_standing',
  'beta.share_with_payment',
  'beta.share_of_three',
]
