import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type Holder = {
  readonly child: ChildProcess
  readonly told: { readonly adopted: boolean; readonly shared: boolean; readonly host: string }
  /** Kills it (-9) and waits for its end. */
  kill(): Promise<void>
}

export type HolderTask = 'hold' | 'own' | 'write' | 'leave' | 'stop'

/** Starts `hold-server.ts` in a process of its own and waits for its word. */
export async function spawnHolder(
  dataPath: string,
  task: HolderTask,
  user?: { readonly uid: number; readonly gid: number },
): Promise<Holder> {
  const script = fileURLToPath(new URL('hold-server.ts', import.meta.url))
  const child = spawn(process.execPath, [script, dataPath, task], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user && { ...user, env: { PATH: process.env.PATH, HOME: '/nonexistent' } }),
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8')
  })
  const ended = once(child, 'exit')
  const first = createInterface(child.stdout)[Symbol.asyncIterator]().next()
  const line = await first
  if (line.done) throw new Error(`The holder ended without a word: ${complaint}`)
  return {
    child,
    told: JSON.parse(line.value) as Holder['told'],
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
