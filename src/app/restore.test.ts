import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Consequences, RestoreRequest } from '../platform/backup/restore-contract.ts'
import type { BackupStatus } from '../platform/backup/contract.ts'
import { newId } from '../platform/db/id.ts'
import { openProgram } from './program.ts'
import { type Client, signIn } from './testing/client.ts'
import { type Installation, makeInstallation } from './testing/installation.ts'
import { runCommand } from './testing/spawn-command.ts'
import { startProgram, type StartedProgram } from './testing/started-program.ts'

const minutes = 60_000
const ours = !process.env['DATABASE_URL']?.trim()
if (!ours) console.info('Skipped: the server of DATABASE_URL restores with tools of its own.')

let installation: Installation
let program: StartedProgram
let community: string
let officeName: string

async function ask(statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const opened = await openProgram({ env: installation.env })
  const client = new pg.Client({ ...opened.admin, database: opened.databaseName })
  await client.connect()
  try {
    return (await client.query(statement, values)).rows
  } finally {
    await client.end()
    await opened.close()
  }
}
const enter = (who: 'clerk' | 'admin' | 'security') => signIn(program.url, who, `demo-${who}-1`)

async function found(code: string): Promise<void> {
  const body = {
    act: 'established',
    onDate: '2018-07-01',
    header: { kind: 'compound' },
    sets: { name: `小区${code}`, code, parent_id: community },
    idempotencyKey: newId(),
  }
  const clerk = await enter('clerk')
  expect(await clerk.post('/records/organisation.place/events', body)).toMatchObject({ status: 200 })
}
const codes = async () =>
  (await ask(`select code from organisation.place_spell where code like 'R-%' order by 1`)).map(
    ({ code }) => code,
  )

async function status(admin: Client): Promise<BackupStatus> {
  return (await admin.get('/backups')).body as unknown as BackupStatus
}
async function untilIdle(admin: Client): Promise<BackupStatus> {
  for (;;) {
    const now = await status(admin)
    if (now.work === null) return now
    await sleep(50)
  }
}
async function backedUp(): Promise<string> {
  const admin = await enter('admin')
  expect((await admin.post('/backups', {})).status).toBe(200)
  return (await untilIdle(admin)).kept?.backups[0]?.name ?? ''
}

/** Asked for by the one, agreed to by the other. Answers the request. */
async function agreed(backup: string, target: string | null = null): Promise<string> {
  const admin = await enter('admin')
  const asked = await admin.post('/restores', { backup, target, reason: '误导入' })
  expect(asked).toMatchObject({ status: 200, body: { state: 'waiting' } })
  const { id } = asked.body as unknown as RestoreRequest
  const security = await enter('security')
  const decided = await security.post(`/restores/${id}/decision`, { agreed: true, reason: null })
  expect(decided).toMatchObject({ status: 200, body: { state: 'ready' } })
  return id
}
const begin = async (id: string) =>
  await (await enter('admin')).post(`/restores/${id}/begin`, { office: officeName })

/** How the program answers while it makes way, until it serves again. */
async function untilRestored(): Promise<Response[]> {
  const meanwhile: Response[] = []
  for (let back = false; !back; ) {
    await sleep(20)
    const answer = await fetch(`${program.url}/sign-in`).catch(() => null)
    if (answer?.status === 503) meanwhile.push(answer)
    back = meanwhile.length > 0 && answer?.status === 200
  }
  return meanwhile
}

const beside = async () =>
  (await readdir(dirname(installation.data))).filter((name) =>
    name.startsWith(`${basename(installation.data)}.`),
  )

