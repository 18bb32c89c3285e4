import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answers } from './answers.ts'
import { openDataDirectory } from './data-directory.ts'
import { startEmbedded } from './embedded.ts'
import { findPostmaster } from './postmaster.ts'
import type { RunningServer } from './running-server.ts'
import { spawnHolder } from './testing/spawn-holder.ts'
import { type TemporaryData, temporaryData } from './testing/temporary-data.ts'
import { until } from './testing/until.ts'

let temporary: TemporaryData
let servers: RunningServer[] = []

async function start(path = temporary.path): Promise<RunningServer> {
  const data = await openDataDirectory({ env: { XIAOMA_DATA: path }, projectRoot: '/' })
  const server = await startEmbedded({ data })
  servers.push(server)
  return server
}

async function ask(server: RunningServer, sql: string): Promise<unknown> {
  const client = new pg.Client(server.admin)
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql)
  await client.end()
  return Object.values(rows[0] ?? {})[0]
}

beforeEach(async () => {
  temporary = await temporaryData()
})
afterEach(async () => {
  for (const server of servers) await server.stop()
  servers = []
  await temporary.remove()
})

test('runs with the settings chosen, on a private socket and no network', async () => {
  const server = await start()
  expect(server).toMatchObject({ adopted: false, shared: false })
  const settings = {
    shared_buffers: '256MB',
    jit: 'off',
    random_page_cost: '1.1',
    max_connections: '100',
    fsync: 'on',
    timezone: 'Asia/Shanghai',
    listen_addresses: '',
    server_encoding: 'UTF8',
    log_min_messages: 'log',
  }
  for (const [name, value] of Object.entries(settings)) {
    expect([name, await ask(server, `show ${name}`)]).toEqual([name, value])
  }
  expect(await ask(server, `select datcollate from pg_database where datname = 'postgres'`)).toBe('C')
  expect((await stat(String(server.admin.host))).mode & 0o777).toBe(0o700)
})

test('keeps its data from one start to the next, and leaves no process after stopping', async () => {
  const first = await start()
  const cluster = String(await ask(first, 'show data_directory'))
  await ask(first, 'create table kept as select 42 as answer')
  await first.stop()
  expect(await findPostmaster(cluster)).toEqual({ kind: 'none' })
  await expect(stat(join(cluster, 'postmaster.pid'))).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await ask(await start(), 'select answer from kept')).toBe(42)
})

test('a second start shares the server and cannot stop it', async () => {
  const owner = await start()
  const guest = await start()
  expect(guest).toMatchObject({ adopted: false, shared: true, admin: owner.admin })
  await guest.stop()
  expect(await ask(owner, 'select 1')).toBe(1)
})

test('of racing first starts one owns the server and the others share it', async () => {
  const holders = await Promise.all([1, 2, 3].map(() => spawnHolder(temporary.path, 'hold')))
  expect(holders.map((each) => String(each.told.shared)).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'false',
    'true',
    'true',
  ])
  for (const holder of holders) await holder.kill()
  expect((await start()).shared).toBe(false)
})

test('a server that is killed under its owner is started again', async () => {
  const server = await start()
  const cluster = String(await ask(server, 'show data_directory'))
  await ask(server, 'create table kept as select 42 as answer')
  const before = await findPostmaster(cluster)
  if (before.kind !== 'running') throw new Error(before.kind)
  process.kill(before.pid, 'SIGKILL')
  await until(async () => {
    const now = await findPostmaster(cluster)
    return now.kind === 'running' && now.pid !== before.pid && (await answers(server.admin, cluster))
  })
  expect(await ask(server, 'select answer from kept')).toBe(42)
}, 60_000)

test('a process that ends without stopping the server takes it along', async () => {
  const holder = await spawnHolder(temporary.path, 'leave')
  const cluster = join(temporary.path, 'server/cluster')
  expect(holder.told.host).toContain('/')
  await until(async () => (await findPostmaster(cluster)).kind === 'none')
})

test('a path too long for a socket gets a short one elsewhere', async () => {
  const long = join(temporary.path, 'x'.repeat(60), 'y'.repeat(60))
  await mkdir(join(temporary.path, 'x'.repeat(60)), { recursive: true })
  const server = await start(long)
  expect(Buffer.byteLength(`${server.admin.host}/.s.PGSQL.5432`)).toBeLessThan(100)
  expect(String(server.admin.host).startsWith(temporary.path)).toBe(false)
  expect(await ask(server, 'show data_directory')).toBe(join(long, 'server/cluster'))
  await server.stop()
  await rm(String(server.admin.host), { recursive: true })
})
