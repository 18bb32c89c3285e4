import { setTimeout } from 'node:timers/promises'
import { openXlsx, saveXlsx } from 'hucre'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ImportJob, importJobSchema, ledgersContract } from '../../../platform/ledgers/contract.ts'
import { mark } from '../../../platform/ledgers/error-workbook.ts'
import { ImportJobs } from '../../../platform/ledgers/import-jobs.ts'
import type { LedgersCaller } from '../../../platform/ledgers/ledgers-parts.ts'
import { ledgersProcedures } from '../../../platform/ledgers/ledgers-procedures.ts'
import { UndoJobs } from '../../../platform/ledgers/undo-jobs.ts'
import { filledLedger } from '../../../platform/ledgers/ledger-sheet.ts'
import { readSheets } from '../../../platform/ledgers/read-sheets.ts'
import { clerk, openOffice, type TestOffice } from '../testing/office.ts'
import { organisationLedgers } from './index.ts'
import { placesLedger } from './places.ts'

let office: TestOffice
let procedures: ReturnType<typeof ledgersProcedures>
let caller: LedgersCaller
const reported: unknown[] = []
beforeAll(async () => {
  office = await openOffice()
  const { database, engine } = office
  const made = ledgersProcedures(
    {
      database,
      engine,
      figures: office.figures,
      ledgers: organisationLedgers,
      jobs: new ImportJobs(),
      undoings: new UndoJobs(),
      report: (error) => reported.push(error),
    },
    async (_caller, { asOf }) => ({
      node: null,
      asOf: asOf ?? null,
      known: null,
      knownAt: '0',
    }),
  )
  // A busy machine may take longer than an answer waits: its job goes on, and is asked again.
  procedures = {
    ...made,
    check: async (who, input) => await settled(who, await made.check(who, input)),
    map: async (who, input) => await settled(who, await made.map(who, input)),
  }
  const settled = async (who: LedgersCaller, job: ImportJob): Promise<ImportJob> => {
    let now = job
    while (now.state === 'reading') {
      await setTimeout(50)
      now = await made.progress(who, { id: job.id })
    }
    return now
  }
  caller = {
    scope: office.whole,
    actor: clerk,
    office: { zh: '测试街道', en: 'Test' },
    request: 'test',
    may: () => true,
  }
})
afterAll(() => office.close())

const ledger = placesLedger.id
const row = (code: string) => ({ code, name: `示例${code}`, kind: '街道', begins: '2003-01-01' })
const upload = async (...rows: Record<string, string>[]) =>
  new File([(await filledLedger(placesLedger, 'zh', rows)) as Uint8Array<ArrayBuffer>], '地点.xlsx')
const key = (name: string) => `key-${name}-0000`

test('the catalogue says what each column takes, and who may import', async () => {
  const all = await procedures.catalogue(caller)
  expect(all.ledgers.map(({ id, mayImport }) => [id, mayImport])).toEqual(
    organisationLedgers.map(({ id }) => [id, true]),
  )
  for (const { columns } of all.ledgers)
    expect(columns.every(({ note, heading }) => note.zh && note.en && heading.en)).toBe(true)
  const reader = { ...caller, may: (permission: string) => permission === 'organisation.see' }
  expect(
    (await procedures.catalogue(reader)).ledgers.every(
      ({ mayImport, mayExport }) => !mayImport && !mayExport,
    ),
  ).toBe(true)
  expect((await procedures.catalogue({ ...caller, may: () => false })).ledgers).toEqual([])
})

test('check writes nothing, commit writes once, the same key again answers the same', async () => {
  const before = await office.head()
  const checked = await procedures.check(caller, { ledger, file: await upload(row('A'), row('B')) })
  expect(importJobSchema.parse(checked)).toMatchObject({
    state: 'checked',
    counts: { created: 2 },
    change: null,
  })
  expect(await office.head()).toBe(before)
  const input = { id: checked.id, reason: null, idempotencyKey: key('one') }
  const done = await procedures.commit(caller, input)
  expect(importJobSchema.parse(done)).toMatchObject({
    state: 'done',
    handled: 2,
    total: 2,
    change: String(before + 1n),
  })
  expect(await procedures.commit(caller, input)).toEqual(done)
  await expect(procedures.commit(caller, { ...input, idempotencyKey: key('two') })).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  expect(await office.head()).toBe(before + 1n)
  expect(await procedures.progress(caller, { id: done.id })).toEqual(done)
})

