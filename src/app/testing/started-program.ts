import { setTimeout as sleep } from 'node:timers/promises'
import { type Environment, type Spawned, spawnCommand } from './spawn-command.ts'

export type StartedProgram = {
  readonly url: string
  readonly pid: number
  readonly said: Spawned['said']
  /** Settles with its exit code or signal when it ends, of itself or not. */
  readonly ended: Spawned['ended']
  /** Ends it in order, with the signal that a person or a supervisor would send; answers its exit code. */
  stop(signal?: 'SIGTERM' | 'SIGINT'): ReturnType<StartedProgram['kill']>
  kill(): Promise<number | NodeJS.Signals>
}

/**
 * `./xiaoma start` on an installation, ready to answer.
 * @throws Error with what it said where it ends before
 */
export async function startProgram(
  { env }: { readonly env: Environment },
  args: readonly string[] = ['--empty'],
): Promise<StartedProgram> {
  const { child, said, ended } = spawnCommand(env, ['start', ...args])
  let code: number | NodeJS.Signals | undefined
  void ended.then((value) => {
    code = value
  })
  const running = /Xiaoma is running: (\S+)\n/
  while (!running.test(said.stdout)) {
    if (code !== undefined) throw new Error(`start ended with ${code}: ${said.stderr}`)
    await sleep(10)
  }
  const send = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return {
    url: running.exec(said.stdout)?.[1] as string,
    pid: child.pid as number,
    said,
    ended,
    stop: (signal = 'SIGTERM') => send(signal),
    kill: () => send('SIGKILL'),
  }
}
