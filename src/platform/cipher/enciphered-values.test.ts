import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Area } from '../area.ts'
import { verify } from '../audit/verify.ts'
import { type Database, openAsOwner } from '../db/database.ts'
import { newId } from '../db/id.ts'
import { encipheredColumns } from '../records/enciphered-columns.ts'
import { alikeRecords } from '../records/merge/alike-records.ts'
import type { RecordField } from '../records/record-type.ts'
import { recordEvent } from '../records/write.ts'
import { digestOf } from '../rpc/server/once-only.ts'
import { asAdmin } from '../testing/box.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { tablesHolding } from '../testing/every-text.ts'
import { clerk, openTestOffice } from '../testing/office.ts'
import { alpha } from '../testing/two-areas/alpha.ts'
import { beta } from '../testing/two-areas/beta.ts'
import { day } from '../values/day.ts'
import { type Algorithm, algorithms } from './algorithms.ts'
import { makeDataKey, openKeys, renewMasterKey } from './data-keys.ts'
import { columnsInClear, encipherDeclared } from './encipher-declared.ts'
import { masterKeyInMemory } from '../testing/master-key-in-memory.ts'
import { reencipher } from './reencipher.ts'
import { readStored } from './stored-text.ts'

const types = { site: 'alpha.site', holder: 'alpha.holder' } as const
const open = (area: Area, shared: TestDatabase) => openTestOffice([area, beta], types, { shared })

function inClear(field: RecordField): RecordField {
  const declared = { ...field }
  delete (declared as { enciphered?: unknown }).enciphered
  return declared
}

/** As an older version declared it: nothing enciphered. */
const older: Area = {
  ...alpha,
  records: alpha.records.map((behaviour) => ({
    ...behaviour,
    type: {
      ...behaviour.type,
      header: behaviour.type.header.map(inClear),
      mergeable: { alike: [] },
    },
  })),
}

let database: TestDatabase
let office: Awaited<ReturnType<typeof open>>
let owner: Database
let site: string

beforeAll(async () => {
  database = await testDatabase([alpha, beta])
  office = await open(alpha, database)
  owner = openAsOwner(database, database.admin, database.admin.database as string)
  site = await office.establish('site', '2018-01-01', { name: '甲', code: 'A', parent_id: null })
})
afterAll(async () => {
  await owner.close()
  await database.drop()
})

let nth = 0
const number = () => `139${String(10_000_000 + (nth += 1))}`
const holder = (contact: string | null, at = office) =>
  at.establish(
    'holder',
    '2018-02-01',
    { name: `H${nth}`, kind: 'firm', site_id: site, parent_id: null },
    { code: `H${(nth += 1)}`, contact },
  )
const columns = () => encipheredColumns(office.engine.types.values())
const faults = async () => (await verify(database, 1, [])).faults
const contactOf = async (id: string, known: bigint | null = null) =>
  (await office.load('holder', id, known))?.header['contact']
const stored = async (id: string) =>
  (await asAdmin<{ contact: string }>(database, 'select contact from alpha.holder where id = $1', [id]))[0]
    ?.contact
/** Past and present texts of a record, oldest first. */
const texts = async (id: string) =>
  (
    await asAdmin<{ contact: string }>(
      database,
      `select contact from (select id, known_from, contact from alpha.holder union all select id, known_from, contact from alpha_history.holder) t
       where id = $1 order by known_from`,
      [id],
    )
  ).map(({ contact }) => contact)
const onOwner = async <Result>(work: (connection: Parameters<typeof makeDataKey>[0]) => Promise<Result>) => {
  const connection = await owner.pool.connect()
  try {
    return await work(connection)
  } finally {
    connection.release()
  }
}
const newKey = (algorithm: Algorithm) =>
  onOwner((connection) => makeDataKey(connection, database.keys, algorithm))
const doing = { office: 1, actor: clerk, clear: false }
const contact = () =>
  columns().filter(({ name }) => name === 'holder')[0] as ReturnType<typeof columns>[number]

