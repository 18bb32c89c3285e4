import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectExternal, refuseOldVersion } from './external.ts'
import { chooseServerUser, type ServerUser, spawnOptions } from './server-user.ts'
import { startServer } from './server.ts'

const programs = '/usr/lib/postgresql/15/bin'
const isInstalled = existsSync(programs)
if (!isInstalled) console.info('Skipped: PostgreSQL 15 of the system is not installed.')

describe.runIf(isInstalled)('a server of PostgreSQL 15', () => {
  let folder: string
  let user: ServerUser | undefined
  const control = (...options: string[]) =>
    execFileSync(join(programs, 'pg_ctl'), ['-D', join(folder, 'cluster'), '-w', ...options], {
      ...spawnOptions(user),
      stdio: 'ignore',
    })

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xiaoma-external-'))
    user = chooseServerUser()
    if (user) await chown(folder, user.uid, user.gid)
    await chmod(folder, 0o700)
    control('-o', '-A trust -U keeper', 'init')
    control('-o', `-c listen_addresses='' -k ${folder} -p 6543`, '-l', join(folder, 'log'), 'start')
  }, 60_000)
  afterAll(async () => {
    control('-m', 'fast', 'stop')
    await rm(folder, { recursive: true, force: true })
  })

  test('is used as DATABASE_URL says, and left running', async () => {
    const url = `postgres://keeper:not-asked@/postgres?host=${encodeURIComponent(folder)}&port=6543`
    const server = await startServer({ env: { DATABASE_URL: url }, projectRoot: '/nonexistent' })
    expect(server).toMatchObject({ adopted: false, admin: { user: 'keeper', host: folder, port: 6543 } })
    await server.stop()
    const client = new pg.Client({ ...server.admin, database: 'template1' })
    await client.connect()
    const { rows } = await client.query<{ name: string }>('select current_database() as name')
    expect(rows[0]?.name).toBe('template1')
    await client.end()
  })

  test('an unknown database is refused with the server’s reason and without the password', async () => {
    const url = `postgres:///missing?user=keeper&password=canary&host=${encodeURIComponent(folder)}&port=6543`
    const refusal = await connectExternal(url).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('does not exist') })
    expect(JSON.stringify(refusal) + String(refusal)).not.toContain('canary')
  })
})

test('an address of another kind is refused without repeating it', async () => {
  for (const url of ['mysql://root:canary@host/db', 'canary', 'postgres://user:canary@host:port/db']) {
    const refusal = await connectExternal(url).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'INVALID' })
    expect(JSON.stringify(refusal) + String(refusal)).not.toContain('canary')
  }
})

test('versions before 15 are refused by name, 15 and later are not', () => {
  expect(() => refuseOldVersion({ host: 'h', port: 1 }, 140_019, '14.19')).toThrow(/PostgreSQL 14\.19/)
  expect(() => refuseOldVersion({ host: 'h', port: 1 }, 150_000, '15.0')).not.toThrow()
})

test('a silent address is refused as not answering', async () => {
  const absent = encodeURIComponent(join(tmpdir(), 'xiaoma-absent'))
  expect(spawnSync('test', ['-e', absent]).status).not.toBe(0)
  await expect(connectExternal(`postgres:///db?host=${absent}`)).rejects.toMatchObject({
    code: 'UNAVAILABLE',
  })
})
