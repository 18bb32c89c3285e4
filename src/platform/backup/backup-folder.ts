import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrorCode } from '../db/server/has-error-code.ts'
import { type Manifest, readManifest } from './manifest.ts'

/** Backups lie as `xiaoma-…` side by side, and what was written between them as `log-<lineage>`. */
export const logFolder = (folder: string, lineage: string) => join(folder, `log-${lineage}`)
const isBackup = (name: string) => /^xiaoma-\d{8}T\d{6}Z-[0-9a-f]{4}$/.test(name)
export const draftName = (name: string) => `.${name}.unfinished`

export type KeptBackup = { readonly folder: string; readonly manifest: Manifest }

/** The whole backups of a folder, oldest first; whatever cannot be read is none. */
export async function listBackups(folder: string): Promise<KeptBackup[]> {
  const found: KeptBackup[] = []
  for (const name of (await namesIn(folder)).filter(isBackup)) {
    const path = join(folder, name)
    const manifest = await readManifest(path).catch(() => undefined)
    if (manifest) found.push({ folder: path, manifest })
  }
  return found.sort((a, b) => (a.manifest.at < b.manifest.at ? -1 : 1))
}

/** Removes what an interrupted backup left. The caller holds the lock of backups. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await namesIn(folder))
    if (name.startsWith('.xiaoma-') && name.endsWith('.unfinished'))
      await rm(join(folder, name), { recursive: true, force: true })
}

export async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch((error: unknown) => {
    if (hasErrorCode(error, 'ENOENT')) return []
    throw error
  })
}
