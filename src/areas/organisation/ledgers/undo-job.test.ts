import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/db/id.ts'
import { importUndoingSchema } from '../../../platform/ledgers/contract.ts'
import { ImportJobs } from '../../../platform/ledgers/import-jobs.ts'
import type { LedgersCaller } from '../../../platform/ledgers/ledgers-parts.ts'
import { ledgersProcedures } from '../../../platform/ledgers/ledgers-procedures.ts'
import { undoImport } from '../../../platform/ledgers/undo-import.ts'
import { UndoJobs } from '../../../platform/ledgers/undo-jobs.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { headHeld } from '../testing/head-held.ts'
import { clerk } from '../testing/office.ts'
import { organisationLedgers } from './index.ts'
import { partyOrganisationsLedger } from './party-organisations.ts'
import { type ImportDesk, importDesk, organisationsFile } from './testing/import-desk.ts'

type Office = Awaited<ReturnType<ImportDesk['open']>>
let desk: ImportDesk
beforeAll(async () => {
  desk = await importDesk()
})
afterAll(() => desk.close())

const reported: unknown[] = []
/** The procedures as a new start of the program has them: without a job in memory. */
const started = (office: Office) =>
  ledgersProcedures(
    {
      database: desk.database,
      engine: office.engine,
      figures: office.figures,
      ledgers: organisationLedgers,
      jobs: new ImportJobs(),
      undoings: new UndoJobs(),
      report: (error) => reported.push(error),
    },
    async () => ({ node: null, asOf: null, known: null, knownAt: '0' }),
  )
type Procedures = ReturnType<typeof started>
const callerOf = (office: Office): LedgersCaller => ({
  scope: office.whole,
  actor: clerk,
  office: { zh: '测试街道', en: 'Test' },
  request: 'test',
  may: () => true,
})
const stranger = (office: Office) => ({ ...callerOf(office), actor: { id: 'x', name: '他人' } })

/** An office with an import of so many organisations, and the request to undo it as it was previewed. */
async function imported(count: number) {
  const office = await desk.open()
  const lines = Array.from(
    { length: count },
    (_, n) => `ZB-${n},示例党支部${n},党支部,单位,,350206005013,,,,,2016-01-01,,`,
  )
  expect((await office.bring(organisationsFile(...lines))).errors).toEqual([])
  const procedures = started(office)
  const caller = callerOf(office)
  const id = (await procedures.imports(caller, { limit: 1 })).imports[0]?.id as string
  const { digest: seen } = await procedures.undoPreview(caller, { id })
  const input = { id, seen, reason: '导错了文件', idempotencyKey: newId() }
  const standing = () => office.countOf(partyOrganisationsLedger)
  return { office, procedures, caller, id, input, standing }
}

/** The state in which an undoing ends, as the page follows it. */
async function ended(procedures: Procedures, caller: LedgersCaller, id: string) {
  const now = async () => importUndoingSchema.parse((await procedures.undoing(caller, { id })).undoing)
  await expect.poll(async () => (await now()).state, { timeout: 60_000 }).not.toBe('undoing')
  return await now()
}

test('an undoing says what it did; sent again, also after a restart, it is answered the same and done once', async () => {
  const { office, procedures, caller, id, input, standing } = await imported(3)
  expect(await procedures.undoing(caller, { id })).toEqual({ undoing: null })
  const head = await office.head()
  await procedures.undo(caller, input)
  const done = await ended(procedures, caller, id)
  expect(done).toMatchObject({
    state: 'done',
    handled: 3,
    total: 3,
    undo: { counts: { removed: 3, restored: 0, kept: 0 }, change: String(head + 1n) },
  })
  expect(await procedures.undoing(stranger(office), { id })).toEqual({ undoing: null })
  for (const again of [procedures, started(office), started(office)]) {
    await again.undo(caller, input)
    expect(await ended(again, caller, id)).toEqual(done)
  }
  const restarted = started(office)
  const both = await Promise.all([restarted.undo(caller, input), restarted.undo(caller, input)])
  expect(both.map((view) => view.id)).toEqual([id, id])
  expect([await office.head(), await standing()]).toEqual([head + 1n, 0])
  expect((await procedures.imports(caller, { limit: 1 })).imports[0]?.undos).toHaveLength(1)
})

