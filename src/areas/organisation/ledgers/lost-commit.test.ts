import { afterAll, beforeAll, expect, test } from 'vitest'
import { importBatchSchema, importJobSchema } from '../../../platform/ledgers/contract.ts'
import { ImportJobs } from '../../../platform/ledgers/import-jobs.ts'
import { filledLedger } from '../../../platform/ledgers/ledger-sheet.ts'
import type { LedgersCaller } from '../../../platform/ledgers/ledgers-parts.ts'
import { ledgersProcedures } from '../../../platform/ledgers/ledgers-procedures.ts'
import { UndoJobs } from '../../../platform/ledgers/undo-jobs.ts'
import { commitCutter } from '../../../platform/testing/commit-cutter.ts'
import { testDatabase } from '../../../platform/testing/database.ts'
import { organisationArea } from '../area.ts'
import { headHeld } from '../testing/head-held.ts'
import { clerk, openOffice, type TestOffice } from '../testing/office.ts'
import { organisationLedgers } from './index.ts'
import { placesLedger } from './places.ts'

let cutter: Awaited<ReturnType<typeof commitCutter>>
let office: TestOffice
let caller: LedgersCaller
beforeAll(async () => {
  const database = await testDatabase([organisationArea], async (admin) => {
    cutter = await commitCutter(admin)
    return cutter.place
  })
  office = await openOffice(1, database)
  caller = {
    scope: office.whole,
    actor: clerk,
    office: { zh: '测试街道', en: 'Test' },
    request: 'test',
    may: () => true,
  }
})
afterAll(async () => {
  await office.database.drop()
  await cutter.close()
})

/** The procedures as a new start of the program has them: without a job in memory. */
const started = () => {
  const { database, engine } = office
  return ledgersProcedures(
    {
      database,
      engine,
      figures: office.figures,
      ledgers: organisationLedgers,
      jobs: new ImportJobs(),
      undoings: new UndoJobs(),
      report: () => undefined,
    },
    async () => ({ node: null, asOf: null, known: null, knownAt: '0' }),
  )
}
const ledger = placesLedger.id
const uploaded = new Map<string, File>()
const upload = async (code: string) => {
  const before = uploaded.get(code)
  if (before) return before
  const row = { code, name: `示例${code}`, kind: '街道', begins: '2003-01-01' }
  const bytes = (await filledLedger(placesLedger, 'zh', [row])) as Uint8Array<ArrayBuffer>
  const file = new File([bytes], `地点${code}.xlsx`)
  uploaded.set(code, file)
  return file
}
/** A job that outlasts its answer's patience is followed, as the page follows it. */
const settled = async (procedures: ReturnType<typeof started>, { id }: { id: string }) => {
  const working: readonly string[] = ['reading', 'checking', 'writing']
  const progress = async () => await procedures.progress(caller, { id })
  await expect.poll(async () => working.includes((await progress()).state), { timeout: 30_000 }).toBe(false)
  return importJobSchema.parse(await progress())
}
const check = async (procedures: ReturnType<typeof started>, code: string) =>
  await settled(procedures, await procedures.check(caller, { ledger, file: await upload(code) }))
const checked = async (procedures: ReturnType<typeof started>, code: string) => {
  const { id, state } = await check(procedures, code)
  expect(state).toBe('checked')
  return { id, reason: '补录', idempotencyKey: `key-of-${code}` }
}

