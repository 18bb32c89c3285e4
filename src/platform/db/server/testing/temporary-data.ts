import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export type TemporaryData = {
  /** Not made yet; root's server can enter its parent, so nothing lies outside it. */
  readonly path: string
  /** Removes everything. The server has to be stopped before. */
  remove(): Promise<void>
}

/** A data directory for one test. */
export async function temporaryData(): Promise<TemporaryData> {
  const parent = await mkdtemp(join(tmpdir(), 'xiaoma-test-'))
  await chmod(parent, 0o755)
  const path = join(parent, 'data')
  return {
    path,
    remove: async () => {
      await removeHome(path)
      await rm(parent, { recursive: true, force: true })
    },
  }
}

/** Removes the server's folder of a data directory, wherever it lies. */
export async function removeHome(dataRoot: string): Promise<void> {
  const record = await readFile(join(dataRoot, 'server.json'), 'utf8').catch(() => undefined)
  if (record === undefined) return
  const { home } = JSON.parse(record) as { home: string }
  await rm(resolve(dataRoot, home), { recursive: true, force: true })
}
