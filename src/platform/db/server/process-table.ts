import { readdir, readFile, readlink } from 'node:fs/promises'

/** A process as Linux lists it (proc(5)). */
export type ListedProcess = {
  readonly state: 'alive' | 'zombie'
  readonly command: readonly string[]
  /** The program's file; undefined where this process may not look. */
  readonly program: string | undefined
  readonly folder: string | undefined
}

export async function findProcess(pid: number): Promise<ListedProcess | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (stat === undefined) return undefined
  // The name in brackets may itself hold spaces and brackets.
  const state = stat.charAt(stat.lastIndexOf(')') + 2)
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return {
    state: state === 'Z' || state === 'X' ? 'zombie' : 'alive',
    command: command.split('\0'),
    program: await readlink(`/proc/${pid}/exe`).catch(() => undefined),
    folder: await readlink(`/proc/${pid}/cwd`).catch(() => undefined),
  }
}

/** The numbers of the living processes whose command line holds all these words; a zombie's is empty. */
export async function findProcessesBy(...words: readonly string[]): Promise<number[]> {
  const found: number[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
    const given = command.split('\0')
    if (words.every((word) => given.includes(word))) found.push(Number(name))
  }
  return found
}
