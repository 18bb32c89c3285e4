import { cp, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listBackups } from '../platform/backup/backup-folder.ts'
import { readJournal } from '../platform/backup/erasure-journal.ts'
import { sumTables } from '../platform/backup/table-sums.ts'
import { removeHome } from '../platform/db/server/testing/temporary-data.ts'
import { newId } from '../platform/db/id.ts'
import { listenSettings } from '../platform/rpc/server/listen.ts'
import { office, openProgram } from './program.ts'
import { accountsFor } from './server.ts'
import { type Client, signIn } from './testing/client.ts'
import { type Installation, makeInstallation } from './testing/installation.ts'
import { runCommand, spawnCommand } from './testing/spawn-command.ts'
import { startProgram, type StartedProgram } from './testing/started-program.ts'

const minutes = 60_000
const ours = !process.env['DATABASE_URL']?.trim()
if (!ours) console.info('Skipped: the server of DATABASE_URL has backups of its own.')

let installation: Installation
const made: string[] = []
/** The same surroundings with another data directory, which nobody has made yet. */
const elsewhere = (name: string) => {
  const XIAOMA_DATA = join(installation.folder, name)
  made.push(XIAOMA_DATA)
  return { ...installation.env, XIAOMA_DATA }
}
async function remove(): Promise<void> {
  for (const path of made.splice(0)) await removeHome(path)
  await installation.remove()
}
const run = async (env: Installation['env'], ...args: string[]) => {
  const ran = await runCommand(env, args, installation.folder)
  return { ...ran, said: ran.stderr }
}
const ok = async (env: Installation['env'], ...args: string[]) => {
  const ran = await run(env, ...args)
  expect([args, ran.code, ran.code === 0 ? '' : ran.said]).toEqual([args, 0, ''])
  return ran
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** What a restore itself writes: that it was, and that nobody is signed in any more. */
const written = ['platform.audit_event', 'platform.audit_head', 'access.session']

/** Every other table by count and hash, and every figure as it is printed. */
async function everything(env: Installation['env']) {
  const program = await openProgram({ env })
  try {
    const summed = await sumTables({ ...program.admin, database: program.databaseName })
    const tables = summed.filter(({ name }) => !written.includes(name))
    return { tables, figures: (await ok(env, 'figures', '--as-of', '2018-07-29', '--json')).stdout }
  } finally {
    await program.close()
  }
}

async function ask(env: Installation['env'], statement: string): Promise<unknown[]> {
  const program = await openProgram({ env })
  const client = new pg.Client({ ...program.admin, database: program.databaseName })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
    await program.close()
  }
}
const codes = async (env: Installation['env'], like: string) =>
  (await ask(env, `select code from organisation.place_spell where code like '${like}%' order by 1`)).length

