import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AtNodes, atNodes } from '../../platform/figures/at-nodes.ts'
import type { Evaluated } from '../../platform/figures/evaluate.ts'
import { figureNamed } from '../../platform/figures/registry.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { organisationArea } from './area.ts'
import { askingOf, latest, type Sample, samples } from './testing/model/asking.ts'
import { commands } from './testing/model/commands.ts'
import type { Asking } from './testing/model/counted-row.ts'
import { beginOffice, type Played, playAll } from './testing/model/play.ts'

const numRuns = Math.max(1, Math.round((fc.readConfigureGlobal().numRuns ?? 100) * 0.08))

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase([organisationArea])
})
afterAll(() => database.drop())

test('each of several nodes answers as it would alone, also for what comes and goes, along places and organisations', {
  timeout: 900_000,
}, async () => {
  let came = 0
  await fc.assert(
    fc.asyncProperty(commands, fc.array(samples, { minLength: 6, maxLength: 6 }), async (deeds, asked) => {
      const played = await beginOffice(database)
      await playAll(played, deeds)
      for (const sample of asked)
        came += await severalAnswer(played, { ...sample, known: latest, kind: null })
    }),
    { numRuns },
  )
  expect(came).toBeGreaterThan(0)
})

/** How many movements there were. */
async function severalAnswer({ office, model }: Played, sample: Sample): Promise<number> {
  const asking = [0, 1, 2, 3, 7].flatMap(
    (more) => askingOf(model.now, model.now, { ...sample, node: sample.node + more }) ?? [],
  )
  const nodes = [...new Set(asking.map(({ node }) => node))]
  const { figure, along, asOf, from, through, structure, today } = asking[0] as Asking
  const days = { asOf, period: { from, through }, structureDay: today } as Pick<
    AtNodes,
    'asOf' | 'period' | 'structureDay'
  >
  const question = { ...days, along, structure }
  const lines = organisationArea.balances?.flatMap(({ comings, goings }) => [...comings, ...goings]) ?? []
  const asked = [figureNamed(office.figures, `organisation.${figure}`), ...lines]
  const answers = await atNodes(
    office.figures,
    { ...question, nodes, hierarchy: office.figures[along], scope: office.whole },
    asked,
  )
  let came = 0
  for (const { id } of asked) {
    const found = answers.get(id) ?? new Map<string, Evaluated>()
    expect([...found.keys()].sort()).toEqual(nodes.toSorted())
    for (const [node, { value, absent }] of found) {
      const alone = await office.value({ ...question, figure: id, node })
      expect([id, node, value, absent?.code]).toEqual([id, node, alone.value, alone.absent?.code])
      if (id !== asked[0]?.id) came += Number(value)
    }
  }
  return came
}
