import { stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { randomFrom } from '../../demo/random.ts'
import { findGuards } from '../platform/db/server/guard.ts'
import { findPostmaster } from '../platform/db/server/postmaster.ts'
import { type Client, signIn } from './testing/client.ts'
import { type Installation, makeInstallation } from './testing/installation.ts'
import { runCommand, spawnCommand } from './testing/spawn-command.ts'
import { startProgram, type StartedProgram } from './testing/started-program.ts'

const seed = Number(process.env['XIAOMA_SEED'])
const minutes = 60_000

let installation: Installation
const started: StartedProgram[] = []
const start = async (args: readonly string[], env = installation.env) => {
  const program = await startProgram({ env }, args)
  started.push(program)
  return program
}
/** Nothing of the installation's own server is left running. */
async function expectNothingLeft(): Promise<void> {
  if (installation.external) return
  expect(await findPostmaster(installation.cluster)).toEqual({ kind: 'none' })
  expect(await findGuards(installation.cluster)).toEqual([])
}
const figure = async (client: Client, id: string, asOf: string) =>
  (await client.get(`/figures/${id}?asOf=${asOf}`)).body['value']
const demoFigures = async (at: string) => {
  const clerk = await signIn(at, 'clerk', 'demo-clerk-1')
  return [
    await figure(clerk, 'organisation.community_organisations', '2018-06-30'),
    await figure(clerk, 'organisation.member_units', '2018-07-29'),
  ]
}

async function removeInstallation(): Promise<void> {
  for (const program of started.splice(0)) await program.kill()
  await installation.remove()
}

describe('a new directory without a terminal', () => {
  let program: StartedProgram
  beforeAll(async () => {
    installation = await makeInstallation()
    program = await start([])
  }, 3 * minutes)
  afterAll(removeInstallation)

  test('gets the demo: its figures are printed and right, its accounts are listed', async () => {
    expect(program.said.stderr).toContain('Loading the demo')
    expect(program.said.stderr).not.toContain('one-time password')
    expect(program.said.stdout).toMatch(/ 9 个 +社区党组织/)
    expect(program.said.stdout).toMatch(/ 73 家 +成员单位/)
    expect(await demoFigures(program.url)).toEqual(['9', '73'])
    const listed = (await (await fetch(`${program.url}/api/demo-accounts`)).json()) as { accounts: unknown[] }
    expect(listed.accounts).toHaveLength(5)
    expect(await (await fetch(program.url)).text()).toContain('<title>pages</title>')
  })

  test(
    'a second start on the same data is refused and names the holder',
    async () => {
      const second = await runCommand(installation.env, ['start', '--yes'])
      expect(second.code).toBe(1)
      expect(second.stdout).toBe('')
      expect(second.stderr).toContain(`process ${program.pid} on `)
      expect(second.stderr).toContain(`at ${program.url}`)
      expect(second.stderr).toContain(`进程 ${program.pid}（`)
      expect((await fetch(`${program.url}/api/demo-accounts`)).status).toBe(200)
    },
    minutes,
  )

  test(
    'another start on the same port says so in words',
    async () => {
      const other = await makeInstallation()
      try {
        const port = new URL(program.url).port
        const refused = await runCommand({ ...other.env, XIAOMA_PORT: port }, ['start', '--empty'])
        expect(refused.code).toBe(1)
        expect(refused.stderr).toContain(`127.0.0.1:${port} is in use by another program`)
        expect(refused.stderr).not.toContain('one-time password')
      } finally {
        await other.remove()
      }
    },
    minutes,
  )

  test('SIGTERM ends everything in order', async () => {
    expect(await program.stop('SIGTERM')).toBe(0)
    await expectNothingLeft()
  })

  test(
    'what was there is there at the next start, which loads nothing; after a kill, too, and SIGINT ends it',
    async () => {
      const next = await start([])
      expect(next.said.stderr).not.toContain('Loading the demo')
      expect(await next.kill()).toBe('SIGKILL')
      const last = await start(['--empty'])
      expect(await demoFigures(last.url)).toEqual(['9', '73'])
      expect(await last.stop('SIGINT')).toBe(0)
      await expectNothingLeft()
    },
    2 * minutes,
  )

  test.each([
    ['another address', { XIAOMA_HOST: '0.0.0.0', XIAOMA_PROXY: '127.0.0.1' }],
    ['a proxy', { XIAOMA_PROXY: '10.0.0.1' }],
  ])(
    'a demo is not served through %s',
    async (_where, settings) => {
      const refused = await runCommand({ ...installation.env, ...settings }, ['start'])
      expect(refused.code).toBe(1)
      expect(refused.stderr).toContain('The passwords of a demo are public')
      expect(refused.stdout).not.toContain('running')
      await expectNothingLeft()
    },
    minutes,
  )
})

describe('a start with --empty', () => {
  let program: StartedProgram
  beforeAll(async () => {
    installation = await makeInstallation()
    program = await start(['--empty', '--name', '示例街道'])
  }, 2 * minutes)
  afterAll(removeInstallation)

  test(
    'loads no demo and prints a one-time password, once, that must be changed',
    async () => {
      expect(program.said.stderr).not.toContain('Loading the demo')
      const [, password = ''] = /one-time password: (\S+) /.exec(program.said.stderr) ?? []
      const printed = program.said.stderr + program.said.stdout
      // In Chinese and in English, in one message.
      expect(printed.split(password)).toHaveLength(3)
      expect(await (await fetch(`${program.url}/api/demo-accounts`)).json()).toEqual({ accounts: [] })
      await expect(signIn(program.url, 'clerk', 'demo-clerk-1')).rejects.toThrow('401')
      const first = await signIn(program.url, 'admin', password)
      expect((await first.get('/session')).body).toMatchObject({
        mustChangePassword: true,
        demo: false,
        office: { name: { zh: '示例街道' } },
      })
      expect((await first.get('/findings')).status).toBe(403)
      const next = 'another password of theirs'
      expect((await first.post('/session/password', { current: password, next })).body).toEqual({
        done: true,
      })
      expect((await first.get('/session')).body).toMatchObject({ mustChangePassword: false })
      await expect(signIn(program.url, 'admin', password)).rejects.toThrow('401')
      expect(await program.stop()).toBe(0)
      const again = await start([])
      expect(again.said.stderr).not.toContain('password')
      expect(again.said.stderr).not.toContain('Loading the demo')
      await signIn(again.url, 'admin', next)
      expect(await again.stop()).toBe(0)
    },
    2 * minutes,
  )

  test(
    'is refused on an address where passwords would travel in the clear',
    async () => {
      const refused = await runCommand({ ...installation.env, XIAOMA_HOST: '0.0.0.0' }, ['start'])
      expect([refused.code, refused.stdout]).toEqual([1, ''])
      expect(refused.stderr).toContain('On 0.0.0.0 passwords and records would travel in the clear')
      expect(refused.stderr).toContain('监听 0.0.0.0 会让密码和记录以明文传输')
      await expectNothingLeft()
    },
    minutes,
  )
})

describe('a start that gets nowhere', () => {
  beforeAll(async () => {
    installation = await makeInstallation()
  })
  afterAll(removeInstallation)

  test.each([
    ['an open address', { XIAOMA_HOST: '0.0.0.0' }, 'in the clear'],
    ['a port that is none', { XIAOMA_PORT: 'eighty' }, 'XIAOMA_PORT'],
    [
      'a certificate that is not there',
      { XIAOMA_TLS_CERT: '/nowhere', XIAOMA_TLS_KEY: '/nowhere' },
      '/nowhere',
    ],
  ])('for %s makes no data', async (_why, settings, words) => {
    const refused = await runCommand({ ...installation.env, ...settings }, ['start', '--empty'])
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain(words)
    await expect(stat(installation.data)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('for an option that it does not know is told how to be called', async () => {
    const refused = await runCommand(installation.env, ['start', '--demo'])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('./xiaoma start')
  })
})

describe('a first start that is killed', () => {
  const random = randomFrom(seed)
  afterEach(removeInstallation)

  test(
    `while it loads the demo is finished by the next (XIAOMA_SEED=${seed})`,
    async () => {
      installation = await makeInstallation()
      for (let kill = 0; kill < 3; kill += 1) {
        const { child, said, ended } = spawnCommand(installation.env, ['start', '--yes'])
        while (
          !/Loading the demo/.test(said.stderr) &&
          !/running/.test(said.stdout) &&
          child.exitCode === null
        )
          await sleep(5)
        await sleep(random.between(0, 3000))
        child.kill('SIGKILL')
        await ended
      }
      const program = await start(['--yes'])
      expect(await demoFigures(program.url)).toEqual(['9', '73'])
      const { accounts } = (await (await fetch(`${program.url}/api/demo-accounts`)).json()) as {
        accounts: { username: string; password: string }[]
      }
      expect(accounts).toHaveLength(5)
      for (const { username, password } of accounts) await signIn(program.url, username, password)
      expect(await program.stop()).toBe(0)
    },
    3 * minutes,
  )

  test(
    `at any moment leaves a directory that the next can use (XIAOMA_SEED=${seed})`,
    async () => {
      installation = await makeInstallation()
      for (let kill = 0; kill < 4; kill += 1) {
        const { child, ended } = spawnCommand(installation.env, ['start', '--empty'])
        await sleep(random.between(500, 5000))
        child.kill('SIGKILL')
        await ended
      }
      const program = await start(['--empty'])
      expect(await (await fetch(`${program.url}/api/demo-accounts`)).json()).toEqual({ accounts: [] })
      expect(await program.stop()).toBe(0)
    },
    3 * minutes,
  )
})
