import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import pg, { type ClientConfig } from 'pg'
import { carryMasterKeys } from '../cipher/master-key.ts'
import type { Database } from '../db/database.ts'
import type { DataDirectory } from '../db/server/data-directory.ts'
import { startEmbedded } from '../db/server/embedded.ts'
import { stopPostmaster } from '../db/server/postmaster.ts'
import { type ProcessLock, tryProcessLock } from '../db/server/process-lock.ts'
import type { ServerLog } from '../db/server/running-server.ts'
import { type KeptBackup, logFolder } from './backup-folder.ts'
import { checkBackup } from './check-backup.ts'
import { folderAround, type Target } from './choose-backup.ts'
import { homeOf } from './data-in-use.ts'
import type { BackupKey } from './key.ts'
import { layOut } from './lay-out.ts'
import { readLineage } from './lineage.ts'
import type { Manifest } from './manifest.ts'
import { addLog, aimAt, type LogSource } from './replay.ts'
import { alreadyRestoring, otherwise, refuseOtherMachine, unreached } from './restore-refusals.ts'
import { refuseWithoutRoom } from './room-beside.ts'
import { restoreFile, storedName } from './stored-file.ts'
import { sumTables } from './table-sums.ts'
import { isTakingPlace } from './take-place.ts'

export type RestorePhase = 'checking' | 'copying' | 'replaying' | 'comparing'
/** Bytes done of all in a phase; `total` is 0 where it cannot be told. What it throws gives the whole up. */
export type RestoreProgress = (phase: RestorePhase, handled: number, total: number) => void

/** Opens the database of a server as a start would, so that its migrations have run; throws where it cannot be opened. */
export type OpenOn = (place: {
  readonly admin: ClientConfig
  readonly database: string
  readonly data: DataDirectory
}) => Promise<Database>

export type BesideOptions = {
  /** Beside which data directory it is built. */
  readonly root: string
  readonly target: Target
  readonly key: BackupKey | null
  readonly open: OpenOn
  /** Whether the master keys of the data directory help; a drill is to tell whether the backup alone opens. */
  readonly unaided?: boolean
  readonly log?: ServerLog | undefined
  readonly onProgress?: RestoreProgress | undefined
}

/** A data directory made from a backup beside its place, with its server running. */
export type Beside = {
  readonly data: DataDirectory
  readonly config: ClientConfig
  readonly manifest: Manifest
  /** Tables that were compared with the backup, or null where its target lies elsewhere or nothing was counted. */
  readonly compared: number | null
  /** The last change that is there, ISO 8601; null where nothing was ever recorded. */
  readonly lastChange: string | null
  /** Brings its files to rest, as they are to take their place. */
  stop(): Promise<void>
  /** Lets another be built beside; only once this one took its place. */
  release(): Promise<void>
  /** Leaves nothing of it. */
  giveUp(): Promise<void>
}

const draftPrefix = (root: string) => `${basename(root)}.restoring-`

/**
 * Builds the data directory of a backup beside its place: every file checked, laid out, brought to the moment, compared, opened as a
 * start would. What is at its place works on meanwhile. One at a time is built beside a data directory.
 * @throws Refusal with what to do; nothing is left then
 */
export async function buildBeside(backup: KeptBackup, options: BesideOptions): Promise<Beside> {
  const { root, onProgress = () => undefined } = options
  const alone = await aloneBeside(root)
  // A name of its own each time: where the server's home lies elsewhere, it is called after this one.
  const draft = join(dirname(root), `${draftPrefix(root)}${randomBytes(4).toString('hex')}`)
  const giveUp = async () => {
    if (!(await isTakingPlace(root))) await removeDraft(draft)
    await alone.release()
  }
  try {
    const key = await checkBackup(backup, options.key, (handled, total) =>
      onProgress('checking', handled, total),
    )
    refuseOtherMachine(backup.manifest)
    await mkdir(dirname(root), { recursive: true })
    await removeDrafts(root)
    await refuseWithoutRoom(backup.manifest, dirname(root))
    const built = await rebuild(backup, draft, key, options)
    return {
      ...built,
      release: () => alone.release(),
      giveUp: async () => {
        await built.stop()
        await giveUp()
      },
    }
  } catch (error) {
    await giveUp()
    throw error
  }
}

/** @throws Refusal CONFLICT where another builds beside this data directory, or puts something in its place */
export async function aloneBeside(root: string): Promise<ProcessLock> {
  const alone = await tryProcessLock(`restore ${root}`, Buffer.from('xiaoma'))
  if (!alone) throw alreadyRestoring(root)
  return alone
}