test('any value that is written is read again, as it was known at each change, and stands in no table', async () => {
  const canary = number()
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), async (words) => {
      const value = `${canary}${words}`.trim().normalize()
      const id = await holder(value)
      expect(await contactOf(id)).toBe(value)
      await office.correct('holder', id, undefined, { contact: `${value}x` })
      expect([await contactOf(id), await contactOf(id, (await office.head()) - 1n)]).toEqual([
        `${value}x`,
        value,
      ])
    }),
    { numRuns: 10 },
  )
  expect(await tablesHolding(database, canary)).toEqual([])
  expect(await faults()).toEqual([])
})

test('a record that is saved again keeps its text; what follows elsewhere does not write it anew', async () => {
  const id = await holder(number())
  const before = await stored(id)
  await office.happen('holder', id, 'resized', '2018-03-01', { seats: '2' })
  expect(await stored(id)).toBe(before)
})

test('also after another key a value that stays keeps its text, and one that changes is under the new key', async () => {
  const value = number()
  const id = await holder(value)
  const before = await stored(id)
  const keyNo = await newKey('sm4-ctr-hmac-sm3')
  await office.correct('holder', id, undefined, { contact: value })
  await office.happen('holder', id, 'resized', '2018-03-01', { seats: '2' })
  expect(new Set(await texts(id))).toEqual(new Set([before]))
  await office.correct('holder', id, undefined, { contact: number() })
  expect(readStored((await stored(id)) ?? '')).toMatchObject({ keyNo })
})

test('a text that was altered, moved from another record or put there in clear does not open, and verify names it', async () => {
  const [one, other] = [await holder(number()), await holder(number())]
  const own = await stored(one)
  const foreign = await stored(other)
  for (const [text, why] of [
    [foreign, 'moved'],
    [own, 'as it was'],
    [`${own?.slice(0, -22)}${foreign?.slice(-22)}`, 'with another’s digest'],
    [own?.replace(/.\.[^.]*$/, (end) => `${end[0] === 'A' ? 'B' : 'A'}${end.slice(1)}`), 'altered'],
    ['13800000000', 'clear'],
  ] as const) {
    await tamper(one, text ?? '')
    if (why === 'as it was') expect(await contactOf(one)).toMatch(/^139/)
    else {
      await expect(contactOf(one), why).rejects.toMatchObject({ code: 'UNAVAILABLE', data: { record: one } })
      expect(await faults()).toMatchObject([{ table: 'alpha.holder', records: [one] }])
    }
  }
  await tamper(one, own ?? '')
  expect(await faults()).toEqual([])
})
const tamper = (id: string, text: string) =>
  asAdmin(
    database,
    `begin; set local session_replication_role = 'replica'; update alpha.holder set contact = '${text}' where id = '${id}'; commit`,
  )

test.each(algorithms)(
  'rotation to %s: stopped half way it goes on, everything opens, and verify accepts it',
  async (algorithm) => {
    const contacts = [number(), number(), number()]
    const ids = await Promise.all(contacts.map((each) => holder(each)))
    await office.correct('holder', ids[0] as string, undefined, { contact: number() })
    const head = await office.head()
    const keyNo = await newKey(algorithm)
    const later = await holder(number())
    expect(readStored((await stored(later)) ?? '')).toMatchObject({ algorithm, keyNo })
    expect(await Promise.all(ids.map((id) => contactOf(id, head - 1n)))).toEqual(contacts)

    const asked = { ...doing, owner, together: 2 }
    const done = await reencipher({ ...asked, onProgress: () => false }, contact())
    expect(done).toBe(2)
    expect(await faults()).toEqual([])
    expect(await reencipher(asked, contact())).toBeGreaterThanOrEqual(ids.length - 1)
    for (const id of ids)
      for (const text of await texts(id)) expect(readStored(text)).toMatchObject({ algorithm, keyNo })
    expect(await Promise.all(ids.map((id) => contactOf(id, head - 1n)))).toEqual(contacts)
    expect(await faults()).toEqual([])
    const after = await office.head()
    expect(await reencipher(asked, contact())).toBe(0)
    expect(await office.head()).toBe(after)
  },
)

