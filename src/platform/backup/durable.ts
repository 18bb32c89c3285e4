import { open, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes the names within a folder last through a loss of power. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Renames for good: whoever finds the new name finds the whole. */
export async function settle(draft: string, target: string): Promise<void> {
  await rename(draft, target)
  await syncFolder(dirname(target))
}

/** A small file, whole or not at all. */
export async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  const draft = `${path}.new-${process.pid}`
  await writeFile(draft, content, { mode: 0o600, flush: true })
  await settle(draft, path)
}
