import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readBundleManifest } from './bundle.ts'
import { projectRoot } from './data-root.ts'

const output = join(projectRoot, 'dist/web')
const marker = join(output, '.built-from')

/**
 * The folder of the pages: the one that `XIAOMA_WEB` names, or `dist/web`, built anew when what it is made from has
 * changed since the last build; a bundle's is ready. Messages go to standard error.
 */
export async function buildWebWhenStale(
  env: Readonly<Record<string, string | undefined>>,
  say: (zh: string, en: string) => void,
): Promise<string> {
  const given = env['XIAOMA_WEB']?.trim()
  if (given) return resolve(env['XIAOMA_CALLED_FROM'] ?? process.cwd(), given)
  if (readBundleManifest()) return output
  const source = digestOfSources()
  if (existsSync(marker) && readFileSync(marker, 'utf8') === source) return output
  say('正在生成网页……', 'Building the web pages …')
  await run(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'])
  writeFileSync(marker, source)
  return output
}

/** Name, size and time of every file that the browser's code can import. */
function digestOfSources(): string {
  const hash = createHash('sha256')
  for (const folder of ['src', 'vite.config.ts', 'pnpm-lock.yaml']) {
    for (const file of filesBelow(join(projectRoot, folder))) {
      if (file.endsWith('.test.ts')) continue
      const { size, mtimeMs } = statSync(file)
      hash.update(`${file} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

async function run(args: readonly string[]): Promise<void> {
  await new Promise<void>((settle, reject) => {
    const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 2, 2] })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? settle() : reject(new Error(`the web build ended with ${code}`)),
    )
  })
}
