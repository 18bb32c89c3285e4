import { openAsBlob } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How long an answer may take to be read by its reader. */
const lifetime = 15 * 60_000

/** A file that is made on the disk and sent from there, so that it is never whole in memory; it goes away by itself. */
export async function passingFile(
  name: string,
  type: string,
  make: (path: string) => Promise<unknown>,
): Promise<File> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaoma-file-'))
  const remove = () => void rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'file')
    await make(path)
    setTimeout(remove, lifetime).unref()
    return new File([await openAsBlob(path)], name, { type })
  } catch (error) {
    remove()
    throw error
  }
}
