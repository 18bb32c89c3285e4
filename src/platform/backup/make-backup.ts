import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, lstat, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { hasErrorCode } from '../db/server/has-error-code.ts'
import { archiveWanted } from '../db/server/placement.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { draftName, type KeptBackup, logFolder, removeUnfinished } from './backup-folder.ts'
import { clusterFiles } from './cluster-files.ts'
import { settle, syncFolder } from './durable.ts'
import { appendErasures, erasuresIn, journalIn } from './erasure-journal.ts'
import type { BackupKey } from './key.ts'
import { lineageFile, lineageOf } from './lineage.ts'
import { type Manifest, writeManifest } from './manifest.ts'
import { segmentsBetween } from './segments.ts'
import type { BackupSource } from './source.ts'
import { storedName, storeFile, weigh } from './stored-file.ts'
import { markStillMoment } from './table-sums.ts'

export type BackupPhase = 'copying' | 'counting' | 'checking'
/** Bytes done of all in a phase; `total` is 0 where it cannot be told. */
export type BackupProgress = (phase: BackupPhase, handled: number, total: number) => void

export type BackupOptions = {
  readonly folder: string
  /** Where this installation keeps its backups, which may be another folder: none of them is copied into this one. */
  readonly backups: string
  readonly key: BackupKey | null
  readonly signal?: AbortSignal
  readonly onProgress?: BackupProgress
}

const archivePatience = 120_000

/**
 * Copies the cluster while it is in use, with the write-ahead log that makes the copy whole, and all else of the data directory;
 * reads every file back; then gives the whole its name. The caller holds the lock of backups.
 * @throws Refusal UNAVAILABLE where the server cannot be copied; the signal's reason where it was stopped
 */
export async function makeBackup(source: BackupSource, options: BackupOptions): Promise<KeptBackup> {
  const { folder, signal } = options
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeUnfinished(folder)
  const lineage = await lineageOf(source.data.root)
  const now = new Date().toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')
  const name = `xiaoma-${now}-${randomBytes(2).toString('hex')}`
  const draft = join(folder, draftName(name))
  await mkdir(draft, { mode: 0o700 })
  try {
    const body = await fill(source, options, { draft, name, lineage })
    await readBack(draft, body, options)
    signal?.throwIfAborted()
    await writeManifest(draft, body, options.key)
    await settle(draft, join(folder, name))
    return { folder: join(folder, name), manifest: body }
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

type Draft = { readonly draft: string; readonly name: string; readonly lineage: string }
type Kept = Manifest['files'][number]

async function fill(
  source: BackupSource,
  options: BackupOptions,
  { draft, name, lineage }: Draft,
): Promise<Manifest> {
  const { placement, config, data } = source
  const { folder, backups, key, signal, onProgress = () => undefined } = options
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  await client.connect()
  try {
    const settings = await settingsOf(client)
    if (settings.archive !== 'on') throw notArchiving()
    if ((await readdir(join(placement.cluster, 'pg_tblspc'))).length > 0) throw otherDisks()
    // From here on the server leaves its log in the archive; whoever looks after backups clears it.
    await writeFile(join(placement.archive, archiveWanted), '', { mode: 0o644 })
    const begun = await client.query<{ segment: string }>(
      'select pg_walfile_name(pg_backup_start($1, true)) as segment',
      [name],
    )
    const files: Kept[] = []
    const keep = keeper(files, draft, key, signal)
    const listed = await clusterFiles(placement.cluster)
    const total = listed.files.reduce((sum, { size }) => sum + size, 0)
    let handled = 0
    const copy = async ({ path, size }: (typeof listed.files)[number]) => {
      await keep(`base/${path}`, join(placement.cluster, path), size)
      handled += size
      onProgress('copying', handled, total)
    }
    await eachOf(listed.files.slice(0, -1), copy)
    for (const last of listed.files.slice(-1)) await copy(last)
    const ended = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
    await keep('base/backup_label', Buffer.from(ended.rows[0]?.labelfile ?? ''))
    onProgress('counting', 0, 0)
    const restorePoint = `xiaoma ${name}`
    const { at, tables } = await markStillMoment(config, restorePoint)
    const last = await client.query<{ segment: string }>('select pg_walfile_name(pg_switch_wal()) as segment')
    const segments = segmentsBetween(begun.rows[0]?.segment ?? '', last.rows[0]?.segment ?? '')
    for (const segment of segments) {
      const path = join(placement.archive, segment)
      await untilArchived(path, signal)
      await keep(`wal/${segment}`, path, (await stat(path)).size)
    }
    const erased = await erasuresIn(client)
    for (const place of [data.root, logFolder(folder, lineage)])
      await appendErasures(journalIn(place), erased)
    for (const path of await filesBeside(source, [folder, backups]))
      await keep(`data/${path}`, join(data.root, path), (await stat(join(data.root, path))).size)
    return {
      format: 1,
      name,
      lineage,
      at,
      restorePoint,
      database: config.database ?? '',
      postgres: settings.version,
      machine: `${process.platform}-${process.arch}`,
      segments,
      key: key?.id ?? null,
      tables: tables && [...tables],
      folders: [...listed.folders],
      files,
    }
  } finally {
    // A session that ends within a backup ends the backup.
    await client.end().catch(() => undefined)
  }
}

/** Each file is flushed to the disk, which takes several at a time in as long as one. The first that fails ends the rest. */
async function eachOf<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items]
  const ended = await Promise.allSettled(
    Array.from({ length: 8 }, async () => {
      try {
        for (let item = queue.shift(); item !== undefined; item = queue.shift()) await act(item)
      } catch (error) {
        queue.length = 0
        throw error
      }
    }),
  )
  for (const each of ended) if (each.status === 'rejected') throw each.reason
}

