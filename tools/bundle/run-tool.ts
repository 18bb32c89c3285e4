import { spawn } from 'node:child_process'
import { text } from '../../src/platform/text.ts'
import { Refusal } from '../../src/platform/refusal.ts'

export type RunOptions = { readonly folder: string; readonly signal: AbortSignal }

/**
 * Runs a tool of the system and gives what it printed. When stopped, it ends with all that it has started: only then does this return.
 * @throws Refusal UNAVAILABLE with the end of what it complained of, where it is missing or fails; the signal's reason when stopped
 */
export async function runTool(
  command: string,
  args: readonly string[],
  { folder, signal }: RunOptions,
): Promise<string> {
  signal.throwIfAborted()
  const child = spawn(command, args, { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const stop = () => child.pid !== undefined && endGroup(child.pid)
  signal.addEventListener('abort', stop)
  let printed = ''
  let complained = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    printed += piece
  })
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    complained = (complained + piece).slice(-2_000)
  })
  const code = await new Promise<number | null>((settle, fail) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'ENOENT' ? cannotRun(command, args, error.message) : error),
    )
    child.once('close', settle)
  }).finally(() => signal.removeEventListener('abort', stop))
  signal.throwIfAborted()
  if (code !== 0) throw cannotRun(command, args, complained.trim() || printed.trim().slice(-2_000))
  return printed
}

function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGTERM')
  } catch {
    // It ended in the same moment.
  }
}

function cannotRun(command: string, args: readonly string[], reason: string): Refusal {
  const call = [command, ...args].join(' ')
  return new Refusal(
    'UNAVAILABLE',
    text(`${call} 未能完成：${reason}`, `${call} did not do its work: ${reason}`),
    { command },
  )
}