describe.runIf(ours)('a street at work', () => {
  let program: StartedProgram
  let clerk: Client
  let officer: Client
  let community: string
  let metrics: number
  let backups: string
  const found = async (code: string) => {
    const sets = { name: `小区${code}`, code, parent_id: community }
    const body = { act: 'established', onDate: '2018-07-01', header: { kind: 'compound' }, sets }
    const answer = await clerk.post('/records/organisation.place/events', {
      ...body,
      idempotencyKey: newId(),
    })
    expect(answer).toMatchObject({ status: 200 })
  }

  beforeAll(async () => {
    installation = await makeInstallation({ demo: true })
    backups = join(installation.data, 'backups')
    metrics = await freePort()
    program = await startProgram({ env: { ...installation.env, XIAOMA_METRICS_PORT: String(metrics) } }, [
      '--yes',
    ])
    const opened = await openProgram({ env: installation.env })
    const accounts = accountsFor(
      opened.database,
      opened.sessionSecret,
      listenSettings(installation.env, true),
    )
    const roles = [{ role: 'erasure_officer', place: null }]
    const named = { office, username: 'officer', password: 'an officer of erasures', name: '专员' }
    await accounts.createAccount({ ...named, roles, mustChangePassword: false })
    await opened.close()
    clerk = await signIn(program.url, 'clerk', 'demo-clerk-1')
    officer = await signIn(program.url, 'officer', named.password)
    const [first] = (await ask(
      installation.env,
      `select id from organisation.place where kind = 'community' order by id limit 1`,
    )) as { id: string }[]
    community = first?.id ?? ''
  }, 3 * minutes)
  afterAll(async () => {
    await program?.kill()
    await remove()
  })

  let between = ''
  let erased = ''

  test(
    'is backed up while it writes, and again from the page',
    async () => {
      const writing = new AbortController()
      let written = 0
      const working = (async () => {
        while (!writing.signal.aborted) {
          await found(`W${String(written).padStart(4, '0')}`)
          written += 1
        }
      })()
      const { stdout } = await ok(installation.env, 'backup')
      const during = written
      writing.abort()
      await working
      expect(during).toBeGreaterThan(0)
      const [backup] = await listBackups(backups)
      expect(stdout.trim()).toBe(backup?.folder)
      expect(backup?.manifest.tables?.find(({ name }) => name === 'organisation.place')?.rows).toMatch(
        /^\d+$/,
      )
      const admin = await signIn(program.url, 'admin', 'demo-admin-1')
      expect((await clerk.get('/backups')).status).toBe(403)
      expect((await admin.post('/backups', {})).body).toEqual({ begun: true })
      expect((await admin.post('/backups', {})).status).toBe(409)
      const status = async () =>
        (await admin.get('/backups')).body as { work: unknown; kept: { backups: unknown[] } }
      while ((await status()).work !== null) await sleep(100)
      expect(await status()).toMatchObject({
        kept: {
          sameDisk: true,
          enciphered: false,
          failure: null,
          backups: [{ tables: expect.any(Number) }, {}],
        },
      })
      const measured = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text()
      for (const line of [/^xiaoma_backups 2$/m, /^xiaoma_backup_failed 0$/m, /^xiaoma_disk_free_bytes \d/m])
        expect(measured).toMatch(line)
    },
    2 * minutes,
  )

  test(
    'goes on: something, then something else, then an erasure, which is written down outside the database',
    async () => {
      await found('A-before')
      between = new Date(Date.now() + 1).toISOString()
      await sleep(20)
      await found('B-after')
      const [person] = (await ask(
        installation.env,
        'select id from people.person where name is not null order by id limit 1',
      )) as { id: string }[]
      erased = person?.id ?? ''
      const reason = '本人要求'
      const body = { reason, idempotencyKey: newId() }
      expect((await officer.post(`/records/people.person/${erased}/erasure`, body)).status).toBe(200)
      const journals = [
        installation.data,
        join(backups, (await readdir(backups)).find((name) => name.startsWith('log-')) ?? ''),
      ]
      for (const folder of journals)
        await expect
          .poll(
            async () => (await readJournal(join(folder, 'erasures.jsonl')))?.map(({ record }) => record),
            { timeout: 30_000 },
          )
          .toEqual([erased])
      expect(await program.stop()).toBe(0)
    },
    minutes,
  )

  test(
    'restored elsewhere with all that was kept it is the same: every table, every figure',
    async () => {
      const env = elsewhere('latest')
      const { said } = await ok(env, 'restore', backups, '--to', 'latest')
      expect(said).toContain('Erasures of personal information since then were done again: 0 records')
      expect(await everything(env)).toEqual(await everything(installation.env))
      const events =
        'select act, actor_name, details from platform.audit_event order by event_no desc limit 2'
      const [told, before] = (await ask(env, events)) as { act: string }[]
      expect([before]).toEqual([((await ask(installation.env, events)) as { act: string }[])[0]])
      expect(told).toMatchObject({
        act: 'backup.restored',
        actor_name: expect.stringContaining('command line'),
        details: { upTo: 'latest', erasedAgain: '0' },
      })
      expect(await ask(env, 'select from access.session')).toEqual([])
    },
    3 * minutes,
  )

  test(
    'restored as it was backed up every table is compared, what was erased since is erased again, and the program runs on it',
    async () => {
      const env = elsewhere('as-backed-up')
      const [first] = await listBackups(backups)
      const { said } = await ok(env, 'restore', first?.folder ?? '')
      expect(said).toMatch(/\n\d+ tables have the same count and hash/)
      expect(said).toContain('Erasures of personal information since then were done again: 1 records')
      expect(await ask(env, `select name from people.person where id = '${erased}'`)).toEqual([
        { name: null },
      ])
      expect([await codes(env, 'A-before'), await codes(env, 'B-after')]).toEqual([0, 0])
      await ok(env, 'verify')
      const again = await startProgram({ env })
      expect((await (await signIn(again.url, 'clerk', 'demo-clerk-1')).get('/findings')).status).toBe(200)
      expect(await again.stop()).toBe(0)
    },
    3 * minutes,
  )

  test(
    'restored to a moment between two changes it has the first and not the second',
    async () => {
      const env = elsewhere('between')
      await ok(env, 'restore', backups, '--to', between)
      expect([await codes(env, 'A-before'), await codes(env, 'B-after')]).toEqual([1, 0])
      expect(await ask(env, `select name from people.person where id = '${erased}'`)).toEqual([
        { name: null },
      ])
    },
    3 * minutes,
  )

  test(
    'restored where it was it goes on, with the backups at their place',
    async () => {
      const before = (await listBackups(backups)).map(({ folder }) => folder)
      await ok(installation.env, 'restore', backups, '--to', 'latest', '--aside')
      expect([await codes(installation.env, 'A-before'), await codes(installation.env, 'B-after')]).toEqual([
        1, 1,
      ])
      expect((await listBackups(backups)).map(({ folder }) => folder)).toEqual(before)
      const next = (await ok(installation.env, 'backup')).stdout.trim()
      expect((await listBackups(backups)).map(({ folder }) => folder)).toEqual([...before, next])
    },
    3 * minutes,
  )

  test(
    'a backup put elsewhere holds none of the backups, and is restored where it was with these at their place',
    async () => {
      const before = (await listBackups(backups)).map(({ folder }) => folder)
      const out = join(installation.folder, 'usb')
      const away = (await ok(installation.env, 'backup', '--out', out)).stdout.trim()
      const [copy] = await listBackups(out)
      expect(copy?.manifest.files.filter(({ path }) => path.startsWith('data/backups/'))).toEqual([])
      await ok(installation.env, 'restore', away, '--aside')
      expect((await listBackups(backups)).map(({ folder }) => folder)).toEqual(before)
    },
    3 * minutes,
  )

  test(
    'a moment before the first backup, and one that the log does not reach, are refused in words',
    async () => {
      const env = elsewhere('never')
      const early = await run(env, 'restore', backups, '--to', '2018-07-29')
      expect([early.code, early.said]).toEqual([1, expect.stringContaining('The earliest backup is of')])
      const late = await run(env, 'restore', backups, '--to', '2099-01-01')
      expect([late.code, late.said]).toEqual([
        1,
        expect.stringContaining('For all that was kept, say --to latest'),
      ])
      await expect(stat(env.XIAOMA_DATA)).rejects.toMatchObject({ code: 'ENOENT' })
      expect((await readdir(installation.folder)).filter((name) => name.includes('restoring'))).toEqual([])
    },
    2 * minutes,
  )
})

