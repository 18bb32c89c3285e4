import { readlink, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { settlePlace } from '../platform/backup/take-place.ts'
import { type DataDirectory, openDataDirectory } from '../platform/db/server/data-directory.ts'
import type { ServerLog } from '../platform/db/server/running-server.ts'
import { text } from '../platform/text.ts'

type Environment = Readonly<Record<string, string | undefined>>

export const projectRoot = join(import.meta.dirname, '../..')

/** Where the data directory is, or would be, without symbolic links: a restore puts another in its place. */
async function dataRoot(env: Environment): Promise<string> {
  const wanted = resolve(projectRoot, env['XIAOMA_DATA']?.trim() || 'data')
  const named = await readlink(wanted).then(
    (target) => resolve(dirname(wanted), target),
    () => wanted,
  )
  const beside = await realpath(dirname(named)).catch(() => dirname(named))
  return await realpath(named).catch(() => join(beside, basename(named)))
}

/** Ends what a kill interrupted while a restored data directory took its place. Every command does so before it looks at the data. */
export async function settleData(env: Environment, say?: ServerLog): Promise<string> {
  const root = await dataRoot(env)
  if (await settlePlace(root)) say?.(settled)
  return root
}

export async function openData(env: Environment, say?: ServerLog): Promise<DataDirectory> {
  await settleData(env, say)
  return await openDataDirectory({ env, projectRoot })
}

const settled = text(
  '上次恢复备份在最后一步被中断，现已完成：数据是恢复后的，原有数据已另名保留。',
  'A restore was interrupted at its last step and has been completed: the data are the restored ones, and what was there is kept under another name.',
)