test('the answer to the commit is lost after it took effect: the job is done, and so it is told after a restart', async () => {
  const procedures = started()
  const before = await office.head()
  const input = await checked(procedures, 'A')
  cutter.cutNext('after')
  const done = await settled(procedures, await procedures.commit(caller, input))
  expect(done).toMatchObject({ state: 'done', change: String(before + 1n) })
  const again = await started().commit(caller, input)
  expect(importJobSchema.parse(again)).toMatchObject({
    state: 'done',
    id: input.id,
    change: done.change,
    counts: done.counts,
    fileName: '地点A.xlsx',
  })
  expect(await started().progress(caller, { id: input.id })).toEqual(again)
  expect(await office.head()).toBe(before + 1n)
  await expect(started().commit(caller, { ...input, reason: '另一理由' })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  await expect(started().commit(caller, { ...input, idempotencyKey: 'another-key' })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
})

test('the connection is lost before the commit reached the server: nothing was written, and that is certain', async () => {
  const procedures = started()
  const before = await office.head()
  const input = await checked(procedures, 'B')
  cutter.cutNext('before')
  expect(await settled(procedures, await procedures.commit(caller, input))).toMatchObject({
    state: 'failed',
    change: null,
    message: { zh: expect.stringContaining('没有生效') },
  })
  expect(await office.head()).toBe(before)
  await expect(started().commit(caller, input)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a commit of which nobody knows is said to be unknown, never failed, and settles when asked again', async () => {
  const procedures = started()
  const before = await office.head()
  const input = await checked(procedures, 'C')
  cutter.cutNext('held')
  const first = await procedures.commit(caller, input)
  expect(['writing', 'unknown']).toContain(first.state)
  await expect
    .poll(async () => (await procedures.progress(caller, input)).state, { timeout: 30_000 })
    .toBe('unknown')
  const { message } = await procedures.progress(caller, input)
  expect(message?.zh).toContain('还不能确定')
  await expect(started().commit(caller, input)).rejects.toMatchObject({ data: { outcome: 'unknown' } })
  cutter.letGo()
  await expect
    .poll(async () => (await procedures.commit(caller, input)).state, { timeout: 30_000 })
    .toBe('done')
  expect(await procedures.progress(caller, input)).toMatchObject({ change: String(before + 1n) })
  expect(await started().commit(caller, input)).toMatchObject({ state: 'done', change: String(before + 1n) })
})

test('the imports so far are listed, newest first, with who, when, why and the files', async () => {
  const { imports, nextCursor } = await started().imports(caller, { limit: 50 })
  expect(nextCursor).toBeNull()
  expect(imports.map((one) => importBatchSchema.parse(one).files[0]?.name)).toEqual([
    '地点C.xlsx',
    '地点A.xlsx',
  ])
  expect(imports[0]).toMatchObject({
    actor: clerk.name,
    reason: '补录',
    ledgers: [ledger],
    counts: { read: 1, created: 1, updated: 0, unchanged: 0, refused: 0 },
    undos: [],
  })
  const page = await started().imports(caller, { limit: 1 })
  const rest = await started().imports(caller, { limit: 5, cursor: page.nextCursor as string })
  expect([...page.imports, ...rest.imports]).toEqual(imports)
})

test('the same file again is noticed and not refused; another scope sees its own imports alone', async () => {
  expect(await check(started(), 'A')).toMatchObject({
    state: 'checked',
    sameFile: [{ actor: clerk.name, reason: '补录' }],
  })
  expect((await check(started(), 'D')).sameFile).toEqual([])
  const elsewhere = { ...caller, scope: { office: 1, places: [] }, actor: { id: 'other', name: '他人' } }
  expect((await started().imports(elsewhere, { limit: 50 })).imports).toEqual([])
})

const undoingOf = async (procedures: ReturnType<typeof started>, code: string) => {
  const { imports } = await procedures.imports(caller, { limit: 50 })
  const { id } = imports.find(({ files }) => files[0]?.name === `地点${code}.xlsx`) as { id: string }
  const { digest: seen } = await procedures.undoPreview(caller, { id })
  return { id, seen, reason: '导错了文件', idempotencyKey: `undo-of-${code}` }
}
/** Its own commit is the next one: it waits for the head until the cut is made. */
const undoAndCut = async (
  procedures: ReturnType<typeof started>,
  input: Awaited<ReturnType<typeof undoingOf>>,
  cut: 'after' | 'held',
) => {
  const letGo = await headHeld(office)
  expect((await procedures.undo(caller, input)).state).toBe('undoing')
  cutter.cutNext(cut)
  await letGo()
}
const undone = async (procedures: ReturnType<typeof started>, id: string) => {
  const now = async () => (await procedures.undoing(caller, { id })).undoing
  await expect.poll(async () => (await now())?.state, { timeout: 60_000 }).toBe('done')
  return await now()
}

test('the answer to the commit of an undoing is lost after it took effect: it is done, once', async () => {
  const procedures = started()
  const input = await undoingOf(procedures, 'A')
  const before = await office.head()
  await undoAndCut(procedures, input, 'after')
  expect(await undone(procedures, input.id)).toMatchObject({ undo: { change: String(before + 1n) } })
  const again = started()
  await again.undo(caller, input)
  expect(await undone(again, input.id)).toMatchObject({ undo: { change: String(before + 1n) } })
  expect(await office.head()).toBe(before + 1n)
})

test('an undoing of which nobody knows is said to be unknown, and settles when asked again', async () => {
  const procedures = started()
  const input = await undoingOf(procedures, 'C')
  const before = await office.head()
  await undoAndCut(procedures, input, 'held')
  const state = async () => (await procedures.undoing(caller, input)).undoing?.state
  await expect.poll(state, { timeout: 30_000 }).toBe('unknown')
  cutter.letGo()
  expect(await undone(procedures, input.id)).toMatchObject({ undo: { change: String(before + 1n) } })
  expect(await office.head()).toBe(before + 1n)
})
