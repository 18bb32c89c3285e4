import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of the project; `path` is relative to the root with `/`. `text` is empty where the file is binary. */
export type TreeFile = {
  readonly path: string
  readonly text: string
  readonly binary: boolean
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Every file that git tracks or would track with the next `git add`. Throws outside a git work tree. */
export function readTree(root: string): TreeFile[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return [...new Set(listed.split('\0'))]
    .filter((path) => path !== '' && existsSync(join(root, path)) && lstatSync(join(root, path)).isFile())
    .map((path) => ({ path, ...decode(readFileSync(join(root, path))) }))
}

function decode(bytes: Buffer): { text: string; binary: boolean } {
  if (bytes.includes(0)) return { text: '', binary: true }
  try {
    return { text: utf8.decode(bytes), binary: false }
  } catch {
    return { text: '', binary: true }
  }
}
