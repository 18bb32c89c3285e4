import { expect, test } from 'vitest'
import { type ProcedureName, scopeIn } from './testing/matrix/ask.ts'
import { cases } from './testing/matrix/cases.ts'
import { declared } from './testing/matrix/declared.ts'

const procedures = [...(await declared())].map(([name, { method, access }]) => ({
  name,
  access,
  reads: method === 'GET',
  file: access.fields.includes('file'),
}))

/** Files that hold no record of the office: an empty form, and the reader's own workbook with its errors. */
const noExports = ['ledgers/template', 'ledgers/errors']
/** What is sent by POST because it is long, or begins and stops work that is kept in memory, or in the browser, alone. */
const changesNothing =
  /^figures\/(sheet|explain)$|[pP]review|^ledgers\/(check|map|countFigures|stop|stopCounting|stopUndoing)$|^access\/begin(SingleSignOn|Link|ProviderProof)$/

test('the contract declares of every procedure what the matrix expects', () => {
  const expected = (Object.keys(cases) as ProcedureName[]).map((name) => [
    name,
    [cases[name].permission, scopeIn(cases[name])],
  ])
  const found = procedures.map(({ name, access: { permission, scope } }) => [name, [permission, scope]])
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
})

test('every file with records that goes out is an export, and nothing that is only read is a change', () => {
  const files = procedures.filter(({ file, name }) => file && !noExports.includes(name))
  expect(files.length).toBeGreaterThan(2)
  expect(files.filter(({ access }) => access.audit !== 'export')).toEqual([])
  const read = procedures.filter(({ reads, file }) => reads && !file)
  expect(read.filter(({ access }) => !['none', 'view', 'reveal'].includes(access.audit))).toEqual([])
})

test('whatever writes leaves an event', () => {
  const written = procedures.filter(({ reads, name }) => !reads && !changesNothing.test(name))
  expect(written.length).toBeGreaterThan(15)
  expect(written.filter(({ access }) => access.audit === 'none').map(({ name }) => name)).toEqual([])
})
