import { setTimeout as sleep } from 'node:timers/promises'
import type { ClientConfig } from 'pg'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { answers } from './answers.ts'
import { bringUp } from './bring-up.ts'
import { administrator, makeCluster } from './cluster.ts'
import { type DataDirectory, deriveSecret } from './data-directory.ts'
import { type Placement, placeServer } from './placement.ts'
import { stopPostmaster } from './postmaster.ts'
import { type ProcessLock, tryProcessLock, withProcessLock } from './process-lock.ts'
import type { RunningServer, ServerLog } from './running-server.ts'
import { socketPort } from './socket-directory.ts'
import { supervise } from './supervise.ts'

export type EmbeddedOptions = { readonly data: DataDirectory; readonly log?: ServerLog }

/**
 * Starts the data directory's own PostgreSQL, making its cluster at first. One process owns it: it restarts the
 * server should that end, and takes it along when it ends itself. Others on this machine share the running server.
 * @throws Refusal UNAVAILABLE or FORBIDDEN with what to do
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<RunningServer> {
  const { data, log = () => undefined } = options
  const salt = deriveSecret(data, 'process lock')
  const placement = await withProcessLock(`place ${data.root}`, salt, () => placeServer(data))
  const admin = administratorOf(placement)
  for (let waited = 0; ; waited += 100) {
    const lock = await tryProcessLock(`own ${placement.cluster}`, salt)
    if (lock) return own(placement, lock, log)
    if (await answers(admin, placement.cluster)) {
      return { admin, placement, adopted: false, shared: true, stop: () => Promise.resolve() }
    }
    if (waited > 120_000) throw ownerIsSilent(placement)
    await sleep(100)
  }
}

function administratorOf(placement: Placement): ClientConfig {
  return {
    host: placement.socketDirectory,
    port: socketPort,
    user: administrator,
    database: 'postgres',
    ssl: false,
  }
}

async function own(placement: Placement, lock: ProcessLock, log: ServerLog): Promise<RunningServer> {
  const ending = new AbortController()
  const options = { placement, admin: administratorOf(placement), log, signal: ending.signal }
  try {
    await makeCluster(placement)
    const first = await bringUp(options)
    const supervision = supervise(first, options)
    const end = async () => {
      ending.abort()
      await supervision
      await stopPostmaster(placement.cluster)
      await lock.release()
    }
    let stopped: Promise<void> | undefined
    const stop = () => {
      stopped ??= end()
      return stopped
    }
    return { admin: options.admin, placement, adopted: first.adopted, shared: false, stop }
  } catch (error) {
    await lock.release()
    throw error
  }
}

function ownerIsSilent(placement: Placement): Refusal {
  return new Refusal(
    'UNAVAILABLE',
    text(
      `另一进程正在启动 ${placement.cluster} 的数据库，两分钟内没有就绪。请稍后重试，或查看 ${placement.logDirectory}。`,
      `Another process is starting the database in ${placement.cluster}, which was not ready within two minutes. Try again later, or look in ${placement.logDirectory}.`,
    ),
    { cluster: placement.cluster },
  )
}