/** Stores one file after the other, in folders made as they are met; a file that went away meanwhile is passed over. */
function keeper(files: Kept[], draft: string, key: BackupKey | null, signal: AbortSignal | undefined) {
  const made = new Set<string>()
  return async (path: string, from: string | Buffer, size?: number) => {
    signal?.throwIfAborted()
    const target = join(draft, storedName(path, key))
    if (!made.has(dirname(target))) await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    made.add(dirname(target))
    try {
      const content = typeof from === 'string' ? readUpTo(from, size ?? 0) : [from]
      files.push({ path, ...(await storeFile(content, target, path, key, signal)) })
    } catch (error) {
      if (!hasErrorCode(error, 'ENOENT') || !path.startsWith('base/')) throw error
      await rm(target, { force: true })
    }
  }
}

/** As long as the file was when it was listed: what it grew by since is in the log. */
async function* readUpTo(path: string, size: number): AsyncGenerator<Buffer> {
  if (size === 0) {
    await access(path)
    return
  }
  for await (const chunk of createReadStream(path, { end: size - 1, highWaterMark: 1 << 18 }))
    yield chunk as Buffer
}

async function settingsOf(client: pg.Client): Promise<{ archive: string; version: number }> {
  const { rows } = await client.query<{ archive: string; version: number }>(
    `select current_setting('archive_mode') as archive, current_setting('server_version_num')::int as version`,
  )
  return rows[0] as { archive: string; version: number }
}

/** Waits until the server has left a segment in its archive. */
export async function untilArchived(path: string, signal: AbortSignal | undefined): Promise<void> {
  for (let waited = 0; ; waited += 50) {
    signal?.throwIfAborted()
    if (await stat(path).catch(() => undefined)) return
    if (waited >= archivePatience) throw notArchived(path)
    await sleep(50)
  }
}

/** Whatever else the data directory holds: not the cluster, not the backups, not what is made anew on another machine. */
async function filesBeside({ data, placement }: BackupSource, folders: readonly string[]): Promise<string[]> {
  const passedOver = [
    placement.home,
    ...folders,
    join(data.root, 'server.json'),
    join(data.root, lineageFile),
  ]
  const found: string[] = []
  async function walk(path: string): Promise<void> {
    if (passedOver.includes(path) || path.includes('.new-')) return
    const entry = await lstat(path)
    if (entry.isFile()) found.push(relative(data.root, path))
    if (entry.isDirectory()) for (const name of await readdir(path)) await walk(join(path, name))
  }
  await walk(data.root)
  return found
}

async function readBack(
  draft: string,
  body: Manifest,
  { key, signal, onProgress }: BackupOptions,
): Promise<void> {
  const total = body.files.reduce((sum, { stored }) => sum + stored, 0)
  let handled = 0
  const folders = new Set([draft])
  for (const { path, stored, sha256 } of body.files) {
    signal?.throwIfAborted()
    const target = join(draft, storedName(path, key))
    const found = await weigh(target)
    if (found.stored !== stored || found.sha256 !== sha256) throw notAsWritten(path)
    folders.add(dirname(target))
    handled += stored
    onProgress?.('checking', handled, total)
  }
  for (const each of folders) await syncFolder(each)
}

const notArchiving = () =>
  new Refusal(
    'UNAVAILABLE',
    text(
      '数据库由旧版本的程序启动，还不能备份。请先停止程序再重新启动一次。',
      'The database was started by an older program and cannot be backed up yet. Stop the program and start it again.',
    ),
  )

const otherDisks = () =>
  new Refusal(
    'UNAVAILABLE',
    text(
      '数据库使用了表空间（tablespace），本命令不备份其他磁盘上的数据。请用 PostgreSQL 自己的工具备份。',
      'The database uses tablespaces, whose disks this command does not copy. Use PostgreSQL’s own tools.',
    ),
  )

const notArchived = (path: string) =>
  new Refusal(
    'UNAVAILABLE',
    text(
      `数据库日志 ${path} 未能在两分钟内写出，备份未完成。请检查磁盘空间和数据库日志。`,
      `The database did not write ${path} within two minutes, so there is no backup. Look at the disk's free space and the database's log.`,
    ),
    { path },
  )

const notAsWritten = (path: string) =>
  new Refusal(
    'UNAVAILABLE',
    text(
      `备份文件 ${path} 读回后与写入的不同，备份已放弃。请检查存放备份的磁盘。`,
      `${path} reads back otherwise than it was written, so the backup was given up. Check the disk that takes the backups.`,
    ),
    { path },
  )
