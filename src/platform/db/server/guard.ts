import { type ChildProcess, spawn } from 'node:child_process'
import { findProcessesBy } from './process-table.ts'
import { type ServerUser, spawnOptions } from './server-user.ts'

const guardName = 'xiaoma-guard'

// The guard holds the other end of this process's pipe: however this process ends, the pipe closes and the server
// is told to shut down. The watcher goes with the server, lest it signal a number that has a new bearer.
const script = `trap '' HUP INT TERM
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
(read -r _ <&3; kill -INT "$server") &
watcher=$!
exec 3<&- </dev/null
wait "$server"
status=$?
kill -KILL "$watcher" 2>/dev/null
exit "$status"`

export type Guarded = {
  /** Settles when the server and its guard have gone. */
  readonly ended: Promise<void>
  hasEnded(): boolean
  /** The last 4 kB that it said before its log file was open. */
  complaint(): string
  /** Tells the guard to end the server. */
  letGo(): void
}

/** Runs a command that must not outlive this process; a session of its own keeps a terminal's Ctrl-C away from it. */
export function spawnGuarded(command: readonly string[], user: ServerUser | undefined): Guarded {
  const child = spawn('/bin/sh', ['-c', script, guardName, ...command], {
    ...spawnOptions(user),
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let complaint = ''
  let hasEnded = false
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString('utf8')).slice(-4096)
  })
  child.stdin.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      complaint ||= error.message
      resolve()
    })
    child.once('exit', () => resolve())
  }).then(() => {
    hasEnded = true
  })
  letProcessEnd(child)
  return {
    ended,
    hasEnded: () => hasEnded,
    complaint: () => complaint.trim(),
    letGo: () => child.stdin.end(),
  }
}

// Whoever forgets to stop the server can still end; the guard then does the rest.
function letProcessEnd(child: ChildProcess): void {
  child.unref()
  for (const stream of [child.stdin, child.stderr]) {
    if (stream && 'unref' in stream && typeof stream.unref === 'function') stream.unref()
  }
}

/** The guard and its watcher of a cluster's server: either ends the server as soon as the owner is gone. */
export function findGuards(cluster: string): Promise<number[]> {
  return findProcessesBy(guardName, cluster)
}
