import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../db/id.ts'
import { handleOn, write } from '../db/transaction.ts'
import { recordEvent } from '../records/write.ts'
import { asAdmin } from '../testing/box.ts'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import { appendAnchor, readAnchors } from './anchors.ts'
import { appendEvent } from './append-event.ts'
import { listEvents } from './list-events.ts'
import { originOf } from './origin.ts'
import { eventsOf } from './testing/stored-events.ts'
import { type Chance, tamperOnce, vouchedFor } from './testing/tamper.ts'
import { silent, verify, verifyOn } from './verify.ts'

let areas: TwoAreas
let folder: string
let path: string
let erased: string
const faultsNow = async () => (await verify(areas.database, 1, await readAnchors(path))).faults

beforeAll(async () => {
  areas = await openTwoAreas()
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-anchors-'))
  path = join(folder, 'anchors', 'anchors.jsonl')
  const site = await areas.establish('alpha.site', '2018-01-01', { name: '甲', code: 'A', parent_id: null })
  const holder = (code: string) =>
    areas.establish(
      'alpha.holder',
      '2018-02-01',
      { name: code, kind: 'firm', site_id: site, parent_id: null, seats: '3' },
      { code, contact: '13800000000' },
    )
  erased = await holder('H1')
  const other = await holder('H2')
  await areas.happen('alpha.holder', erased, 'resized', '2018-03-01', { seats: '5' })
  await areas.correct('alpha.holder', erased, undefined, { contact: '13900000000' })
  await areas.remove('alpha.holder', other)
  await appendEvent(areas.database.pool, 1, { ...originOf(), kind: 'act', details: { what: 'tried' } })
})
afterAll(async () => {
  await areas.close()
  await rm(folder, { recursive: true })
})

test('every change of a random office is one event, and all of it holds', async () => {
  const events = await eventsOf(areas.database, 1)
  const changes = events.flatMap(({ kind, change_no }) => (kind === 'change' ? [change_no] : []))
  expect(changes).toEqual(Array.from({ length: Number(await areas.head()) }, (_, n) => n + 1))
  expect(await faultsNow()).toEqual([])
})

test('who touched a record is found from the record, also by what went into the past', async () => {
  const words = {
    database: areas.database,
    types: areas.engine.types,
    subjects: new Map(),
    exportsReaching: () => [],
    roles: {},
  }
  const about = async (subject: string) =>
    (await listEvents(words, 1, { subject }, { limit: 50 })).map(({ change }) => change)
  expect(await about(erased)).toEqual(['5', '4', '2'])
  expect(await about(newId())).toEqual([])
})

test('a change that is rolled back leaves no event', async () => {
  const before = (await eventsOf(areas.database, 1)).length
  const request = { scope: areas.whole, actor: areas.clerk, kind: 'event' } as const
  await expect(write(areas.database, request, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await eventsOf(areas.database, 1)).toHaveLength(before)
})

test('an erasure is accepted, and nothing but what it names', async () => {
  await areas.erase('alpha.holder', erased)
  expect(await faultsNow()).toEqual([])
  await asAdmin(areas.database, `update alpha_history.holder set contact = '1' where id = $1`, [erased])
  const forged = { table: 'alpha.holder', records: [erased] }
  expect(await faultsNow()).toMatchObject([forged, forged])
  await asAdmin(areas.database, 'update alpha_history.holder set contact = null where id = $1', [erased])
  expect(await faultsNow()).toEqual([])
})

test('an erasure of rows that are not what was written is refused and empties nothing', async () => {
  const id = await areas.establish('alpha.site', '2018-01-01', { name: '乙', code: 'B', parent_id: null })
  const held = await areas.establish(
    'alpha.holder',
    '2018-02-01',
    { name: 'H3', kind: 'firm', site_id: id, parent_id: null, seats: '3' },
    { code: 'H3', contact: '13700000000' },
  )
  const change = await areas.head()
  const cell = { office: 1, table: 'alpha.holder', column: 'contact', record: held }
  const forge = (contact: string) =>
    asAdmin(
      areas.database,
      `begin; set local session_replication_role = 'replica';
       update alpha.holder set contact = '${areas.database.keys.encipher(contact, cell, true)}' where id = '${held}'; commit`,
    )
  await forge('13600000000')
  await expect(areas.erase('alpha.holder', held)).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { id: held, change, table: 'alpha.holder' },
    words: { zh: expect.stringContaining(`第${change}号变更`), en: expect.stringContaining('alpha.holder') },
  })
  await forge('13700000000')
  expect(await faultsNow()).toEqual([])
})

test('the application may read events and write none by itself', async () => {
  const { pool } = areas.database
  for (const statement of [
    'insert into platform.audit_event select * from platform.audit_event',
    'update platform.audit_head set event_no = 0',
    'delete from platform.audit_event',
    'delete from platform.audit_seal',
    'truncate platform.audit_event cascade',
  ])
    await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' })
})

test('a column that comes later and has no value changes no digest', async () => {
  await asAdmin(
    areas.database,
    `alter table alpha.site add column shade text; alter table alpha_history.site add column shade text`,
  )
  expect(await faultsNow()).toEqual([])
})

test('an anchor is a line, written once for the same end; a line that is none is named', async () => {
  await appendAnchor(areas.database, 1, path)
  await appendAnchor(areas.database, 1, path)
  expect(await readAnchors(path)).toHaveLength(1)
  const torn = join(folder, 'torn.jsonl')
  await writeFile(torn, '{"office":1,')
  await appendAnchor(areas.database, 1, torn)
  await expect(readAnchors(torn)).rejects.toMatchObject({ code: 'INVALID', data: { line: 1 } })
})

test('forty random tamperings, each found; taken back, all holds again', async () => {
  await appendAnchor(areas.database, 1, path)
  const anchors = await readAnchors(path)
  const client = new Client(areas.database.admin)
  await client.connect()
  try {
    const tables = await vouchedFor(client)
    const tampering = fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
      const chance: Chance = (least, most) => least + (numbers.next().value % (most - least + 1))
      await client.query('begin')
      const words = await tamperOnce(client, tables, chance)
      const { faults } = await verifyOn(handleOn(client), 1, anchors, silent)
      await client.query('rollback')
      expect(faults.length, words).toBeGreaterThan(0)
    })
    await fc.assert(tampering, { numRuns: 40 })
  } finally {
    await client.end()
  }
  expect(await faultsNow()).toEqual([])
})

test('the event of an idempotent request is one, however often it is sent', async () => {
  const before = (await eventsOf(areas.database, 1)).length
  const id = newId()
  const send = () =>
    recordEvent(areas.records, { scope: areas.whole, actor: areas.clerk }, {
      type: 'alpha.site',
      reason: null,
      idempotencyKey: id,
      overrides: [],
      act: 'opened',
      onDate: '2018-01-02',
      documentNo: null,
      header: {},
      sets: { name: '丙', code: 'C', parent_id: null },
    } as never)
  expect(await send()).toEqual(await send())
  expect((await eventsOf(areas.database, 1)).slice(before)).toMatchObject([
    { kind: 'change', request_id: id },
  ])
})
