import { createHash, randomBytes } from 'node:crypto'
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFolder } from '../backup/durable.ts'
import { hasErrorCode } from '../db/server/has-error-code.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

/** What wraps the data keys: 32 bytes that no table holds, known in the database by eight digits that tell nothing of them. */
export type MasterKey = { readonly id: string; readonly secret: Buffer }

export type MasterKeys = {
  /** For messages: where the key is looked for. */
  readonly path: string
  /** The key with this name, also where a change of it was interrupted; without a name whichever is there. Null where none is. */
  read(id?: string): Promise<MasterKey | null>
  /** The first one. Whoever else makes it at once gets the same. */
  make(): Promise<MasterKey>
  /** Lays another one beside the present; `take` puts it in its place, after which the old one is gone. */
  renew(): Promise<{ readonly key: MasterKey; take(): Promise<void> }>
}

export const masterKeyOf = (secret: Buffer): MasterKey => ({
  id: createHash('sha256').update('xiaoma/master key').update(secret).digest('hex').slice(0, 8),
  secret,
})

/** A file of 64 hexadecimal digits that its owner alone may read, as `openssl rand -hex 32` prints them. */
export function masterKeyFile(path: string): MasterKeys {
  const coming = `${path}.new`
  return {
    path,
    async read(id) {
      const present = await readKey(path)
      if (id === undefined || present?.id === id) return present
      const next = await readKey(coming)
      if (next?.id !== id) return present
      await takePlace(coming, path)
      return next
    },
    async make() {
      const draft = `${path}.${randomBytes(6).toString('hex')}`
      await writeKey(draft, randomBytes(32))
      try {
        // A link appears whole or not at all, and never replaces the key that another process made first.
        await link(draft, path)
      } catch (error) {
        if (!hasErrorCode(error, 'EEXIST')) throw error
      } finally {
        await rm(draft, { force: true })
      }
      await syncFolder(dirname(path))
      return (await readKey(path)) as MasterKey
    },
    async renew() {
      const secret = randomBytes(32)
      await rm(coming, { force: true })
      await writeKey(coming, secret)
      await syncFolder(dirname(path))
      return { key: masterKeyOf(secret), take: () => takePlace(coming, path) }
    },
  }
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

async function takePlace(coming: string, path: string): Promise<void> {
  await rename(coming, path)
  await syncFolder(dirname(path))
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
