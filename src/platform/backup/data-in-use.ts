import { readdir, readFile, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { deriveSecret } from '../db/server/data-directory.ts'
import { hasErrorCode } from '../db/server/has-error-code.ts'
import { type ProcessLock, tryProcessLock } from '../db/server/process-lock.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'

/** Whether there is anything at all in a data directory. */
export async function holdsAnything(root: string): Promise<boolean> {
  try {
    return (await readdir(root)).length > 0
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return false
    throw error
  }
}

/** The home of a data directory's server; null where it never had one. */
export async function homeOf(root: string): Promise<string | null> {
  try {
    const { home } = JSON.parse(await readFile(join(root, 'server.json'), 'utf8')) as { home: string }
    return await realpath(resolve(root, home))
  } catch {
    return null
  }
}

/**
 * Holds the data directory, so that no program starts upon it meanwhile; null where it never had a server.
 * @throws Refusal CONFLICT where one runs on it
 */
export async function holdData(root: string): Promise<ProcessLock | null> {
  const home = await homeOf(root)
  const secret = await readFile(join(root, 'secret')).catch(() => undefined)
  if (!home || !secret) return null
  const salt = deriveSecret({ root, made: false, secret }, 'process lock')
  const lock = await tryProcessLock(`own ${join(home, 'cluster')}`, salt)
  if (!lock) throw inUse(root)
  return lock
}

const inUse = (root: string) =>
  new Refusal(
    'CONFLICT',
    text(
      `数据目录 ${root} 正在使用。请先停止程序，再恢复备份。`,
      `The data directory ${root} is in use. Stop the program first, then restore.`,
    ),
    { root },
  )
