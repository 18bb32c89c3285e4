import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ProcessLock } from '../db/server/process-lock.ts'
import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import type { KeptBackup } from './backup-folder.ts'
import { asked, type Beside } from './beside.ts'
import { holdData } from './data-in-use.ts'
import { failureWords } from './failure-words.ts'
import { type Finishing, finishRestore, fromBackup } from './finish-restore.ts'
import { untilArchived } from './make-backup.ts'
import type { BackupSource } from './source.ts'
import { takePlace } from './take-place.ts'

/** A restored data directory that waits beside the running program's own. */
export type ReadyRestore = {
  /**
   * Once the program has closed and its server is at rest: takes its place. Answers why it could not, and then leaves the data
   * directory as it was.
   */
  finish(): Promise<Text | null>
  /** Where nobody will finish it: leaves nothing of it. */
  giveUp(): Promise<void>
}

export function readyRestore(
  beside: Beside,
  backup: KeptBackup,
  options: Finishing & { readonly backups: string; readonly report: (error: unknown) => void },
): ReadyRestore {
  const { root, report } = options
  return {
    giveUp: () => beside.giveUp(),
    finish: async () => {
      let hold: ProcessLock | null = null
      try {
        hold = await holdPatiently(root)
        await finishRestore(beside, await fromBackup(backup, root), options)
        await takePlace(beside.data.root, options, true)
        await beside.release()
        return null
      } catch (error) {
        report(error)
        await beside.giveUp()
        return failureWords(error)
      } finally {
        await hold?.release()
      }
    },
  }
}

/** A command may just be at work on the server that the program has let go. */
async function holdPatiently(root: string): Promise<ProcessLock | null> {
  for (let waited = 0; ; waited += 200) {
    try {
      return await holdData(root)
    } catch (error) {
      if (!(error instanceof Refusal) || waited > 60_000) throw error
      await sleep(200)
    }
  }
}

/** Has the server leave what it wrote last in its archive, so that a moment just past can be reached. */
export async function handOverLog({ config, placement }: BackupSource, signal: AbortSignal): Promise<void> {
  const segment = await asked(config, async (client) => {
    const { rows } = await client.query<{ segment: string }>(
      'select pg_walfile_name(pg_switch_wal()) as segment',
    )
    return rows[0]?.segment ?? ''
  })
  await untilArchived(join(placement.archive, segment), signal)
}

/** @throws Refusal UNAVAILABLE where the data directory is a disk of its own, beside which nothing can be built */
export async function refuseOwnDisk(root: string): Promise<void> {
  const [own, beside] = await Promise.all([stat(root), stat(dirname(root))])
  if (own.dev === beside.dev) return
  throw new Refusal(
    'UNAVAILABLE',
    text(
      `数据目录 ${root} 是单独挂载的磁盘，不能在它旁边重建后替换。请停止程序，用 ./xiaoma restore 恢复到另一个数据目录，再把 XIAOMA_DATA 指向它。`,
      `The data directory ${root} is a disk of its own: nothing beside it can take its place. Stop the program, restore into another data directory with ./xiaoma restore, and name that in XIAOMA_DATA.`,
    ),
    { root },
  )
}
