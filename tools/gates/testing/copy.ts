import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projectRoot } from '../../testing/run.ts'
import type { TreeFile } from '../tree.ts'

const configurations = ['.oxlintrc.json', 'knip.json', 'tsconfig.json', '.gitignore']

/** Runs a program in a temporary copy of the tree under this project's own configuration. */
export function runInCopy(
  files: readonly TreeFile[],
  program: string,
  args: readonly string[],
): { exitCode: number; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoma-gates-'))
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    for (const name of configurations) cpSync(join(projectRoot, name), join(folder, name))
    symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
    spawnSync('git', ['init', '-q', folder])
    const path = `${dirname(process.execPath)}:${join(projectRoot, 'node_modules/.bin')}:${process.env['PATH']}`
    const run = spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: path },
    })
    return { exitCode: run.status ?? -1, output: run.stdout + run.stderr }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
