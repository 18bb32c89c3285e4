import { createHash } from 'node:crypto'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { hasErrorCode } from './has-error-code.ts'

/** A name that one process of this machine holds at a time. */
export type ProcessLock = { release(): Promise<void> }

/**
 * Takes the lock, or answers undefined when another holder lives. It is an abstract Unix socket (Linux): the kernel
 * frees it with the process, however that ends, so there is no stale lock. `key` is hashed together with `salt`,
 * a secret of the installation, so that no other user of the machine can take the name first.
 */
export async function tryProcessLock(key: string, salt: Buffer): Promise<ProcessLock | undefined> {
  const name = createHash('sha256').update(salt).update(key).digest('hex')
  const server = createServer((connection) => connection.destroy())
  const taken = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error) => (hasErrorCode(error, 'EADDRINUSE') ? resolve(false) : reject(error)))
    server.listen({ path: `\0xiaoma-${name}` }, () => resolve(true))
  })
  if (!taken) return undefined
  server.unref()
  return { release: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

/** Runs `work` while holding the lock; waits for another holder as long as that one lives. */
export async function withProcessLock<Result>(
  key: string,
  salt: Buffer,
  work: () => Promise<Result>,
): Promise<Result> {
  let lock = await tryProcessLock(key, salt)
  while (!lock) {
    await sleep(50)
    lock = await tryProcessLock(key, salt)
  }
  try {
    return await work()
  } finally {
    await lock.release()
  }
}
