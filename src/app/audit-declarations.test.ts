import { resolveContractProcedures } from '@orpc/server'
import { expect, test } from 'vitest'
import type { Access, ProcedureMeta } from '../platform/rpc/procedure.ts'
import { contract } from './contract.ts'

type Declared = {
  readonly path: string
  readonly method: string
  readonly access: Access
  readonly file: boolean
}

async function declared(): Promise<Declared[]> {
  const found: Declared[] = []
  await resolveContractProcedures({ router: contract as never, path: [] }, ({ contract: one, path }) => {
    const { meta, route } = one['~orpc']
    const access = (meta as ProcedureMeta).access as Access
    found.push({
      path: path.join('.'),
      method: route.method ?? 'POST',
      access,
      file: access.fields.includes('file'),
    })
  })
  return found
}

/** Files that hold no record of the office: an empty form, and the reader's own workbook with its errors. */
const noExports = ['ledgers.template', 'ledgers.errors']
/** What is sent by POST because it is long, or begins and stops work that is kept in memory, or in the browser, alone. */
const changesNothing =
  /^figures\.(sheet|explain)$|[pP]review|^ledgers\.(check|map|countFigures|stop|stopCounting|stopUndoing)$|^access\.begin(SingleSignOn|Link|ProviderProof)$/

test('every file with records that goes out is an export, and nothing that is only read is a change', async () => {
  const procedures = await declared()
  const files = procedures.filter(({ file, path }) => file && !noExports.includes(path))
  expect(files.length).toBeGreaterThan(2)
  expect(files.filter(({ access }) => access.audit !== 'export')).toEqual([])
  const read = procedures.filter(({ method, file }) => method === 'GET' && !file)
  expect(read.filter(({ access }) => !['none', 'reveal'].includes(access.audit))).toEqual([])
})

test('whatever writes leaves an event', async () => {
  const written = (await declared()).filter(
    ({ method, path }) => method !== 'GET' && !changesNothing.test(path),
  )
  expect(written.length).toBeGreaterThan(15)
  expect(written.filter(({ access }) => access.audit === 'none').map(({ path }) => path)).toEqual([])
})
