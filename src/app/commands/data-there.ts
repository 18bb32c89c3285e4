import { join, resolve } from 'node:path'
import { stat } from 'node:fs/promises'
import { projectRoot } from '../program.ts'
import { UsageError } from './command.ts'

/** Where the data directory is, or would be. */
export const dataRoot = (env: NodeJS.ProcessEnv) => resolve(projectRoot, env['XIAOMA_DATA']?.trim() || 'data')

/** Refuses where there is no data directory, rather than making one. */
export async function isRefusedAsEmpty(env: NodeJS.ProcessEnv): Promise<void> {
  if (await stat(join(dataRoot(env), 'server.json')).catch(() => undefined)) return
  throw new UsageError(
    '还没有数据。请先运行 ./xiaoma start。\nThere is no data yet. Run ./xiaoma start first.',
  )
}
