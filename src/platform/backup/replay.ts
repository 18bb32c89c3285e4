import { chown, copyFile, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { namesIn } from './backup-folder.ts'
import type { Target } from './choose-backup.ts'
import type { BackupKey } from './key.ts'
import { type LaidOut, replayFolder } from './lay-out.ts'
import type { Manifest } from './manifest.ts'
import { isSegment, isTimelineHistory } from './segments.ts'
import { restoreFile } from './stored-file.ts'

/** A folder of log that follows the backup: kept beside the backups, or still where the server left it. */
export type LogSource = { readonly folder: string; readonly stored: boolean }

/** Puts the log that was kept after the backup where the server will look for it. */
export async function addLog(
  { placement }: LaidOut,
  { segments }: Manifest,
  sources: readonly LogSource[],
  key: BackupKey | null,
): Promise<void> {
  const target = replayFolder(placement)
  for (const { folder, stored } of sources) {
    for (const name of await namesIn(folder)) {
      const plain = stored ? name.replace(/\.gz(\.enc)?$/, '') : name
      const wanted = isTimelineHistory(plain) || (isSegment(plain) && plain >= (segments[0] ?? ''))
      const to = join(target, plain)
      if (!wanted || (await stat(to).catch(() => undefined))) continue
      const from = join(folder, name)
      if (stored) await restoreFile(from, to, plain, name.endsWith('.enc') ? key : null)
      else await copyFile(from, to)
      if (placement.user) await chown(to, placement.user.uid, placement.user.gid)
    }
  }
}

/** Tells the server how far to go; answers what takes the telling back once it is there. */
export async function aimAt(
  { placement }: LaidOut,
  manifest: Manifest,
  target: Target,
): Promise<() => Promise<void>> {
  const { cluster, user } = placement
  const path = join(cluster, 'postgresql.auto.conf')
  const before = await readFile(path, 'utf8')
  const settings = {
    restore_command: `cp '${replayFolder(placement).replaceAll("'", String.raw`'\''`).replaceAll('%', '%%')}'/%f "%p"`,
    recovery_target_action: 'promote',
    // Else it answers while it is still on its way.
    hot_standby: 'off',
    ...(target.kind === 'backup' && { recovery_target_name: manifest.restorePoint }),
    ...(target.kind === 'moment' && { recovery_target_time: target.at.replace('Z', '+00') }),
  }
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`,
  )
  await writeFile(path, before + lines.join(''), { flush: true })
  const signal = join(cluster, 'recovery.signal')
  await writeFile(signal, '', { mode: 0o600, flush: true })
  if (user) await chown(signal, user.uid, user.gid)
  return async () => {
    await writeFile(path, before, { flush: true })
    await rm(replayFolder(placement), { recursive: true, force: true })
  }
}
