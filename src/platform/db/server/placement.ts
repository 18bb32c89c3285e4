import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, lchown, mkdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { type Binaries, prepareBinaries } from './binaries.ts'
import type { DataDirectory } from './data-directory.ts'
import { hasErrorCode } from './has-error-code.ts'
import { canEnter, chooseServerUser, type ServerUser } from './server-user.ts'
import { makeSocketDirectory } from './socket-directory.ts'

/** Where one installation's server lies and as whom it runs. */
export type Placement = {
  /** The account of the server, where it is not that of this process. */
  readonly user: ServerUser | undefined
  readonly home: string
  readonly cluster: string
  readonly logDirectory: string
  /** Where the server leaves its write-ahead log for backups, as long as {@link archiveWanted} lies there. */
  readonly archive: string
  readonly socketDirectory: string
  readonly binaries: Binaries
}

/** Root's servers whose data directory their account cannot enter, and the programs that they run. */
export const sharedHome = '/var/lib/xiaoma'
const recordName = 'server.json'
/** Its presence in the archive's folder says that somebody keeps backups: without one, nothing is left there. */
export const archiveWanted = 'wanted'

/**
 * Finds or chooses the place of the data directory's server and makes its folders. The first choice is written to
 * `server.json` in the data directory and kept. One process at a time: the caller holds a lock.
 * @throws Refusal UNAVAILABLE when the recorded place is gone or no place can be made
 */
export async function placeServer(data: DataDirectory): Promise<Placement> {
  const recorded = await readRecord(data)
  const home = recorded ?? (await chooseHome(data))
  const user = chooseServerUser(home)
  const logDirectory = join(home, 'log')
  const archive = join(home, 'archive')
  for (const folder of [logDirectory, archive]) await makePrivateFolder(folder, user)
  return {
    user,
    home,
    cluster: join(home, 'cluster'),
    logDirectory,
    archive,
    socketDirectory: await makeSocketDirectory(home, user),
    binaries: await prepareBinaries({ home, sharedHome: user && sharedHome }),
  }
}

/** Makes a folder (0700) for the account alone, or accepts the one that is there. */
async function makePrivateFolder(path: string, user: ServerUser | undefined): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 })
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return
    throw error
  }
  if (user) await lchown(path, user.uid, user.gid)
}

async function chooseHome(data: DataDirectory): Promise<string> {
  const user = chooseServerUser()
  const home = await makeHome(data, user).catch((error: unknown) => {
    throw error instanceof Refusal ? error : noPlace(data, error)
  })
  // Within the data directory the record is relative, so that the whole may be moved.
  const inside = home.startsWith(`${data.root}/`)
  const record = JSON.stringify({ home: inside ? relative(data.root, home) : home })
  const draft = join(data.root, `${recordName}.new-${randomBytes(6).toString('hex')}`)
  await writeFile(draft, `${record}\n`, { mode: 0o600, flush: true })
  await rename(draft, join(data.root, recordName))
  return home
}

async function makeHome(data: DataDirectory, user: ServerUser | undefined): Promise<string> {
  if (user && data.made) {
    await chown(data.root, 0, user.gid)
    await chmod(data.root, 0o710)
  }
  if (!user || canEnter(user, data.root)) {
    const home = join(data.root, 'server')
    await makePrivateFolder(home, user)
    return realpath(home)
  }
  await mkdir(sharedHome, { recursive: true, mode: 0o755 })
  // The secret is part of the name: a data directory made anew at the same path never meets the old one's cluster.
  const name = createHash('sha256').update(data.secret).update(data.root).digest('hex').slice(0, 16)
  const home = join(sharedHome, name)
  await makePrivateFolder(home, user)
  return realpath(home)
}

async function readRecord(data: DataDirectory): Promise<string | undefined> {
  const path = join(data.root, recordName)
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasErrorCode(error, 'ENOENT')) return undefined
    throw error
  })
  if (content === undefined) return undefined
  const home = resolve(data.root, homeIn(content) ?? damagedRecord(path))
  if (!(await stat(home).catch(() => undefined))?.isDirectory()) throw homeIsGone(path, home)
  return realpath(home)
}

function homeIn(content: string): string | undefined {
  try {
    const { home } = JSON.parse(content) as { home?: unknown }
    return typeof home === 'string' && home !== '' ? home : undefined
  } catch {
    return undefined
  }
}

function damagedRecord(path: string): never {
  throw new Refusal(
    'UNAVAILABLE',
    text(
      `文件 ${path} 已损坏，无法得知数据库所在位置。请从备份恢复该文件。`,
      `${path} is damaged: it no longer says where the database lies. Restore it from a backup.`,
    ),
    { path },
  )
}

function homeIsGone(record: string, home: string): Refusal {
  return new Refusal(
    'UNAVAILABLE',
    text(
      `找不到数据库所在的文件夹 ${home}（记载于 ${record}）。请恢复该文件夹；若确要从空库开始，请换一个新的数据目录。`,
      `The database's folder ${home} (named in ${record}) is not there. Restore it; to begin with an empty database, choose a new data directory.`,
    ),
    { record, home },
  )
}

function noPlace(data: DataDirectory, error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error)
  return new Refusal(
    'UNAVAILABLE',
    text(
      `无法为数据库建立文件夹（${reason}）。请用 XIAOMA_DATA 指定其账户可以进入的数据目录，或设置 DATABASE_URL。`,
      `No folder can be made for the database (${reason}). Name a data directory in XIAOMA_DATA that its account can enter, or set DATABASE_URL.`,
    ),
    { dataDirectory: data.root },
  )
}
