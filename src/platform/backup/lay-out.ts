import { chmod, chown, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DataDirectory } from '../db/server/data-directory.ts'
import { type Placement, placeServer } from '../db/server/placement.ts'
import type { ServerUser } from '../db/server/server-user.ts'
import type { KeptBackup } from './backup-folder.ts'
import type { BackupKey } from './key.ts'
import { restoreFile, storedName } from './stored-file.ts'

export type LaidOut = { readonly data: DataDirectory; readonly placement: Placement }

/** Where log segments wait to be replayed: not among the server's own, which it renames and reuses. */
export const replayFolder = ({ home }: Placement) => join(home, 'replay')

/** Makes a data directory of a checked backup. Its server has not run yet. */
export async function layOut(
  { folder, manifest }: KeptBackup,
  root: string,
  secret: Buffer,
  key: BackupKey | null,
  onProgress: (handled: number, total: number) => void,
): Promise<LaidOut> {
  await mkdir(root, { mode: 0o700 })
  const data = { root, made: true, secret }
  const total = manifest.files.reduce((sum, { size }) => sum + size, 0)
  let handled = 0
  const lay = async (prefix: string, target: string, user: ServerUser | undefined) => {
    for (const { path, size } of manifest.files) {
      if (!path.startsWith(prefix)) continue
      const to = join(target, path.slice(prefix.length))
      await makeFolder(dirname(to), user)
      await restoreFile(join(folder, storedName(path, key)), to, path, key)
      if (user) await chown(to, user.uid, user.gid)
      handled += size
      onProgress(handled, total)
    }
  }
  await lay('data/', root, undefined)
  const placement = await placeServer(data)
  await makeFolder(placement.cluster, placement.user)
  for (const path of manifest.folders) await makeFolder(join(placement.cluster, path), placement.user)
  await lay('base/', placement.cluster, placement.user)
  await makeFolder(replayFolder(placement), placement.user)
  await lay('wal/', replayFolder(placement), placement.user)
  return { data, placement }
}

async function makeFolder(path: string, user: ServerUser | undefined): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  await chmod(path, 0o700)
  if (!user) return
  for (let made = path; made.length >= first.length; made = dirname(made))
    await chown(made, user.uid, user.gid)
}
