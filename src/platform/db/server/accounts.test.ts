import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDataDirectory } from './data-directory.ts'
import { startEmbedded } from './embedded.ts'
import { sharedHome } from './placement.ts'
import type { RunningServer } from './running-server.ts'
import { spawnHolder } from './testing/spawn-holder.ts'
import { removeHome, temporaryData } from './testing/temporary-data.ts'

const isRoot = process.getuid?.() === 0
if (!isRoot) console.info('Skipped: only root can take on another account.')
const plainUser = { uid: 65_534, gid: 65_534 }
const cleanUps: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

async function start(path: string): Promise<RunningServer> {
  const data = await openDataDirectory({ env: { XIAOMA_DATA: path }, projectRoot: '/' })
  const server = await startEmbedded({ data })
  cleanUps.push(() => server.stop())
  return server
}

async function closedFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaoma-closed-'))
  cleanUps.push(async () => {
    await removeHome(join(folder, 'data'))
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}

test.runIf(isRoot)(
  'root: a folder that the account cannot enter keeps its mode, the cluster lies elsewhere',
  async () => {
    const folder = await closedFolder()
    const server = await start(join(folder, 'data'))
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect(server.admin.host?.startsWith(`${sharedHome}/`)).toBe(true)
    const { home } = JSON.parse(await readFile(join(folder, 'data/server.json'), 'utf8')) as { home: string }
    expect((await stat(home)).mode & 0o777).toBe(0o700)
    expect((await stat(home)).uid).not.toBe(0)
    await server.stop()
    expect((await start(join(folder, 'data'))).admin.host).toBe(server.admin.host)
  },
)

test.runIf(isRoot)(
  'root: the choice stays when the folder is opened later, and a lost home is refused',
  async () => {
    const folder = await closedFolder()
    const server = await start(join(folder, 'data'))
    await server.stop()
    await chmod(folder, 0o755)
    const again = await start(join(folder, 'data'))
    expect(again.admin.host).toBe(server.admin.host)
    await again.stop()
    await removeHome(join(folder, 'data'))
    await expect(start(join(folder, 'data'))).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  },
)

test.runIf(isRoot)(
  'root: data removed and made anew at the same path does not meet the old cluster',
  async () => {
    const folder = await closedFolder()
    const server = await start(join(folder, 'data'))
    await server.stop()
    await removeHome(join(folder, 'data'))
    await rm(join(folder, 'data'), { recursive: true })
    expect((await start(join(folder, 'data'))).admin.host).not.toBe(server.admin.host)
  },
)

test.runIf(isRoot)(
  'an ordinary account runs its own server, from its own copy of the programs if need be',
  async () => {
    const temporary = await temporaryData()
    cleanUps.push(() => temporary.remove())
    await mkdir(temporary.path, { mode: 0o700 })
    await chown(temporary.path, plainUser.uid, plainUser.gid)
    const holder = await spawnHolder(temporary.path, 'stop', plainUser)
    expect(holder.told).toMatchObject({ shared: false, host: join(temporary.path, 'server/run') })
    const cluster = await stat(join(temporary.path, 'server/cluster'))
    expect([cluster.uid, cluster.gid]).toEqual([plainUser.uid, plainUser.gid])
    await expect.poll(() => holder.child.exitCode, { timeout: 20_000 }).toBe(0)
    // Started by root, the same cluster still runs as its owner.
    const server = await start(temporary.path)
    expect((await stat(join(String(server.admin.host), '.s.PGSQL.5432'))).uid).toBe(plainUser.uid)
  },
)

test.runIf(isRoot)('an ordinary account is refused a cluster of another', async () => {
  const temporary = await temporaryData()
  cleanUps.push(() => temporary.remove())
  const server = await start(temporary.path)
  await server.stop()
  await chmod(temporary.path, 0o755)
  for (const name of ['secret', 'server.json']) await chmod(join(temporary.path, name), 0o644)
  await expect(spawnHolder(temporary.path, 'stop', plainUser)).rejects.toThrow(/belongs to another account/)
})
