import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { hasErrorCode } from './has-error-code.ts'
import { findProcess, type ListedProcess } from './process-table.ts'

/** What the cluster's `postmaster.pid` and the process table say together. */
export type Postmaster =
  | { readonly kind: 'none' }
  /** Ended but not yet reaped: PostgreSQL still counts it as running. */
  | { readonly kind: 'zombie'; readonly pid: number }
  /** The number now belongs to a process that is no server of this cluster. */
  | { readonly kind: 'stranger'; readonly pid: number }
  | RunningPostmaster

export type RunningPostmaster = {
  readonly kind: 'running'
  readonly pid: number
  readonly ready: boolean
  readonly program: string
  readonly socketDirectory: string
}

export async function findPostmaster(cluster: string): Promise<Postmaster> {
  const lines = await readPidFile(cluster)
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return { kind: 'none' }
  const found = await findProcess(pid)
  if (!found) return { kind: 'none' }
  if (found.state === 'zombie') return { kind: 'zombie', pid }
  const program = programOf(found)
  if (basename(program) !== 'postgres' || lines[1] !== cluster || !serves(found, cluster)) {
    return { kind: 'stranger', pid }
  }
  return {
    kind: 'running',
    pid,
    ready: lines[7]?.trim() === 'ready',
    program,
    socketDirectory: lines[4] ?? '',
  }
}

/**
 * Ends the cluster's server if it runs: fast shutdown, and after 20 s the immediate one, from which the next start
 * recovers. Waits until it has gone; a zombie counts as gone. `postmaster.pid` is the server's own to remove.
 */
export async function stopPostmaster(cluster: string): Promise<void> {
  let waited = 0
  for (;;) {
    const postmaster = await findPostmaster(cluster)
    if (postmaster.kind !== 'running') return
    if (waited === 0) signal(postmaster.pid, 'SIGINT')
    if (waited === 20_000) signal(postmaster.pid, 'SIGQUIT')
    await sleep(20)
    waited += 20
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!hasErrorCode(error, 'ESRCH')) throw error
  }
}

async function readPidFile(cluster: string): Promise<string[]> {
  const content = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch((error: unknown) => {
    if (hasErrorCode(error, 'ENOENT')) return ''
    throw error
  })
  return content.split('\n')
}

// Without the right to look (containers), the command line speaks for the program and its folder.
function programOf(found: ListedProcess): string {
  return (found.program ?? found.command[0] ?? '').replace(/ \(deleted\)$/, '')
}

function serves(found: ListedProcess, cluster: string): boolean {
  return found.folder === undefined ? found.command.includes(cluster) : found.folder === cluster
}