describe.runIf(ours)('an office that enciphers', () => {
  let env: Installation['env']
  let backups: string
  beforeAll(async () => {
    installation = await makeInstallation()
    backups = join(installation.folder, 'kept')
    const key = join(installation.folder, 'key')
    await writeFile(key, 'ab'.repeat(32))
    env = { ...installation.env, XIAOMA_BACKUP_DIR: backups, XIAOMA_BACKUP_KEY: key, XIAOMA_BACKUP_KEEP: '1' }
    const program = await startProgram({ env }, ['--empty', '--name', '密码街道办事处'])
    await program.stop()
  }, 2 * minutes)
  afterAll(remove)

  test(
    'backs up while the program is stopped; one backup is kept, and nothing can be read in it',
    async () => {
      await ok(env, 'backup')
      await ok(env, 'backup')
      const kept = await listBackups(backups)
      expect(kept).toHaveLength(1)
      const folder = kept[0]?.folder ?? ''
      for (const name of await readdir(folder, { recursive: true }))
        if (name.endsWith('.enc'))
          expect((await readFile(join(folder, name))).subarray(0, 4).toString()).toBe('XMB1')
        else if ((await stat(join(folder, name))).isFile()) expect(name).toBe('manifest.json')
    },
    2 * minutes,
  )

  test(
    'without the key, with another one, or with a byte changed it is refused before anything is done',
    async () => {
      const there = { ...elsewhere('refused'), XIAOMA_BACKUP_KEY: env['XIAOMA_BACKUP_KEY'] }
      const none = await run({ ...there, XIAOMA_BACKUP_KEY: '' }, 'restore', backups)
      expect([none.code, none.said]).toEqual([1, expect.stringContaining('is enciphered with the key')])
      const other = join(installation.folder, 'other-key')
      await writeFile(other, 'cd'.repeat(32))
      expect((await run({ ...there, XIAOMA_BACKUP_KEY: other }, 'restore', backups)).code).toBe(1)
      const copy = join(await mkdtemp(join(installation.folder, 'copy-')), 'backup')
      const [backup] = await listBackups(backups)
      await cp(backup?.folder ?? '', copy, { recursive: true })
      const victim = join(copy, 'base/global/pg_control.gz.enc')
      const bytes = await readFile(victim)
      bytes[bytes.length - 40] = (bytes[bytes.length - 40] as number) ^ 1
      await writeFile(victim, bytes)
      const damaged = await run(there, 'restore', copy)
      expect([damaged.code, damaged.said]).toEqual([
        1,
        expect.stringContaining('base/global/pg_control is missing or not'),
      ])
      const manifest = join(copy, 'manifest.json')
      await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('"rows":"1"', '"rows":"2"'))
      const altered = await run(there, 'restore', copy)
      expect([altered.code, altered.said]).toEqual([1, expect.stringContaining('was altered')])
      await expect(stat(there.XIAOMA_DATA)).rejects.toMatchObject({ code: 'ENOENT' })
    },
    2 * minutes,
  )

  test(
    'is restored over what is there only where that is kept aside, and never under a running program',
    async () => {
      const program = await startProgram({ env }, [])
      const running = await run(env, 'restore', backups, '--aside')
      expect([running.code, running.said]).toEqual([1, expect.stringContaining('Stop the program first')])
      expect(await program.stop()).toBe(0)
      const occupied = await run(env, 'restore', backups)
      expect([occupied.code, occupied.said]).toEqual([1, expect.stringContaining('add --aside')])
      const { said } = await ok(env, 'restore', backups, '--aside')
      const [, aside = ''] = /What was there is kept in (\S+)\.\n/.exec(said) ?? []
      expect(dirname(aside)).toBe(installation.folder)
      expect((await stat(join(aside, 'server.json'))).isFile()).toBe(true)
      expect(await ask(env, 'select name_zh from platform.office')).toEqual([{ name_zh: '密码街道办事处' }])
    },
    2 * minutes,
  )

  test(
    'moved to where no journal of erasures lies it says that they may be there again',
    async () => {
      const [backup] = await listBackups(backups)
      const alone = join(await mkdtemp(join(installation.folder, 'alone-')), 'backup')
      await cp(backup?.folder ?? '', alone, { recursive: true })
      const there = { ...elsewhere('alone'), XIAOMA_BACKUP_KEY: env['XIAOMA_BACKUP_KEY'] }
      expect((await ok(there, 'restore', alone)).said).toContain(
        'No journal of erasures since the backup was found',
      )
    },
    2 * minutes,
  )

  test(
    'a backup that is stopped or killed leaves none, and the next one clears up',
    async () => {
      const before = (await listBackups(backups)).map(({ folder }) => folder)
      for (const signal of ['SIGINT', 'SIGKILL'] as const) {
        const { child, ended } = spawnCommand(env, ['backup'])
        while (!(await readdir(backups)).some((name) => name.endsWith('.unfinished'))) await sleep(2)
        child.kill(signal)
        expect(await ended).toBe(signal === 'SIGINT' ? 130 : signal)
        expect((await listBackups(backups)).map(({ folder }) => folder)).toEqual(before)
      }
      await ok(env, 'backup')
      expect((await readdir(backups)).filter((name) => name.endsWith('.unfinished'))).toEqual([])
      expect((await listBackups(backups)).map(({ folder }) => folder)).not.toEqual(before)
    },
    2 * minutes,
  )
})

test('a server of its own is said to have its own tools', async () => {
  const env = { ...process.env, DATABASE_URL: 'postgres://nobody@localhost/none' }
  for (const args of [['backup'], ['restore', '/nowhere']]) {
    const { code, stderr } = await runCommand(env, args)
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/pg_basebackup[^]*master\.key[^]*XIAOMA_MASTER_KEY/),
    ])
  }
})