test('one that takes long is found again, joined by the same request, refused to others, and stopped before its commit', async () => {
  const { office, procedures, caller, id, input, standing } = await imported(2)
  const head = await office.head()
  const letGo = await headHeld(office)
  const first = await procedures.undo(caller, input)
  expect(first).toMatchObject({ state: 'undoing', handled: 0, total: 2, undo: null })
  expect(await procedures.undoing(caller, { id })).toEqual({ undoing: first })
  expect(await procedures.undo(caller, input)).toEqual(first)
  for (const [who, more] of [
    [caller, { idempotencyKey: newId() }],
    [stranger(office), {}],
  ] as const)
    await expect(procedures.undo(who, { ...input, ...more })).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await procedures.stopUndoing(stranger(office), { id })).toEqual({ undoing: null })
  expect((await procedures.undoing(caller, { id })).undoing?.state).toBe('undoing')
  await procedures.stopUndoing(caller, { id })
  await letGo()
  expect(await ended(procedures, caller, id)).toMatchObject({ state: 'stopped', undo: null })
  expect([await office.head(), await standing()]).toEqual([head, 2])
  // The very same request may be sent again: it took no effect.
  await procedures.undo(caller, input)
  expect(await ended(procedures, caller, id)).toMatchObject({ state: 'done' })
  expect([await office.head(), await standing()]).toEqual([head + 1n, 0])
})

test('one that is refused says why: at once as an answer, later in its state', async () => {
  const { office, procedures, caller, id, input, standing } = await imported(2)
  const other = { ...input, seen: 'something else' }
  const letGo = await headHeld(office)
  expect((await procedures.undo(caller, other)).state).toBe('undoing')
  await letGo()
  const late = await ended(procedures, caller, id)
  expect(late).toMatchObject({ state: 'failed', message: { zh: expect.stringContaining('重新核对') } })
  // On a busy machine this one may be late as well.
  const told = await procedures
    .undo(caller, { ...other, idempotencyKey: newId() })
    .then(async () => (await ended(procedures, caller, id)).message)
    .catch((error: unknown) => {
      expect(error).toMatchObject({ code: 'STALE' })
      return (error as Refusal).words
    })
  expect(told).toEqual(late.message)
  expect(await standing()).toBe(2)
})

test('it tells how far it is, and what is stopped in the middle undoes nothing', async () => {
  const { office, caller, input, standing } = await imported(1_100)
  const { idempotencyKey: key, ...asked } = input
  const parts = { database: desk.database, engine: office.engine }
  const head = await office.head()
  const stop = new AbortController()
  const seen: number[] = []
  const stopped = undoImport(
    parts,
    caller,
    { ...asked, key },
    {
      signal: stop.signal,
      onProgress: (handled) => {
        seen.push(handled)
        stop.abort()
      },
    },
  )
  await expect(stopped).rejects.toMatchObject({ name: 'AbortError' })
  expect(seen).toHaveLength(1)
  expect(seen[0]).toBeLessThan(1_100)
  expect([await office.head(), await standing()]).toEqual([head, 1_100])

  const told: [number, number][] = []
  const onProgress = (handled: number, total: number) => void told.push([handled, total])
  const undone = await undoImport(parts, caller, { ...asked, key }, { onProgress })
  expect(undone.counts.removed).toBe(1_100)
  expect(told.map(([handled]) => handled)).toEqual(told.map(([handled]) => handled).toSorted((a, b) => a - b))
  expect(new Set(told.map(([handled]) => handled)).size).toBeGreaterThan(2)
  expect(told.at(-1)).toEqual([1_100, 1_100])
  expect([await office.head(), await standing()]).toEqual([head + 1n, 0])
})

test('nothing unforeseen happened in these undoings', () => expect(reported).toEqual([]))