describe.runIf(ours)('a restore of the running program', () => {
  let backup: string

  beforeAll(async () => {
    installation = await makeInstallation({ demo: true })
    program = await startProgram(installation, ['--yes'])
    const [first] = await ask(
      `select id from organisation.place where kind = 'community' order by id limit 1`,
    )
    community = String(first?.['id'])
    officeName = String((await ask('select name_zh from platform.office'))[0]?.['name_zh'])
    backup = await backedUp()
    await found('R-1')
  }, 3 * minutes)
  afterAll(async () => {
    await program?.kill()
    await installation.remove()
  })

  test('says beforehand what it would do', async () => {
    const admin = await enter('admin')
    const [{ at } = { at: '' }] = (await status(admin)).kept?.backups ?? []
    const answer = await admin.get(`/restores/consequences?backup=${backup}`)
    expect(answer.body as unknown as Consequences).toEqual({
      backup,
      at,
      changes: 1,
      lastChange: expect.any(String),
      erasures: 0,
      accounts: 0,
      office: expect.objectContaining({ zh: officeName }),
    })
    const before = await admin.get(`/restores/consequences?backup=${backup}&target=2018-07-29T00:00:00Z`)
    expect(before.status).toBe(422)
  })

  test('is begun by nobody alone, nor without the name of the office, nor a day later', async () => {
    const admin = await enter('admin')
    const security = await enter('security')
    expect((await (await enter('clerk')).post('/restores', { backup, reason: '误导入' })).status).toBe(403)
    expect((await security.post('/restores', { backup, reason: '误导入' })).status).toBe(403)
    const { id } = (await admin.post('/restores', { backup, reason: '误导入' }))
      .body as unknown as RestoreRequest
    expect((await admin.post(`/restores/${id}/decision`, { agreed: true, reason: null })).status).toBe(403)
    expect((await begin(id)).status).toBe(409)
    await expect(
      ask(
        `update platform.restore_request set decision = 'agreed', decided_by = asked_by, decided_at = now() where id = $1`,
        [id],
      ),
    ).rejects.toThrow(/check constraint/)
    expect((await security.post(`/restores/${id}/decision`, { agreed: true, reason: null })).status).toBe(200)
    const unnamed = await admin.post(`/restores/${id}/begin`, { office: '别处街道' })
    expect(unnamed.status).toBe(422)
    await expect(
      ask(`update platform.restore_request set begun_by = decided_by, begun_at = now() where id = $1`, [id]),
    ).rejects.toThrow(/check constraint/)
    await ask(
      `update platform.restore_request set asked_at = asked_at - interval '25 hours', decided_at = decided_at - interval '25 hours' where id = $1`,
      [id],
    )
    expect((await begin(id)).status).toBe(409)
    await expect(
      ask(`update platform.restore_request set begun_by = asked_by, begun_at = now() where id = $1`, [id]),
    ).rejects.toThrow(/check constraint/)
  })

  test('refused, it says why and is not begun', async () => {
    const admin = await enter('admin')
    const security = await enter('security')
    const { id } = (await admin.post('/restores', { backup, reason: '误导入' }))
      .body as unknown as RestoreRequest
    expect((await security.post(`/restores/${id}/decision`, { agreed: false, reason: null })).status).toBe(
      422,
    )
    const refused = await security.post(`/restores/${id}/decision`, { agreed: false, reason: '无须恢复' })
    expect(refused.body).toMatchObject({ state: 'refused', decided: { reason: '无须恢复' } })
    expect((await begin(id)).status).toBe(409)
  })

  test(
    'can be stopped while it is built; nothing is left of it, and the agreement is used up',
    async () => {
      const id = await agreed(backup)
      const admin = await enter('admin')
      expect((await begin(id)).body).toEqual({ begun: true })
      expect((await admin.post('/backups', {})).status).toBe(409)
      await expect.poll(async () => (await beside()).length, { timeout: 30_000, interval: 5 }).toBe(1)
      expect((await admin.post('/backups/stop', {})).body).toEqual({ stopped: true })
      expect(await beside()).toEqual([])
      const { requests } = (await admin.get('/restores')).body as unknown as { requests: RestoreRequest[] }
      expect(requests.find((request) => request.id === id)).toMatchObject({
        state: 'failed',
        failure: { en: expect.stringContaining('Stopped') },
      })
      expect((await begin(id)).status).toBe(409)
      expect(await codes()).toEqual(['R-1'])
    },
    2 * minutes,
  )

  test(
    'brings the office back to the backup at the same address, says so meanwhile, and keeps what was there',
    async () => {
      const clerk = await enter('clerk')
      const id = await agreed(backup)
      expect((await begin(id)).status).toBe(200)
      const [first] = await untilRestored()
      expect(first?.headers.get('retry-after')).toMatch(/^\d+$/)
      expect(await first?.text()).toContain('正在恢复备份')
      expect(await codes()).toEqual([])
      expect((await clerk.get('/findings')).status).toBe(401)
      const [told] = await ask(`select * from platform.audit_event where act = 'backup.restored'`)
      const [aside = ''] = await beside()
      expect(aside).toMatch(/^data\.before-\d{8}T\d{6}Z$/)
      expect(told).toMatchObject({
        actor_name: expect.stringContaining('administrator'),
        reason: '误导入',
        subject_id: backup,
        details: {
          request: id,
          askedBy: expect.stringContaining('administrator'),
          agreedBy: expect.stringContaining('security'),
          changesGivenUp: '1',
          upTo: 'backup',
          givenUpEvent: expect.stringMatching(/^\d+$/),
          givenUpHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      })
      expect((await runCommand(installation.env, ['verify'])).code).toBe(0)
      const { kept } = await status(await enter('admin'))
      expect(kept?.aside).toEqual([join(dirname(installation.data), aside)])
      expect(kept?.backups).toMatchObject([{ name: backup, earlier: true }])
      await found('R-2')
    },
    3 * minutes,
  )

  test(
    'reaches a moment after the backup',
    async () => {
      const newer = await backedUp()
      await found('R-3')
      const between = new Date(Date.now() + 1).toISOString()
      await sleep(20)
      await found('R-4')
      expect((await begin(await agreed(newer, between))).status).toBe(200)
      await untilRestored()
      expect(await codes()).toEqual(['R-2', 'R-3'])
    },
    3 * minutes,
  )

  test(
    'is gone back from by a command with the program stopped',
    async () => {
      expect(await program.stop()).toBe(0)
      const [, latest = ''] = await beside()
      const went = await runCommand(
        installation.env,
        ['restore', join(dirname(installation.data), latest), '--aside'],
        installation.folder,
      )
      expect([went.code, went.stderr]).toEqual([0, expect.stringContaining('Gone back')])
      expect(await codes()).toEqual(['R-2', 'R-3', 'R-4'])
      expect((await runCommand(installation.env, ['verify'])).code).toBe(0)
      const acts = await ask(
        `select subject_id from platform.audit_event where act = 'backup.restored' order by event_no`,
      )
      expect(acts.at(-1)).toEqual({ subject_id: join(dirname(installation.data), latest) })
      expect((await stat(join(installation.data, 'backups'))).isDirectory()).toBe(true)
      program = await startProgram(installation, [])
    },
    3 * minutes,
  )

  test(
    'a backup is checked and restored on trial, and that is remembered',
    async () => {
      const admin = await enter('admin')
      const name = await backedUp()
      expect((await admin.post(`/backups/${name}/check`, {})).status).toBe(200)
      expect((await untilIdle(admin)).kept?.backups[0]?.proof).toMatchObject({ kind: 'check', failure: null })
      expect((await admin.post(`/backups/${name}/drill`, {})).status).toBe(200)
      const { kept } = await untilIdle(admin)
      expect(kept?.drilled).toMatchObject({
        kind: 'drill',
        backup: name,
        failure: null,
        tables: expect.any(Number),
        events: expect.any(Number),
      })
      expect((await beside()).every((each) => each.startsWith('data.before-'))).toBe(true)
      const drilled = await runCommand(installation.env, ['drill', '--json'])
      expect([drilled.code, JSON.parse(drilled.stdout)]).toMatchObject([0, { backup: name }])
      const verified = await runCommand(installation.env, ['verify'])
      expect(verified.stderr).toContain(`A backup was last restored and compared on`)
    },
    3 * minutes,
  )

  const drafts = async () => (await beside()).filter((name) => name.includes('.restoring-'))
  const asides = async () => (await beside()).filter((name) => name.includes('.before-')).length
  // Often enough to meet a step, seldom enough to leave the program the machine.
  const patience = 5
  const steps: Readonly<Record<string, (asideBefore: number) => Promise<boolean>>> = {
    'its folder appears': async () => (await drafts()).length > 0,
    'its server runs': async () => {
      const pid = join(dirname(installation.data), `${(await drafts())[0]}`, 'server/cluster/postmaster.pid')
      return await stat(pid).then(
        () => true,
        () => false,
      )
    },
    'it says that it is being restored': async () =>
      (await fetch(`${program.url}/sign-in`).catch(() => null))?.status === 503,
    // Too short to be met each time: then it is killed a moment later.
    'it takes its place': async (before) =>
      (await beside()).some((name) => name.endsWith('.taking-place')) || (await asides()) > before,
    'what was there is aside': async (before) => (await asides()) > before,
  }

  test.each(Object.entries(steps))(
    'killed when %s, it leaves the old or the new whole, and the next start tells and works',
    async (_name, reached) => {
      const name = await backedUp()
      const before = await codes()
      await found(`R-${10 + before.length}`)
      const after = await codes()
      const asideBefore = await asides()
      expect((await begin(await agreed(name))).status).toBe(200)
      while (!(await reached(asideBefore))) await sleep(patience)
      await program.kill()
      program = await startProgram(installation, [])
      const left = await beside()
      expect(left.filter((each) => !each.includes('.before-'))).toEqual([])
      const now = await codes()
      const restored = (await asides()) > asideBefore
      expect(now).toEqual(restored ? before : after)
      if (!restored && program.said.stderr.includes('interrupted'))
        expect(program.said.stderr).toContain('The data are as they were')
      expect((await runCommand(installation.env, ['verify'])).code).toBe(0)
      const { requests } = (await (await enter('admin')).get('/restores')).body as unknown as {
        requests: RestoreRequest[]
      }
      expect(requests.filter(({ state }) => state === 'running')).toEqual([])
    },
    6 * minutes,
  )
})
