import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { startProgram } from './started-program.ts'

const place = 'XIAOMA_TEST_DEMO'
const patience = 5 * 60_000

/**
 * Chooses where the demo of this run lies, unless whoever started the run has; in the processes that begin after it too. Answers what
 * removes it.
 */
export function keepDemoData(): () => void {
  if (process.env[place]) return () => undefined
  const folder = mkdtempSync(join(tmpdir(), 'xiaoma-demo-'))
  process.env[place] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

/**
 * Makes `data` a data directory with the demo, as `start --yes` on an empty one leaves it: loaded once a run by whoever asks first, and
 * copied. On a server of `DATABASE_URL` nothing is copied, and the program loads it for itself.
 */
export async function copyDemo(data: string): Promise<void> {
  const folder = process.env[place]
  if (!folder || process.env['DATABASE_URL']?.trim()) return
  const made = join(folder, 'data')
  const ready = join(folder, 'ready')
  const failed = join(folder, 'failed')
  if (await begins(folder))
    await make(made, ready).catch(async (error: unknown) => {
      await writeFile(failed, String(error))
      throw error
    })
  for (const until = Date.now() + patience; !(await isThere(ready)); await sleep(100)) {
    if (await isThere(failed)) throw new Error(`the demo was not loaded: ${await readFile(failed, 'utf8')}`)
    if (Date.now() > until) throw new Error(`nobody has loaded the demo in ${folder}`)
  }
  // Where root's server cannot enter the folder its files lie elsewhere, and no copy holds them.
  if ((await readFile(ready, 'utf8')) !== 'whole') return
  await promisify(execFile)('cp', ['-a', made, data])
}

/** Whether this process is the first to ask. */
async function begins(folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  await chmod(folder, 0o755)
  return await mkdir(join(folder, 'making')).then(
    () => true,
    () => false,
  )
}

async function make(data: string, ready: string): Promise<void> {
  const { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE } = process.env
  const surroundings = { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE }
  const env = { ...surroundings, XIAOMA_DATA: data, XIAOMA_PORT: '0', XIAOMA_WEB: data }
  const program = await startProgram({ env }, ['--yes'])
  const code = await program.stop()
  if (code !== 0) throw new Error(`the demo was not left in order: ${code} ${program.said.stderr}`)
  await writeFile(ready, (await isThere(join(data, 'server/cluster'))) ? 'whole' : 'elsewhere')
}

const isThere = async (path: string): Promise<boolean> =>
  await stat(path).then(
    () => true,
    () => false,
  )
