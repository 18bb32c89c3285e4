import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../db/server/server.ts'
import { dropTemplates } from './template-database.ts'

/** One database server for all test files of a run: the one of `DATABASE_URL`, or an embedded one of its own. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['XIAOMA_TEST_ADMIN']) return undefined
  const data = join(tmpdir(), `xiaoma-test-${process.pid}`)
  mkdirSync(data, { mode: 0o755 })
  const projectRoot = join(import.meta.dirname, '../../..')
  const server = await startServer({ env: { ...process.env, XIAOMA_DATA: join(data, 'data') }, projectRoot })
  process.env['XIAOMA_TEST_ADMIN'] = JSON.stringify(server.admin)
  return async () => {
    await dropTemplates(server.admin)
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
}
