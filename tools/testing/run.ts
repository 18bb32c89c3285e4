import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'

export const projectRoot = resolve(import.meta.dirname, '../..')

const modules = join(projectRoot, 'node_modules/.bin')

/** Runs an installed tool under this Node, its output live and no input; resolves to its exit code. */
export function runTool(
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<number> {
  const path = [dirname(process.execPath), modules, process.env['PATH']].join(':')
  const child = spawn(join(modules, name), args, {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment, PATH: path },
  })
  return new Promise((settle, fail) => {
    child.on('error', fail)
    child.on('close', (code) => settle(code ?? 1))
  })
}