test('errors refuse the job, which cannot be committed', async () => {
  const job = await procedures.check(caller, { ledger, file: await upload({ ...row('C'), kind: '村' }) })
  expect(importJobSchema.parse(job)).toMatchObject({
    state: 'refused',
    errorCount: 1,
    counts: { read: 1, refused: 1 },
  })
  await expect(
    procedures.commit(caller, { id: job.id, reason: null, idempotencyKey: key('three') }),
  ).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('every error of many is in the error workbook, and the mended one goes in', async () => {
  const rows = Array.from({ length: 300 }, (_, n) => ({
    ...row(`M${n}`),
    ...(n < 250 ? { kind: '村' } : {}),
  }))
  const job = await procedures.check(caller, { ledger, file: await upload(...rows) })
  expect(job).toMatchObject({ state: 'refused', errorCount: 250, counts: { read: 300, refused: 250 } })
  expect(job.errors).toHaveLength(200)
  const told = await procedures.errors(caller, { id: job.id, language: 'zh' })
  const workbook = await openXlsx(new Uint8Array(await told.arrayBuffer()), { readStyles: true })
  const sheet = workbook.sheets.find(({ name }) => name === placesLedger.sheet.zh)
  const messages = (sheet?.rows ?? []).flatMap((cells) =>
    String(cells.at(-1)).startsWith(mark) ? [cells] : [],
  )
  expect(messages).toHaveLength(250)
  const kind = sheet?.rows[0]?.findIndex((heading) => String(heading).startsWith('层级')) as number
  sheet?.rows.forEach((cells, at) => {
    if (at === 0) return
    cells[kind] = '街道'
    const cell = sheet.cells?.get(`${at},${kind}`)
    if (cell) cell.value = '街道'
  })
  const mended = new File([(await saveXlsx(workbook)) as Uint8Array<ArrayBuffer>], told.name)
  const again = await procedures.check(caller, { ledger, file: mended })
  expect(again).toMatchObject({ state: 'checked', errorCount: 0, counts: { read: 300, created: 300 } })
  await expect(procedures.errors(caller, { id: again.id, language: 'zh' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('a file that cannot be read fails the job in words', async () => {
  const job = await procedures.check(caller, {
    ledger,
    file: new File([new Uint8Array([0x50, 0x4b, 0, 0])], 'x.xlsx'),
  })
  expect(job).toMatchObject({ state: 'failed', message: { zh: expect.stringContaining('请') } })
})

test('a stopped job keeps nothing and cannot be committed', async () => {
  const before = await office.head()
  const { id } = await procedures.check(caller, { ledger, file: await upload(row('D')) })
  expect(await procedures.stop(caller, { id })).toMatchObject({ state: 'stopped' })
  await expect(
    procedures.commit(caller, { id, reason: null, idempotencyKey: key('four') }),
  ).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await office.head()).toBe(before)
})

test('a commit after another change fails as stale', async () => {
  const { id } = await procedures.check(caller, { ledger, file: await upload(row('E')) })
  await office.establish(
    'place',
    '2003-01-01',
    { name: '先到', code: 'E', parent_id: null },
    { kind: 'street' },
  )
  const job = await procedures.commit(caller, { id, reason: null, idempotencyKey: key('five') })
  expect(job).toMatchObject({
    state: 'failed',
    change: null,
    message: { zh: expect.stringContaining('重新检查') },
  })
})

test('who may not correct may not import, and another account does not see the job', async () => {
  const recorder = { ...caller, may: (permission: string) => permission !== 'organisation.correct' }
  await expect(procedures.check(recorder, { ledger, file: await upload(row('F')) })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  const { id } = await procedures.check(caller, { ledger, file: await upload(row('F')) })
  const stranger = { ...caller, actor: { id: 'x', name: 'x' } }
  await expect(procedures.progress(stranger, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(procedures.template(caller, { ledger: 'none', language: 'zh' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('template and export are workbooks with a name that a person understands', async () => {
  const template = await procedures.template(caller, { ledger, language: 'zh' })
  const exported = await procedures.export(caller, { ledger, language: 'zh' })
  expect([template.name, exported.name.slice(0, 4)]).toEqual(['地点台账模板.xlsx', '地点台账'])
  const sheets = await readSheets({ name: 'x.xlsx', bytes: new Uint8Array(await exported.arrayBuffer()) })
  expect(sheets.map(({ name }) => name)).toEqual(['封面', '地点台账'])
  await expect(
    procedures.export({ ...caller, may: () => false }, { ledger, language: 'zh' }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('nothing unforeseen happened in these jobs', () => expect(reported).toEqual([]))

test('each procedure of the contract has its function', () => {
  // The workbook of a list is put together in the app, from its records.
  expect([...Object.keys(procedures), 'exportList'].sort()).toEqual(Object.keys(ledgersContract).sort())
})