test('a batch that breaks leaves nothing half done', async () => {
  const id = await holder(number())
  await newKey('aes-256-gcm')
  const [before, head] = [await stored(id), await office.head()]
  const newest = `xm1.aes-256-gcm.${database.keys.newest.no}.`
  await asAdmin(
    database,
    `alter table alpha.holder add constraint told check (id <> '${id}' or not starts_with(contact, '${newest}'))`,
  )
  await expect(reencipher({ ...doing, owner }, contact())).rejects.toThrow(/told/)
  await asAdmin(database, 'alter table alpha.holder drop constraint told')
  expect([await stored(id), await office.head()]).toEqual([before, head])
  await reencipher({ ...doing, owner }, contact())
  expect(await faults()).toEqual([])
})

test('rows that are not what was written are not enciphered anew, and nothing else either', async () => {
  const [one, other] = [await holder(number()), await holder(number())]
  const before = await Promise.all([one, other].map(stored))
  await newKey('aes-256-gcm')
  await tamper(one, before[1] ?? '')
  await expect(reencipher({ ...doing, owner }, contact())).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await stored(other)).toBe(before[1])
  await tamper(one, before[0] ?? '')
  await reencipher({ ...doing, owner }, contact())
  expect(await faults()).toEqual([])
})

test('the application can neither say that it enciphers anew nor write keys', async () => {
  for (const statement of [
    `insert into platform.reencipherment values (1, 1, 'alpha', 'holder', '{1}')`,
    `update platform.data_key set wrapped = 'x'`,
    `insert into platform.data_key values (99, 'aes-256-gcm', 'x', 'x')`,
    'delete from platform.data_key',
    `insert into platform.enciphered_column values ('alpha', 'holder', 'contact')`,
  ])
    await expect(database.pool.query(statement), statement).rejects.toMatchObject({ code: '42501' })
  const id = await holder(number())
  await newKey('aes-256-gcm')
  await reencipher({ ...doing, owner }, contact())
  const known = await stored(id)
  const [last] = await asAdmin<{ no: string }>(
    database,
    'select max(change_no) as no from platform.reencipherment',
  )
  // Neither the setting alone is taken at its word nor the number of a change that has its event: it is an ordinary change, with a past.
  for (const change of ['its own', last?.no ?? '']) {
    const taken = office.write('correction', async ({ db }) => {
      await sql`select set_config('app.reenciphering', 'on', true)`.execute(db)
      if (change !== 'its own') await sql`select set_config('app.change', ${change}, true)`.execute(db)
      await sql`update alpha.holder set contact = 'x' where id = ${id}`.execute(db)
      const { rows } = await sql<{
        contact: string
      }>`select contact from alpha_history.holder where id = ${id}`.execute(db)
      throw new Error(rows[0]?.contact)
    })
    await expect(taken, change).rejects.toThrow(known)
  }
})

test('an erasure empties every text of a record and its digest, also under older keys', async () => {
  const value = number()
  const id = await holder(value)
  await office.correct('holder', id, undefined, { contact: number() })
  await newKey('sm4-ctr-hmac-sm3')
  await reencipher({ ...doing, owner }, contact())
  await office.erase('holder', id)
  expect(await texts(id)).toEqual([null, null])
  expect(await faults()).toMatchObject([])
})

test('a new master key opens the same data keys, and a ring that knew the old one goes on', async () => {
  const value = number()
  const id = await holder(value)
  const keys = await asAdmin<{ wrapped: string }>(
    database,
    'select wrapped from platform.data_key order by 1',
  )
  await onOwner((connection) => renewMasterKey(connection, database.keys))
  const now = await asAdmin<{ wrapped: string }>(database, 'select wrapped from platform.data_key order by 1')
  expect(now.filter(({ wrapped }) => keys.some((key) => key.wrapped === wrapped))).toEqual([])
  expect(await contactOf(id)).toBe(value)
  const fresh = await onOwner((connection) => openKeys(connection, database.keys.masters))
  expect(fresh.all.map(({ secret }) => secret)).toEqual(database.keys.all.map(({ secret }) => secret))
  const other = masterKeyInMemory(Buffer.alloc(32, 1))
  await expect(onOwner((connection) => openKeys(connection, other))).rejects.toMatchObject({
    code: 'UNAVAILABLE',
  })
  const none = { ...other, read: async () => null }
  await expect(onOwner((connection) => openKeys(connection, none))).rejects.toMatchObject({
    code: 'UNAVAILABLE',
  })
})

