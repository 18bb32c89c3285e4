import { hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, realpath, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { hasErrorCode } from './has-error-code.ts'

const secretBytes = 32

/** Where an installation keeps what must survive: its secret, its database, its files. */
export type DataDirectory = {
  /** Absolute, without symbolic links. */
  readonly root: string
  /** This call made the folder, so its owner and mode are ours to choose. */
  readonly made: boolean
  /** 32 random bytes, made once. Never used as such: see {@link deriveSecret}. */
  readonly secret: Buffer
}

export type DataDirectoryPlace = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly projectRoot: string
}

/**
 * Opens `$XIAOMA_DATA` (a relative path counts from the project's folder), else `data` in the project's folder.
 * Makes it (mode 0700) and its secret (mode 0600) where missing; two processes that do so at once get one secret.
 * @throws Refusal INVALID when the path is no folder or its secret is damaged
 */
export async function openDataDirectory(place: DataDirectoryPlace): Promise<DataDirectory> {
  const wanted = resolve(place.projectRoot, place.env.XIAOMA_DATA?.trim() || 'data')
  const made = await makeFolder(wanted)
  const root = await realpath(wanted)
  return { root, made, secret: await readOrMakeSecret(join(root, 'secret')) }
}

/** 32 bytes for one purpose (HKDF-SHA-256, RFC 5869), the same at every start; one purpose tells nothing of another. */
export function deriveSecret(data: DataDirectory, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', data.secret, '', `xiaoma/${purpose}`, secretBytes))
}

async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await mkdir(path, { mode: 0o700 })
    return true
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST', 'EISDIR', 'ENOTDIR')) throw cannotMake(path, error)
    const found = await stat(path).catch(() => undefined)
    if (!found?.isDirectory()) throw notAFolder(path)
    return false
  }
}

async function readOrMakeSecret(path: string): Promise<Buffer> {
  const found = await readSecret(path)
  if (found) return found
  const draft = `${path}.new-${randomBytes(6).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(randomBytes(secretBytes))
    await file.sync()
    // A link appears whole or not at all, and never replaces the secret that another process made first.
    await link(draft, path)
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error
  } finally {
    await file.close()
    await rm(draft, { force: true })
  }
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
  const secret = await readSecret(path)
  if (!secret) throw damagedSecret(path, 0)
  return secret
}

async function readSecret(path: string): Promise<Buffer | undefined> {
  try {
    const secret = await readFile(path)
    if (secret.length !== secretBytes) throw damagedSecret(path, secret.length)
    return secret
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function notAFolder(path: string): Refusal {
  return new Refusal(
    'INVALID',
    text(
      `数据目录 ${path} 不是文件夹。请改用其他路径，或将该文件移走。`,
      `The data directory ${path} is not a folder. Choose another path, or move that file away.`,
    ),
    { path },
  )
}

function cannotMake(path: string, error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : String(error)
  return new Refusal(
    'INVALID',
    text(
      `无法创建数据目录 ${path}（${reason}）。请用 XIAOMA_DATA 指定可写的路径。`,
      `The data directory ${path} cannot be made (${reason}). Name a writable path in XIAOMA_DATA.`,
    ),
    { path },
  )
}

function damagedSecret(path: string, length: number): Refusal {
  return new Refusal(
    'INVALID',
    text(
      `密钥文件 ${path} 已损坏：应为 ${secretBytes} 字节，实为 ${length} 字节。请从备份恢复该文件。`,
      `The secret ${path} is damaged: ${length} bytes instead of ${secretBytes}. Restore it from a backup.`,
    ),
    { path, length },
  )
}
