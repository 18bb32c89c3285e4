import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProcedureName } from './testing/matrix/ask.ts'
import { cases } from './testing/matrix/cases.ts'
import { type Declared, declared } from './testing/matrix/declared.ts'
import { type Matrix, openMatrix } from './testing/matrix/matrix.ts'

let matrix: Matrix
beforeAll(async () => {
  matrix = await openMatrix()
})
afterAll(() => matrix.close())

const names = Object.keys(cases) as ProcedureName[]

test.each(names)('%s: who may, and what of which place, from everybody’s side', async (name) => {
  expect(await matrix.faultsOf(name)).toEqual([])
})

const access = async (name: ProcedureName) => ((await declared()).get(name) as Declared).access

test('the matrix bites: a door left open and a wall taken down turn it red', async () => {
  const [value, tree] = [await access('figures/value'), await access('organisation/fourInOneTree')]
  value.permission = 'signed-in'
  tree.scope = 'office'
  expect(await matrix.faultsOf('figures/value', 1)).not.toEqual([])
  expect(await matrix.faultsOf('organisation/fourInOneTree', 1)).not.toEqual([])
  value.permission = 'figures.see_value'
  tree.scope = 'place'
  const { admin } = matrix.world
  for (const change of ['disable', 'enable']) {
    for (const table of ['people.person', 'people.person_spell', 'people.person_event'])
      await admin.query(`alter table ${table} ${change} row level security`)
    const faults = await matrix.faultsOf('records/search', 1)
    expect([change, faults.length > 0]).toEqual([change, change === 'disable'])
  }
})

test('the log names nobody', () => {
  const said = matrix.lines.join('')
  for (const { canary, phone, birth } of Object.values(matrix.world.held))
    for (const word of [canary, phone, birth]) expect(said).not.toContain(word)
})
