import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { draftName, type KeptBackup } from './backup-folder.ts'
import { ownBackups } from './keep-log.ts'
import type { BackupSource } from './source.ts'

/** The backups that may go once `keep` newer ones are there; the newest never goes. */
export function surplus<Backup>(oldestFirst: readonly Backup[], keep: number): readonly Backup[] {
  return oldestFirst.slice(0, Math.max(0, oldestFirst.length - Math.max(1, keep)))
}

/** Removes what is beyond the number to keep. Each backup was read back before it got its name. The caller holds the lock. */
export async function removeSurplus(
  source: BackupSource,
  folder: string,
  keep: number,
): Promise<KeptBackup[]> {
  const removed = surplus(await ownBackups(source, folder), keep)
  for (const { folder: whole, manifest } of removed) {
    // Half removed it must not be taken for a backup.
    const unfinished = join(folder, draftName(manifest.name))
    await rename(whole, unfinished)
    await rm(unfinished, { recursive: true, force: true })
  }
  return [...removed]
}