async function rebuild(
  backup: KeptBackup,
  draft: string,
  key: BackupKey | null,
  options: BesideOptions,
): Promise<Omit<Beside, 'giveUp' | 'release'>> {
  const { root, target, log = () => undefined, onProgress = () => undefined } = options
  const { manifest } = backup
  const sameLineage = (await readLineage(root)) === manifest.lineage
  const laid = await layOut(backup, draft, await secretIn(backup, key), key, (handled, total) =>
    onProgress('copying', handled, total),
  )
  // The moment may lie behind a change of the master key, or behind the first one, which the backup does not hold.
  if (sameLineage && !options.unaided) await carryMasterKeys(root, draft)
  if (target.kind !== 'backup') await addLog(laid, manifest, await logSources(backup, root, sameLineage), key)
  onProgress('replaying', 0, 0)
  const aimed = await aimAt(laid, manifest, target)
  const server = await startEmbedded({ data: laid.data, log }).catch((error: unknown) => {
    throw unreached(error, target)
  })
  try {
    const config = { ...server.admin, database: manifest.database }
    await aimed()
    onProgress('comparing', 0, 0)
    const compared = target.kind === 'backup' ? await compare(config, manifest) : null
    const lastChange = await checkChanges(config)
    const opened = await options.open({ admin: server.admin, database: manifest.database, data: laid.data })
    await opened.close()
    onProgress('comparing', 1, 1)
    const stop = () => server.stop()
    return { data: laid.data, config, manifest, compared, lastChange, stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function secretIn({ folder }: KeptBackup, key: BackupKey | null): Promise<Buffer> {
  const apart = await mkdtemp(join(tmpdir(), 'xiaoma-secret-'))
  try {
    const path = join(apart, 'secret')
    await restoreFile(join(folder, storedName('data/secret', key)), path, 'data/secret', key)
    return await readFile(path)
  } finally {
    await rm(apart, { recursive: true, force: true })
  }
}

/** Also what the old server left last, where it is still there: it may be newer than anything beside the backups. */
async function logSources(backup: KeptBackup, root: string, sameLineage: boolean): Promise<LogSource[]> {
  const home = sameLineage ? await homeOf(root) : null
  const kept = { folder: logFolder(folderAround(backup), backup.manifest.lineage), stored: true }
  return home ? [kept, { folder: join(home, 'archive'), stored: false }] : [kept]
}

/** @throws Refusal INVALID where a table is not what the backup says */
async function compare(config: ClientConfig, { tables }: Manifest): Promise<number | null> {
  if (!tables) return null
  const found = new Map((await sumTables(config)).map((each) => [each.name, each]))
  for (const { name, rows, sum } of tables) {
    const now = found.get(name)
    if (now?.rows !== rows || now.sum !== sum) throw otherwise(name, rows, now?.rows ?? '–')
  }
  if (found.size !== tables.length) throw otherwise('*', String(tables.length), String(found.size))
  return tables.length
}

/** Every change that the head counts must be there, whatever moment was asked for. */
async function checkChanges(config: ClientConfig): Promise<string | null> {
  return await asked(config, async (client) => {
    const { rows } = await client.query<{ head: string; changes: string; last: Date | null }>(
      `select o.head::text, count(c.change_no)::text as changes, max(c.recorded_at) as last
       from platform.office o left join platform.change c on c.office_id = o.office_id group by o.office_id, o.head`,
    )
    for (const { head, changes } of rows)
      if (head !== changes) throw otherwise('platform.change', head, changes)
    const last = rows.flatMap((row) => (row.last ? [row.last.toISOString()] : [])).sort()
    return last.at(-1) ?? null
  })
}

/** What was built beside a data directory and never took its place. */
async function draftsOf(root: string): Promise<string[]> {
  const folder = dirname(root)
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => name.startsWith(draftPrefix(root))).map((name) => join(folder, name))
}

/** What a restore that was killed left. The caller is the only one that builds beside this data directory. */
async function removeDrafts(root: string): Promise<number> {
  if (await isTakingPlace(root)) return 0
  const drafts = await draftsOf(root)
  for (const draft of drafts) await removeDraft(draft)
  return drafts.length
}

/** The same where nobody is building beside it. */
export async function clearDrafts(root: string): Promise<number> {
  if ((await draftsOf(root)).length === 0) return 0
  const alone = await tryProcessLock(`restore ${root}`, Buffer.from('xiaoma'))
  if (!alone) return 0
  try {
    return await removeDrafts(root)
  } finally {
    await alone.release()
  }
}

async function removeDraft(draft: string): Promise<void> {
  const home = await homeOf(draft)
  if (home) {
    await stopPostmaster(join(home, 'cluster'))
    await rm(home, { recursive: true, force: true })
  }
  await rm(draft, { recursive: true, force: true })
}

export async function asked<Result>(
  config: ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
