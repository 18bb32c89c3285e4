import { createHash } from 'node:crypto'
import { chmod, lchown, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { hasErrorCode } from './has-error-code.ts'
import type { ServerUser } from './server-user.ts'

/** Names the socket's file; no TCP port is opened. */
export const socketPort = 5432
// Linux allows 107 bytes (unix(7)).
const longestSocketPath = 99

/**
 * The folder of the server's socket: `run` in the server's home, or a short one in the system's temporary folder
 * when the path would be too long. Whoever enters it is the database's administrator, so it is the account's own, 0700.
 * @throws Refusal CONFLICT when another account has put a folder there
 */
export async function makeSocketDirectory(home: string, user: ServerUser | undefined): Promise<string> {
  const near = join(home, 'run')
  const name = `xiaoma-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`
  const folder = [near, join(tmpdir(), name)].find(isShort) ?? join('/tmp', name)
  await makeOwn(folder, user)
  return folder
}

function isShort(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) <= longestSocketPath
}

async function makeOwn(folder: string, user: ServerUser | undefined): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
    await chmod(folder, 0o700)
    if (user) await lchown(folder, user.uid, user.gid)
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error
  }
  const found = await lstat(folder)
  const owner = user?.uid ?? process.getuid?.()
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) throw notOurs(folder)
}

function notOurs(folder: string): Refusal {
  return new Refusal(
    'CONFLICT',
    text(
      `文件夹 ${folder} 不归数据库账户独有，不能放置数据库接口。请将其移走后重试。`,
      `The folder ${folder} is not the database account's alone, so the database's socket cannot lie there. Move it away and try again.`,
    ),
    { folder },
  )
}
