import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { archiveWanted } from '../db/server/placement.ts'
import { type KeptBackup, listBackups, logFolder, namesIn } from './backup-folder.ts'
import { settle } from './durable.ts'
import type { BackupKey } from './key.ts'
import { lineageOf } from './lineage.ts'
import { isSegment, isTimelineHistory } from './segments.ts'
import type { BackupSource } from './source.ts'
import { storedName, storeFile } from './stored-file.ts'

export type KeepLogOptions = { readonly folder: string; readonly key: BackupKey | null }

/**
 * Takes what the server left in its archive over to the backups, where `--to` finds it; without a backup that it could follow on,
 * it is let go. The caller holds the lock of backups.
 */
export async function keepLog(source: BackupSource, { folder, key }: KeepLogOptions): Promise<void> {
  const { archive } = source.placement
  const left = (await namesIn(archive))
    .filter((name) => isSegment(name) || isTimelineHistory(name) || isNote(name))
    .sort()
  const own = await ownBackups(source, folder)
  const first = firstSegment(own)
  if (first === undefined) await rm(join(archive, archiveWanted), { force: true })
  for (const name of left) {
    const path = join(archive, name)
    if (first !== undefined && !isNote(name))
      await take(path, name, logFolder(folder, await lineageOf(source.data.root)), key)
    await rm(path)
  }
  await dropLog(source, folder, first)
}

/** Backups of this very installation; several may share a folder. */
export async function ownBackups(
  { data }: Pick<BackupSource, 'data'>,
  folder: string,
): Promise<KeptBackup[]> {
  const lineage = await lineageOf(data.root)
  return (await listBackups(folder)).filter(({ manifest }) => manifest.lineage === lineage)
}

const isNote = (name: string) => /^[0-9A-F]{24}\.[0-9A-F]{8}\.backup$/.test(name)

/** Names of one timeline sort as they follow each other, and a later timeline comes after. */
const firstSegment = (backups: readonly KeptBackup[]) =>
  backups
    .map(({ manifest }) => manifest.segments[0] as string)
    .sort()
    .at(0)

async function take(path: string, name: string, log: string, key: BackupKey | null): Promise<void> {
  await mkdir(log, { recursive: true, mode: 0o700 })
  const target = join(log, storedName(name, key))
  if (await stat(target).catch(() => undefined)) return
  const draft = `${target}.unfinished`
  await rm(draft, { force: true })
  await storeFile(createReadStream(path, { highWaterMark: 1 << 18 }), draft, name, key)
  await settle(draft, target)
}

/** What lies before the oldest backup leads nowhere. */
async function dropLog(source: BackupSource, folder: string, first: string | undefined): Promise<void> {
  const log = logFolder(folder, await lineageOf(source.data.root))
  for (const name of await namesIn(log)) {
    const segment = name.slice(0, 24)
    if (isSegment(segment) && (first === undefined || segment < first))
      await rm(join(log, name), { force: true })
  }
}
