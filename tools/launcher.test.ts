import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const projectRoot = fileURLToPath(new URL('..', import.meta.url))
let folder: string
let project: string
let programs: string
let environment: NodeJS.ProcessEnv

/** A project with the real launcher, and a program that tells how it was called. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-launcher-'))
  project = join(folder, 'the project')
  programs = join(folder, 'bin')
  await mkdir(join(project, 'src/app'), { recursive: true })
  await mkdir(join(project, 'tools'))
  await mkdir(programs)
  for (const name of [
    'xiaoma',
    'tools/ensure.mjs',
    'tools/package-manager.mjs',
    'package.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
  ]) {
    await cp(join(projectRoot, name), join(project, name))
  }
  await writeFile(
    join(project, 'src/app/cli.ts'),
    `const told: object = { pid: process.pid, given: process.argv.slice(2), cwd: process.cwd(), from: process.env.XIAOMA_CALLED_FROM, data: process.env.XIAOMA_DATA }
process.on('SIGTERM', () => process.exit(7))
console.log(JSON.stringify(told))
if (process.argv[2] === 'stay') setInterval(() => undefined, 60_000)
`,
  )
  await symlink(process.execPath, join(programs, 'node'))
  environment = { ...process.env, PATH: [programs, '/usr/bin', '/bin'].join(delimiter), XIAOMA_DATA: '' }
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Stands for the package manager, which would ask the network: counts its calls and takes its time. */
async function installer(script: string): Promise<void> {
  const path = join(programs, 'npx')
  await writeFile(
    path,
    `#!/bin/sh\necho "npm warn Unknown user config"\nprintf '%s\\n' "$*" >>"${folder}/calls"\n${script}\n`,
  )
  await chmod(path, 0o755)
}

async function calls(): Promise<string[]> {
  const content = await readFile(join(folder, 'calls'), 'utf8').catch(() => '')
  return content.split('\n').filter(Boolean)
}

function launch(given: string[], options: { cwd?: string; program?: string } = {}): SpawnSyncReturns<string> {
  const { cwd = folder, program = join(project, 'xiaoma') } = options
  return spawnSync(program, given, { cwd, env: environment, encoding: 'utf8' })
}

test('installs once, then goes straight to the program; nothing but the program writes to stdout', async () => {
  await installer('exit 0')
  const first = launch(['help', 'a b', ''])
  expect(first.stderr).toContain('正在安装依赖')
  expect(JSON.parse(first.stdout)).toMatchObject({ given: ['help', 'a b', ''], cwd: project, from: folder })
  const second = launch([])
  expect([second.status, second.stderr]).toEqual([0, ''])
  expect(await calls()).toEqual(['--yes pnpm@12.21.0 install --frozen-lockfile'])
})

test('a changed lock file installs again', async () => {
  await installer('exit 0')
  launch([])
  await writeFile(join(project, 'pnpm-lock.yaml'), 'changed')
  launch([])
  expect(await calls()).toHaveLength(2)
})

test('a failed installation is said in both languages, fails, and is tried again', async () => {
  await installer('exit 3')
  for (const attempt of [1, 2]) {
    const run = launch([])
    expect([run.status, run.stdout]).toEqual([1, ''])
    expect(run.stderr).toMatch(/依赖安装失败（退出码 3）/)
    expect(run.stderr).toMatch(/Installing the packages failed \(exit code 3\)/)
    expect(await calls()).toHaveLength(attempt)
  }
})

test('without npx the message says so', () => {
  environment.PATH = programs
  const run = spawnSync(process.execPath, [join(project, 'tools/ensure.mjs')], {
    env: environment,
    encoding: 'utf8',
  })
  expect([run.status, run.stdout]).toEqual([1, ''])
  expect(run.stderr).toMatch(/npx cannot be run/)
})

test('without a registry the real npx fails with its reason and ours', () => {
  Object.assign(environment, { npm_config_registry: 'http://127.0.0.1:1', npm_config_fetch_retries: '0' })
  environment.npm_config_cache = join(folder, 'cache')
  const run = launch([])
  expect([run.status, run.stdout]).toEqual([1, ''])
  expect(run.stderr).toMatch(/ECONNREFUSED[\s\S]*check the network/)
}, 60_000)

test('commands started at once install once', async () => {
  await installer('sleep 1')
  const runs = [1, 2, 3].map(() =>
    spawn(join(project, 'xiaoma'), ['x'], { env: environment, stdio: 'ignore' }),
  )
  const ends = await Promise.all(runs.map((run) => once(run, 'exit')))
  expect(ends.map(([status]) => status)).toEqual([0, 0, 0])
  expect(await calls()).toHaveLength(1)
})

