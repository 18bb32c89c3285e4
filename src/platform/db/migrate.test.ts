import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { boxDatabase } from '../testing/box.ts'
import type { TestDatabase } from '../testing/database.ts'
import { migrate } from './migrate.ts'
import { type Migration, migrationsIn, platformMigrations } from './migration.ts'

let database: TestDatabase
let client: Client
let owner: string
let landed: readonly Migration[]

beforeEach(async () => {
  database = await boxDatabase()
  client = new Client(database.admin)
  await client.connect()
  owner = `${database.admin.database}_owner`
  const sql = await sqlOfBox()
  landed = [...platformMigrations, { area: 'box', name: '2026-11-23-90-box', sql }]
})
afterEach(async () => {
  await client.end()
  await database.drop()
})

/** The text that the fixture ran is known by its digest alone, so a copy of it is put in its place. */
async function sqlOfBox(): Promise<string> {
  const sql = 'select 1'
  await client.query(
    `update platform.migration set digest = encode(sha256($1), 'hex') where name like 'box/%'`,
    [sql],
  )
  return sql
}

const run = (...more: Migration[]) => migrate(client, owner, [...landed, ...more])
const step = (name: string, sql: string): Migration => ({ area: 'box', name, sql })
const tables = async () => {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'box' and c.relkind = 'r' order by 1`,
  )
  return rows.map((row) => row.name)
}

test('what has run is not run again', async () => {
  expect(await run()).toEqual([])
  expect(await run(step('2026-12-01-01-lid', 'create table box.lid (office_id int)'))).toEqual([
    'box/2026-12-01-01-lid',
  ])
  landed = [...landed, step('2026-12-01-01-lid', 'create table box.lid (office_id int)')]
  expect(await run()).toEqual([])
  expect(await tables()).toEqual(['item', 'lid'])
})

test('migrations of all areas run in the order of their names, each as the role that owns the tables', async () => {
  const log = `insert into box.log select '%', current_user`
  const ran = await run(
    { area: 'beta', name: '2026-12-03-01-third', sql: log.replace('%', 'third') },
    { area: 'alpha', name: '2026-12-02-01-second', sql: log.replace('%', 'second') },
    step(
      '2026-12-01-01-first',
      `create table box.log (word text, ran_as text); ${log.replace('%', 'first')}`,
    ),
  )
  expect(ran).toEqual(['box/2026-12-01-01-first', 'alpha/2026-12-02-01-second', 'beta/2026-12-03-01-third'])
  const { rows } = await client.query('select * from box.log')
  expect(rows).toEqual(['first', 'second', 'third'].map((word) => ({ word, ran_as: owner })))
})

test('a migration that fails at its last statement leaves nothing of itself, and what ran before it stays', async () => {
  const good = step('2026-12-01-01-good', 'create table box.good (office_id int)')
  const bad = step(
    '2026-12-01-02-bad',
    `create table box.half (office_id int); drop table box.good; select 1/0`,
  )
  await expect(run(good, bad)).rejects.toThrow('division by zero')
  expect(await tables()).toEqual(['good', 'item'])
  const { rows } = await client.query(`select name from platform.migration where name like 'box/2026-12%'`)
  expect(rows).toEqual([{ name: 'box/2026-12-01-01-good' }])
  expect(await run(good, { ...bad, sql: 'create table box.half (office_id int)' })).toEqual([
    'box/2026-12-01-02-bad',
  ])
})

test('a migration whose connection dies before its commit leaves nothing, and the next start runs it', async () => {
  const slow = step('2026-12-01-01-slow', 'create table box.half (office_id int); select pg_sleep(30)')
  const lost = new Client(database.admin)
  await lost.connect()
  lost.on('error', () => undefined)
  const running = migrate(lost, owner, [...landed, slow])
  const ended = running.catch((error: unknown) => error)
  for (;;) {
    const { rows } = await client.query<{ done: boolean }>(
      `select pg_terminate_backend(pid) as done from pg_stat_activity where datname = current_database() and query like '%pg_sleep(30)%' and pid <> pg_backend_pid()`,
    )
    if (rows[0]?.done) break
  }
  expect(await ended).toBeInstanceOf(Error)
  await lost.end().catch(() => undefined)
  expect(await tables()).toEqual(['item'])
  expect(await run({ ...slow, sql: 'create table box.half (office_id int)' })).toEqual([
    'box/2026-12-01-01-slow',
  ])
})

test('a database that is newer than the program is refused in words, and nothing runs', async () => {
  const newer = step('2026-12-09-01-newer', 'create table box.newer (office_id int)')
  await run(newer)
  const other = step('2026-12-10-01-other', 'create table box.other (office_id int)')
  await expect(run(other)).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    words: { zh: expect.stringContaining('更新的程序') },
    data: { migration: 'box/2026-12-09-01-newer' },
  })
  expect(await tables()).toEqual(['item', 'newer'])
})

test('a landed migration that was edited is refused by its name', async () => {
  landed = landed.map((migration) =>
    migration.area === 'box' ? { ...migration, sql: `${migration.sql} ` } : migration,
  )
  await expect(run()).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    data: { migration: 'box/2026-11-23-90-box' },
  })
})

test('two starts at once run each migration once', async () => {
  const other = new Client(database.admin)
  await other.connect()
  const lid = step('2026-12-01-01-lid', 'create table box.lid (office_id int)')
  const ran = await Promise.all([
    migrate(client, owner, [...landed, lid]),
    migrate(other, owner, [...landed, lid]),
  ])
  await other.end()
  expect(ran.flat()).toEqual(['box/2026-12-01-01-lid'])
})

test('a migration says in its file name when it comes and what it does', () => {
  expect(platformMigrations.length).toBeGreaterThan(0)
  for (const { name } of platformMigrations) expect(name).toMatch(/^\d{4}-\d\d-\d\d-\d\d-[a-z0-9-]+$/)
  expect(migrationsIn(import.meta.dirname, 'none')).toEqual([])
})
