import { setTimeout as sleep } from 'node:timers/promises'
import type { ClientConfig } from 'pg'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { answers } from './answers.ts'
import { serverArguments } from './cluster.ts'
import { findGuards, spawnGuarded } from './guard.ts'
import type { Placement } from './placement.ts'
import { findPostmaster, type RunningPostmaster, stopPostmaster } from './postmaster.ts'
import type { ServerLog } from './running-server.ts'
import { pruneServerLog, tailOfServerLog } from './server-log-files.ts'

export type BringUp = {
  readonly placement: Placement
  readonly admin: ClientConfig
  readonly log: ServerLog
  /** Gives up the attempt. */
  readonly signal: AbortSignal
}

/** A server that answers; `ended` settles when it has gone. In an object, since a promise in a promise is awaited too. */
export type BroughtUp = { readonly adopted: boolean; readonly ended: Promise<void> }

const patience = 30_000
// Passing obstacles: a predecessor not yet reaped, or its last backends still ending.
const passing = /lock file|shared memory block|another postmaster/i

/**
 * Takes over the cluster's orphaned server, or ends it where it cannot be used, or starts one. The caller owns the cluster.
 * @throws Refusal UNAVAILABLE with the server's own words
 */
export async function bringUp(options: BringUp): Promise<BroughtUp> {
  const { placement, log, signal } = options
  await pruneServerLog(placement.logDirectory)
  for (let waited = 0; ; waited += 250) {
    const found = await findPostmaster(placement.cluster)
    if (found.kind === 'running') {
      if (await canAdopt(found, options)) {
        log(text('接管了仍在运行的数据库。', 'Took over a database that was still running.'))
        return { adopted: true, ended: endOf(found, placement.cluster) }
      }
      await stopPostmaster(placement.cluster)
    }
    const attempt = await start(options)
    if ('ended' in attempt) return attempt
    if (signal.aborted || !passing.test(attempt.complaint) || waited >= patience) {
      throw cannotStart(placement, attempt.complaint)
    }
    await sleep(250)
  }
}

// A guarded server is about to be ended by its guard: the guard's owner is dead, or this process would not own the cluster.
async function canAdopt(found: RunningPostmaster, { placement, admin, signal }: BringUp): Promise<boolean> {
  if (found.program !== placement.binaries.postgres) return false
  if (found.socketDirectory !== placement.socketDirectory) return false
  if ((await findGuards(placement.cluster)).length > 0) return false
  for (let waited = 0; waited < 10_000 && !signal.aborted; waited += 250) {
    if (await answers(admin, placement.cluster)) return true
    await sleep(250)
    const now = await findPostmaster(placement.cluster)
    if (now.kind !== 'running' || now.pid !== found.pid) return false
    // It replays its journal, which takes as long as it takes.
    if (!now.ready) waited = 0
  }
  return false
}

async function endOf(found: RunningPostmaster, cluster: string): Promise<void> {
  for (;;) {
    await sleep(500, undefined, { ref: false })
    const now = await findPostmaster(cluster)
    if (now.kind !== 'running' || now.pid !== found.pid) return
  }
}

async function start(options: BringUp): Promise<BroughtUp | { readonly complaint: string }> {
  const { placement, admin, log, signal } = options
  const command = [placement.binaries.postgres, ...serverArguments(placement)]
  const guarded = spawnGuarded(command, placement.user)
  for (let waited = 0; !guarded.hasEnded(); waited += 20) {
    if (signal.aborted) guarded.letGo()
    const found = await findPostmaster(placement.cluster)
    const ready = found.kind === 'running' && found.ready
    if (ready && !signal.aborted && (await answers(admin, placement.cluster))) {
      return { adopted: false, ended: guarded.ended }
    }
    if (waited > 0 && waited % 10_000 === 0) {
      log(text('数据库仍在启动（可能正在恢复）。', 'The database is still starting (it may be recovering).'))
    }
    await sleep(20)
  }
  const said = guarded.complaint()
  const reported = said.includes('FATAL') ? '' : await tailOfServerLog(placement.logDirectory)
  return { complaint: [said, reported].filter(Boolean).join('\n') }
}

function cannotStart(placement: Placement, complaint: string): Refusal {
  return new Refusal(
    'UNAVAILABLE',
    text(
      `数据库无法启动（${placement.cluster}）：${complaint}`,
      `The database in ${placement.cluster} does not start: ${complaint}`,
    ),
    { cluster: placement.cluster, complaint },
  )
}
