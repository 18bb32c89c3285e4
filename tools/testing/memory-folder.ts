import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
/** What the data of all programs of a run may come to, and what has to stay for the programs themselves. */
const room = 6 * 2 ** 30
const rest = 6 * 2 ** 30

/**
 * A folder in memory for what tests write, where this machine has the room and runs programs from there: a disk that others use makes the
 * time of a run a matter of luck. Null elsewhere. What must reach a disk is tested by what the program asks of it.
 */
export function memoryFolder(): { readonly path: string; remove(): void } | null {
  let path: string
  try {
    const { bavail, bsize } = statfsSync(memory)
    if (bavail * bsize < room || freemem() < room + rest) return null
    path = mkdtempSync(join(memory, 'xiaoma-'))
  } catch {
    return null
  }
  const remove = () => rmSync(path, { recursive: true, force: true })
  // The account of root's database server enters it.
  chmodSync(path, 0o755)
  const program = join(path, 'runs')
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 })
  try {
    execFileSync(program)
    rmSync(program)
    return { path, remove }
  } catch {
    remove()
    return null
  }
}
