import { dirname } from 'node:path'
import { openDataDirectory } from '../db/server/data-directory.ts'
import { startEmbedded } from '../db/server/embedded.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { asideOf } from './aside.ts'
import { aloneBeside } from './beside.ts'
import { holdData } from './data-in-use.ts'
import { journalIn } from './erasure-journal.ts'
import { type Erasures, finishRestore } from './finish-restore.ts'
import { readLineage } from './lineage.ts'
import type { RestoreOptions } from './restore.ts'
import { takePlace } from './take-place.ts'

export type WentBack = { readonly erasures: Erasures; readonly aside: string | null }

/**
 * Puts what a restore set aside in its place again, and what is there now aside in turn; no program runs on either. What was erased
 * meanwhile is erased there too, and its chain says that it was gone back to.
 * @throws Refusal NOT_FOUND where it was not set aside by a restore of this data directory
 */
export async function goBack(
  from: string,
  options: Pick<RestoreOptions, 'root' | 'backups' | 'by' | 'open' | 'log'>,
): Promise<WentBack> {
  const { root, by, open, log } = options
  if (!(await asideOf(root)).includes(from)) throw notSetAside(from, root)
  const hold = await holdData(root)
  try {
    const alone = await aloneBeside(root)
    try {
      const data = await openDataDirectory({ env: { XIAOMA_DATA: from }, projectRoot: dirname(from) })
      const server = await startEmbedded({ data, ...(log && { log }) })
      const config = { ...server.admin, database: 'xiaoma' }
      const set = { name: from, at: null, lineage: await readLineage(from), journals: [journalIn(root)] }
      const stop = () => server.stop()
      let erasures: Erasures
      try {
        await (await open({ admin: server.admin, database: config.database, data })).close()
        erasures = await finishRestore({ config, data, stop }, set, { root, target: { kind: 'latest' }, by })
      } finally {
        await stop()
      }
      return { erasures, aside: await takePlace(from, options, true) }
    } finally {
      await alone.release()
    }
  } finally {
    await hold?.release()
  }
}

const notSetAside = (from: string, root: string) =>
  new Refusal(
    'NOT_FOUND',
    text(
      `${from} 不是恢复 ${root} 时另存的数据，也不是备份。`,
      `${from} is neither a backup nor what a restore of ${root} set aside.`,
    ),
    { from, root },
  )
