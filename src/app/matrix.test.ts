import { resolveContractProcedures } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Access, ProcedureMeta } from '../platform/rpc/procedure.ts'
import { contract } from './contract.ts'
import { type ProcedureName, scopeIn } from './testing/matrix/ask.ts'
import { cases } from './testing/matrix/cases.ts'
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

type Declared = { -readonly [Key in keyof Access]: Access[Key] }

/** The declarations that the running server reads. */
async function declared(): Promise<Map<string, Declared>> {
  const found = new Map<string, Declared>()
  await resolveContractProcedures({ router: contract as never, path: [] }, ({ contract: one, path }) => {
    found.set(path.join('/'), (one['~orpc'].meta as ProcedureMeta).access as Declared)
  })
  return found
}

const access = async (name: ProcedureName) => (await declared()).get(name) as Declared

test('the contract declares of every procedure what the matrix expects', async () => {
  const expected = names.map((name) => [name, [cases[name].permission, scopeIn(cases[name])]])
  const found = [...(await declared())].map(([name, { permission, scope }]) => [name, [permission, scope]])
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
})

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
