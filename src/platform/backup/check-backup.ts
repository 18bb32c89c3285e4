import { join } from 'node:path'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { KeptBackup } from './backup-folder.ts'
import type { BackupKey } from './key.ts'
import { checkSeal, readManifest } from './manifest.ts'
import { storedName, weigh } from './stored-file.ts'

/**
 * Compares every file of a backup with its manifest before anything is done with it. Answers the key that its files need.
 * @throws Refusal INVALID naming the first file that is not as it was
 */
export async function checkBackup(
  { folder }: KeptBackup,
  given: BackupKey | null,
  onProgress: (handled: number, total: number) => void = () => undefined,
): Promise<BackupKey | null> {
  const manifest = await readManifest(folder)
  const key = checkSeal(manifest, given)
  const total = manifest.files.reduce((sum, { stored }) => sum + stored, 0)
  let handled = 0
  for (const { path, stored, sha256 } of manifest.files) {
    if (path.startsWith('/') || path.split('/').includes('..')) throw damaged(folder, path)
    const found = await weigh(join(folder, storedName(path, key))).catch(() => undefined)
    if (found?.stored !== stored || found.sha256 !== sha256) throw damaged(folder, path)
    handled += stored
    onProgress(handled, total)
  }
  return key
}

const damaged = (folder: string, path: string) =>
  new Refusal(
    'INVALID',
    text(
      `备份 ${folder} 中的 ${path} 缺失或与清单不符，不能使用。现有数据未动。请另选一份备份。`,
      `In the backup ${folder} the file ${path} is missing or not as its manifest says. The present data was not touched. Choose another backup.`,
    ),
    { folder, path },
  )
