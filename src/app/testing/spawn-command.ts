import { type ChildProcess, spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../data-root.ts'

export type Spawned = {
  readonly child: ChildProcess
  /** What it has said so far. */
  readonly said: { stdout: string; stderr: string }
  /** Its exit code or the signal that ended it, once all that it said has been read. */
  readonly ended: Promise<number | NodeJS.Signals>
}

export type Environment = Readonly<Record<string, string | undefined>>

/** A command of the command line in a process of its own, without a terminal. */
export function spawnCommand(env: Environment, args: readonly string[], folder = tmpdir()): Spawned {
  const child = spawn(process.execPath, [join(projectRoot, 'src/app/cli.ts'), ...args], {
    cwd: folder,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      said[name] += chunk
    })
  }
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? signal ?? -1))
  })
  return { child, said, ended }
}

export type Ran = { readonly code: number | NodeJS.Signals; readonly stdout: string; readonly stderr: string }

/** Runs a command to its end. Paths in its arguments count from `folder`. */
export async function runCommand(env: Environment, args: readonly string[], folder?: string): Promise<Ran> {
  const { said, ended } = spawnCommand(env, args, folder)
  const code = await ended
  return { code, ...said }
}
