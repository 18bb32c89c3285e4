import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { settleData } from '../data-root.ts'
import { complain, UsageError } from './command.ts'

/** Refuses where there is no data directory, rather than making one. */
export async function isRefusedAsEmpty(env: NodeJS.ProcessEnv): Promise<void> {
  const root = await settleData(env, (words) => complain(words.zh, words.en))
  if (await stat(join(root, 'server.json')).catch(() => undefined)) return
  throw new UsageError(
    '还没有数据。请先运行 ./xiaoma start。\nThere is no data yet. Run ./xiaoma start first.',
  )
}
