import type { ServerLog } from '../db/server/running-server.ts'
import type { KeptBackup } from './backup-folder.ts'
import { type Beside, buildBeside, type OpenOn, type RestoreProgress } from './beside.ts'
import type { Target } from './choose-backup.ts'
import { holdData, holdsAnything } from './data-in-use.ts'
import { type Erasures, finishRestore, fromBackup, type RestoreBy } from './finish-restore.ts'
import type { BackupKey } from './key.ts'
import { occupiedBy } from './restore-refusals.ts'
import { takePlace } from './take-place.ts'

export type RestoreOptions = {
  /** Where the data directory will be. */
  readonly root: string
  readonly target: Target
  readonly key: BackupKey | null
  /** What is there now is moved aside; without it a directory that holds anything is refused. */
  readonly aside: boolean
  /** Where this installation keeps its backups: within the data directory they stay at their place. */
  readonly backups: string
  readonly by: RestoreBy
  readonly open: OpenOn
  readonly log?: ServerLog
  readonly onProgress?: RestoreProgress
}

export type Restored = Pick<Beside, 'manifest' | 'compared' | 'lastChange'> & {
  readonly erasures: Erasures
  /** Where what was there lies now. */
  readonly aside: string | null
}

/**
 * Makes the data directory anew from a backup while no program runs on it: beside its place, checked, brought to the moment, compared
 * and emptied of what was erased since; only then does it take its place. Whatever fails leaves what was there as it was.
 * @throws Refusal with what to do
 */
export async function restoreBackup(backup: KeptBackup, options: RestoreOptions): Promise<Restored> {
  const { root } = options
  const occupied = await holdsAnything(root)
  if (occupied && !options.aside) throw occupiedBy(root)
  const hold = occupied ? await holdData(root) : null
  try {
    const beside = await buildBeside(backup, options)
    try {
      const erasures = await finishRestore(beside, await fromBackup(backup, root), options)
      const aside = await takePlace(beside.data.root, options, occupied)
      await beside.release()
      const { manifest, compared, lastChange } = beside
      return { manifest, compared, lastChange, erasures, aside }
    } catch (error) {
      await beside.giveUp()
      throw error
    }
  } finally {
    await hold?.release()
  }
}
