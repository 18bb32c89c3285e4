// Sees to it that the packages of the lock file are installed, then prints the path of the Node that runs the program.
// Runs on Node 20 with nothing installed; all messages go to stderr.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { packageManager } from './package-manager.mjs'

const oldestNode = [22, 18]
const projectRoot = fileURLToPath(new URL('..', import.meta.url))
const modules = join(projectRoot, 'node_modules')
const marker = join(modules, '.installed')
const lock = join(modules, '.installing')

await ensureInstalled()
process.stdout.write(`${chooseNode()}\n`)

async function ensureInstalled() {
  const wanted = fingerprint()
  if (read(marker) === wanted) return
  try {
    mkdirSync(modules, { recursive: true })
    accessSync(modules, constants.W_OK)
  } catch {
    fail(
      `依赖尚未安装，且 ${projectRoot} 不可写。`,
      `The packages are not installed, and ${projectRoot} cannot be written.`,
    )
  }
  await takeLock()
  process.on('exit', releaseLock)
  for (const [index, signal] of ['SIGHUP', 'SIGINT', 'SIGTERM'].entries()) {
    process.on(signal, () => process.exit([129, 130, 143][index]))
  }
  // Another command may have finished the same work while this one waited.
  if (read(marker) !== wanted) {
    install()
    writeFileSync(`${marker}.new`, wanted)
    renameSync(`${marker}.new`, marker)
  }
  process.off('exit', releaseLock)
  releaseLock()
}

function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`)
  for (const name of ['pnpm-lock.yaml', 'package.json', 'pnpm-workspace.yaml']) {
    const content = read(join(projectRoot, name)) ?? ''
    hash.update(`${name} ${content.length}\n${content}`)
  }
  return hash.digest('hex')
}

function install() {
  say('正在安装依赖，请稍候……', 'Installing the packages; one moment…')
  const temporary = homeIsWritable() ? undefined : mkdtempSync(join(tmpdir(), 'xiaoma-install-'))
  // stdout belongs to the caller, who reads a path from it; npm's warnings mean nothing, its exit code does.
  const run = spawnSync('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], {
    cwd: projectRoot,
    env: { ...process.env, CI: process.env.CI ?? 'true', ...(temporary && cachesIn(temporary)) },
    stdio: ['ignore', 2, 2],
  })
  if (temporary) rmSync(temporary, { recursive: true, force: true })
  if (run.error) {
    fail(
      `无法运行 npx（${run.error.message}）。请安装 npm。`,
      `npx cannot be run (${run.error.message}). Install npm.`,
    )
  }
  if (run.status !== 0) {
    fail(
      `依赖安装失败（${run.signal ?? `退出码 ${run.status}`}），原因见上文。首次安装需要连接软件包仓库；请检查网络后重试。`,
      `Installing the packages failed (${run.signal ?? `exit code ${run.status}`}); the reason stands above. A first installation needs the package registry: check the network and try again.`,
    )
  }
}

function homeIsWritable() {
  try {
    accessSync(homedir(), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** HOME itself stays, since the registry's address may be written there. */
function cachesIn(folder) {
  return {
    npm_config_cache: join(folder, 'npm'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_STATE_HOME: join(folder, 'state'),
  }
}

function chooseNode() {
  const packaged = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (isNewEnough(spawnSync(packaged, ['--version'], { encoding: 'utf8' }).stdout)) return packaged
  if (isNewEnough(process.version)) return process.execPath
  return fail(
    `小马需要 Node.js ${oldestNode.join('.')} 或以上版本；随附的版本无法在本机运行，系统中的是 ${process.version}。请升级 Node.js。`,
    `Xiaoma needs Node.js ${oldestNode.join('.')} or later; the packaged one does not run here and the system's is ${process.version}. Upgrade Node.js.`,
  )
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = (version ?? '').trim().replace(/^v/, '').split('.').map(Number)
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
}

async function takeLock() {
  for (let waited = 0; ; waited += 200) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'holder'), ownIdentity())
      return
    } catch (error) {
      if (error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error
    }
    removeStaleLock()
    if (waited === 200)
      say('另一条命令正在安装依赖，正在等待……', 'Another command is installing the packages; waiting…')
    await sleep(200)
  }
}

function releaseLock() {
  if (read(join(lock, 'holder')) === ownIdentity()) rmSync(lock, { recursive: true, force: true })
}

function removeStaleLock() {
  const holder = read(join(lock, 'holder'))
  if (holder === undefined ? ageOf(lock) < 10_000 : isAlive(holder)) return
  const aside = `${lock}.stale-${process.pid}`
  try {
    renameSync(lock, aside)
    // Another process may have put its own lock there just before the renaming: that one goes back.
    if (read(join(aside, 'holder')) === holder) rmSync(aside, { recursive: true, force: true })
    else renameSync(aside, lock)
  } catch (error) {
    if (!['ENOENT', 'EEXIST', 'ENOTEMPTY'].includes(error.code)) throw error
    rmSync(aside, { recursive: true, force: true })
  }
}

/** A process number and, where Linux tells it, its start: numbers are given out again. */
function identityOf(pid) {
  const status = read(`/proc/${pid}/stat`)
  return `${pid} ${status?.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`
}

function ownIdentity() {
  return identityOf(process.pid)
}

function isAlive(holder) {
  const pid = Number(holder.split(' ')[0])
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code === 'ESRCH') return false
  }
  return identityOf(pid) === holder && !isZombie(pid)
}

/** Killed and not yet reaped, which a container without an init process may never do. */
function isZombie(pid) {
  return /\) Z /.test(read(`/proc/${pid}/stat`) ?? '')
}

function ageOf(path) {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return 0
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function say(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`)
}

function fail(zh, en) {
  say(zh, en)
  process.exit(1)
}
