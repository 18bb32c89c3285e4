import { createHash, randomBytes } from 'node:crypto'
import { link, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolder } from '../backup/durable.ts'
import { hasErrorCode } from '../db/server/has-error-code.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

/** What wraps the data keys: 32 bytes that no table holds, known in the database by eight digits that tell nothing of them. */
export type MasterKey = { readonly id: string; readonly secret: Buffer }

export type MasterKeys = {
  /** For messages: where the key is looked for. */
  readonly path: string
  /**
   * The key with this name, also an earlier one or where a change was interrupted; without a name, or where none has it, whichever is
   * there. Null where none is.
   */
  read(id?: string): Promise<MasterKey | null>
  /** The first one. Whoever else makes it at once gets the same. */
  make(): Promise<MasterKey>
  /** Lays another one beside the present; `take` puts it in its place and keeps the old one beside it, under its name. */
  renew(): Promise<{ readonly key: MasterKey; take(): Promise<void> }>
}

/** How it is called in a data directory. */
export const masterKeyName = 'master.key'

export const masterKeyOf = (secret: Buffer): MasterKey => ({
  id: createHash('sha256').update('xiaoma/master key').update(secret).digest('hex').slice(0, 8),
  secret,
})

/**
 * A file of 64 hexadecimal digits that its owner alone may read, as `openssl rand -hex 32` prints them. Beside it, by their ids: the
 * keys before it, which backups of their time need, and one that is about to take its place.
 */
export function masterKeyFile(path: string): MasterKeys {
  const kept = (id: string) => `${path}.${id}`
  const coming = (id: string) => `${kept(id)}.new`
  return {
    path,
    async read(id) {
      const present = await readKey(path)
      if (id === undefined || present?.id === id) return present
      const next = await readKey(coming(id))
      if (next?.id === id) {
        await takePlace(coming(id), path)
        return next
      }
      const earlier = await readKey(kept(id))
      if (earlier?.id !== id) return present
      if (!present) await linkOnce(kept(id), path)
      return earlier
    },
    async make() {
      const draft = `${path}.${randomBytes(6).toString('hex')}`
      await writeKey(draft, randomBytes(32))
      try {
        await linkOnce(draft, path)
      } finally {
        await rm(draft, { force: true })
      }
      return (await readKey(path)) as MasterKey
    },
    async renew() {
      const key = masterKeyOf(randomBytes(32))
      await writeKey(coming(key.id), key.secret)
      await syncFolder(dirname(path))
      return { key, take: () => takePlace(coming(key.id), path) }
    },
  }
}

/** Lays every master key of one data directory beside that of another of the same descent, which may be of before or after a change of it. */
export async function carryMasterKeys(from: string, to: string): Promise<void> {
  const names = await readdir(from)
  for (const name of names.filter((each) => each === masterKeyName || each.startsWith(`${masterKeyName}.`))) {
    const key = await readKey(join(from, name)).catch(() => null)
    if (!key) continue
    await writeKey(join(to, `${masterKeyName}.${key.id}`), key.secret).catch((error: unknown) => {
      if (!hasErrorCode(error, 'EEXIST')) throw error
    })
  }
  await syncFolder(to)
}

/** A link appears whole or not at all, and never replaces the key that another process made first. */
async function linkOnce(from: string, path: string): Promise<void> {
  try {
    await link(from, path)
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error
  }
  await syncFolder(dirname(path))
}

async function writeKey(path: string, secret: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`${secret.toString('hex')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The key that gives way is kept first. Whoever else took the same one before has done it all. */
async function takePlace(coming: string, path: string): Promise<void> {
  await keepPresent(path)
  try {
    await rename(coming, path)
  } catch (error) {
    if (!hasErrorCode(error, 'ENOENT')) throw error
  }
  await syncFolder(dirname(path))
}

/** Named by what it holds, not by what was read before: another process may have changed it since. */
async function keepPresent(path: string): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await link(path, draft)
    const key = await readKey(draft)
    if (key) await linkOnce(draft, `${path}.${key.id}`)
  } catch (error) {
    if (!hasErrorCode(error, 'ENOENT')) throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** @throws Refusal INVALID for a file that others may read or that holds no key */
async function readKey(path: string): Promise<MasterKey | null> {
  try {
    const { mode } = await stat(path)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw openToOthers(path)
    const content = (await readFile(path, 'utf8')).trim()
    if (!/^[0-9a-f]{64}$/i.test(content)) throw damaged(path)
    return masterKeyOf(Buffer.from(content, 'hex'))
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return null
    throw error
  }
}

const openToOthers = (path: string) =>
  new Refusal(
    'INVALID',
    text(
      `主密钥文件 ${path} 其他用户也能读取。请执行 chmod 600 ${path}，再启动。`,
      `Others may read the master key ${path}. Run chmod 600 ${path}, then start again.`,
    ),
    { path },
  )
const damaged = (path: string) =>
  new Refusal(
    'INVALID',
    text(
      `主密钥文件 ${path} 应为64位十六进制数字。请从备份或另存的副本恢复，不要另造一个：已加密的内容只能用原来的密钥读取。`,
      `The master key ${path} should be 64 hexadecimal digits. Restore it from a backup or your copy; do not make another: only the old key opens what is enciphered.`,
    ),
    { path },
  )