test('equal values are likely one, however they were written', async () => {
  const value = number()
  const one = await holder(`${value.slice(0, 3)}-${value.slice(3)}`)
  const other = await holder(value)
  const { pairs } = await alikeRecords(office.records, office.whole, { type: 'alpha.holder', limit: 50 })
  const both = pairs.filter(
    ({ first, second }) => [one, other].includes(first.id) && [one, other].includes(second.id),
  )
  expect(both.map(({ by }) => by)).toEqual([[['contact']]])
})

test('what an older version stored in clear is enciphered, present and past, killed half way and all', async () => {
  const old = await testDatabase([alpha, beta])
  const before = await open(older, old)
  site = await before.establish('site', '2018-01-01', { name: '甲', code: 'A', parent_id: null })
  const canary = number()
  const ids = [
    await holder(`${canary}1`, before),
    await holder(`${canary}2`, before),
    await holder(null, before),
  ]
  await before.correct('holder', ids[0] as string, undefined, { contact: `${canary}3` })
  await before.remove('holder', ids[1] as string)
  const asking = { scope: before.whole, actor: clerk }
  const sets = { name: '丙', code: 'C', parent_id: null }
  const about = { type: 'alpha.site', reason: null, overrides: [], documentNo: null, header: {}, sets }
  const input = { ...about, idempotencyKey: newId(), act: 'opened', onDate: day('2018-01-02') }
  const answer = await recordEvent(before.records, asking, input)
  const plain = digestOf(input)
  await asAdmin(old, `update platform.request set digest = $1 where idempotency_key = $2`, [
    plain,
    input.idempotencyKey,
  ])
  expect(await tablesHolding(old, canary)).toEqual(
    expect.arrayContaining(['alpha.holder', 'alpha_history.holder']),
  )

  const after = await open(alpha, old)
  const as = openAsOwner(old, old.admin, old.admin.database as string)
  const declared = encipheredColumns(after.engine.types.values())
  expect(await columnsInClear(old, declared)).toEqual(declared)
  await expect(after.load('holder', ids[0] as string)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  const half = { owner: as, office: 1, actor: clerk, clear: true, together: 1, onProgress: () => false }
  expect(await reencipher(half, declared[0] as (typeof declared)[number])).toBe(1)
  expect((await verify(old, 1, [])).faults).toEqual([])
  const killed = {
    ...as,
    pool: Object.assign(Object.create(as.pool), {
      query: (statement: string, values: unknown[]) =>
        statement.startsWith('vacuum')
          ? Promise.reject(new Error('killed'))
          : as.pool.query(statement, values),
    }),
  }
  await expect(encipherDeclared(killed, 1, declared)).rejects.toThrow('killed')
  const file = () => asAdmin(old, `select pg_relation_filenode('platform.request') as no`)
  const withDeadRows = await file()
  expect(await encipherDeclared(as, 1, declared)).toBe(2)
  expect(await file()).not.toEqual(withDeadRows)
  expect(await columnsInClear(old, declared)).toEqual([])
  expect(await tablesHolding(old, canary)).toEqual([])
  expect((await verify(old, 1, [])).faults).toEqual([])
  expect((await after.load('holder', ids[0] as string))?.header['contact']).toBe(`${canary}3`)
  expect((await after.load('holder', ids[0] as string, 3n))?.header['contact']).toBe(`${canary}1`)
  expect((await after.load('holder', ids[1] as string, 3n))?.header['contact']).toBe(`${canary}2`)
  expect(await tablesHolding(old, plain)).toEqual([])
  expect(await recordEvent(after.records, asking, input)).toEqual(answer)
  await as.close()
  await old.drop()
})