test('the lock of a killed installation is taken over', async () => {
  await installer('exec sleep 60')
  const killed = spawn(process.execPath, [join(project, 'tools/ensure.mjs')], {
    env: environment,
    detached: true,
  })
  await expect.poll(calls, { timeout: 20_000 }).toHaveLength(1)
  process.kill(-(killed.pid ?? 0), 'SIGKILL')
  await once(killed, 'exit')
  await installer('exit 0')
  expect(launch([]).status).toBe(0)
  // The run time may have kept its compiled code there by then.
  const left = (await readdir(join(project, 'node_modules'))).filter((name) => name !== '.cache')
  expect(left).toEqual(['.installed'])
})

test('caches go elsewhere only when the home folder cannot be written', async () => {
  await installer(`echo "\${npm_config_cache:-none} \${XDG_DATA_HOME:-none}" >"${folder}/caches"`)
  const caches = () => readFile(join(folder, 'caches'), 'utf8')
  delete environment.XDG_DATA_HOME
  delete environment.npm_config_cache
  environment.HOME = folder
  launch([])
  expect(await caches()).toBe('none none\n')
  await rm(join(project, 'node_modules/.installed'))
  environment.HOME = join(folder, 'absent')
  launch([])
  const [npm = '', data = ''] = (await caches()).trim().split(' ')
  expect(dirname(npm)).toMatch(/xiaoma-install-/)
  expect(dirname(data)).toBe(dirname(npm))
  await expect(readdir(dirname(npm))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('is found through links, and a relative data path counts from the caller', async () => {
  await installer('exit 0')
  await symlink('the project/xiaoma', join(folder, 'one'))
  await symlink(join(folder, 'one'), join(programs, 'two'))
  environment.XIAOMA_DATA = 'records'
  const run = launch([], { program: join(programs, 'two') })
  expect(JSON.parse(run.stdout)).toMatchObject({ cwd: project, data: join(folder, 'records') })
  expect(launch([], { program: './xiaoma', cwd: project }).status).toBe(0)
})

test('a signal reaches the program itself', async () => {
  await installer('exit 0')
  const run = spawn(join(project, 'xiaoma'), ['stay'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [line] = (await once(run.stdout, 'data')) as [Buffer]
  expect((JSON.parse(line.toString()) as { pid: number }).pid).toBe(run.pid)
  run.kill('SIGTERM')
  expect(await once(run, 'exit')).toEqual([7, null])
})

test.each([
  ['too old', 'echo v18.20.4', 'v18.20.4'],
  ['absent', 'exit 127', '未安装'],
])('a system Node that is %s is named', async (_, script, named) => {
  await rm(join(programs, 'node'))
  await writeFile(join(programs, 'node'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  const run = launch([])
  expect([run.status, run.stdout]).toEqual([1, ''])
  expect(run.stderr).toContain(named)
  expect(run.stderr).toContain('Node.js 20')
})

/** The project as an unpacked bundle, whose Node is this program. */
async function asBundle(node: (path: string) => Promise<void>): Promise<void> {
  await rm(join(programs, 'node'))
  environment.PATH = programs
  for (const name of ['readlink', 'uname']) await symlink(join('/usr/bin', name), join(programs, name))
  await writeFile(join(project, 'bundle.json'), '{}')
  const bin = join(project, 'node_modules/node-linux-any/bin')
  await mkdir(bin, { recursive: true })
  await node(join(bin, 'node'))
}

test('a bundle needs neither a Node nor a package manager, and its data lie beside it where none are named', async () => {
  await asBundle((path) => symlink(process.execPath, path))
  const run = launch(['help'])
  expect([run.status, run.stderr]).toEqual([0, ''])
  expect(JSON.parse(run.stdout)).toMatchObject({ given: ['help'], data: join(folder, 'xiaoma-data') })
  environment.XIAOMA_DATA = 'records'
  expect(JSON.parse(launch([]).stdout)).toMatchObject({ data: join(folder, 'records') })
})

test('a bundle for another kind of machine says so in both languages', async () => {
  await asBundle((path) => writeFile(path, '\x7fELF', { mode: 0o755 }))
  const run = launch(['help'])
  expect([run.status, run.stdout]).toEqual([1, ''])
  expect(run.stderr).toMatch(/这个安装包是为另一种机器制作的：.*node-linux-any.*（Linux /)
  expect(run.stderr).toMatch(/This bundle is for another kind of machine: .*node-linux-any.* \(Linux /)
})
