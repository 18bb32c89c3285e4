import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import pg, { type ClientConfig } from 'pg'
import { hasErrorCode } from '../db/server/has-error-code.ts'
import { startEmbedded } from '../db/server/embedded.ts'
import { stopPostmaster } from '../db/server/postmaster.ts'
import { tryProcessLock } from '../db/server/process-lock.ts'
import type { ServerLog } from '../db/server/running-server.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { type KeptBackup, logFolder } from './backup-folder.ts'
import { checkBackup } from './check-backup.ts'
import { folderAround, type Target } from './choose-backup.ts'
import { holdData, holdsAnything, homeOf } from './data-in-use.ts'
import { syncFolder } from './durable.ts'
import { appendErasures, type ErasureEntry, erasuresIn, journalIn, readJournal } from './erasure-journal.ts'
import type { BackupKey } from './key.ts'
import { type LaidOut, layOut } from './lay-out.ts'
import { readLineage } from './lineage.ts'
import type { Manifest } from './manifest.ts'
import { repeatErasures } from './repeat-erasures.ts'
import { addLog, aimAt, type LogSource } from './replay.ts'
import { restoreFile, storedName } from './stored-file.ts'
import { sumTables } from './table-sums.ts'

export type RestorePhase = 'checking' | 'copying' | 'replaying' | 'comparing'

export type RestoreOptions = {
  /** Where the data directory will be. */
  readonly root: string
  readonly target: Target
  readonly key: BackupKey | null
  /** What is there now is moved aside; without it a directory that holds anything is refused. */
  readonly aside: boolean
  /** Where this installation keeps its backups: within the data directory they stay at their place. */
  readonly backups: string
  readonly log?: ServerLog
  readonly onProgress?: (phase: RestorePhase, handled: number, total: number) => void
}

export type Restored = {
  readonly manifest: Manifest
  /** Tables that were compared with the backup, or null where its target lies elsewhere or nothing was counted. */
  readonly compared: number | null
  /** The last change that is there, ISO 8601; null where nothing was ever recorded. */
  readonly lastChange: string | null
  readonly erasures: { readonly journal: boolean; readonly repeated: number }
  /** Where what was there lies now. */
  readonly aside: string | null
}

/**
 * Makes the data directory anew from a backup: beside its place, checked, brought to the moment, compared and emptied of what was
 * erased since; only then does it take its place. Whatever fails leaves what was there as it was.
 * @throws Refusal with what to do
 */
export async function restoreBackup(backup: KeptBackup, options: RestoreOptions): Promise<Restored> {
  const { root, onProgress = () => undefined } = options
  const occupied = await holdsAnything(root)
  if (occupied && !options.aside) throw occupiedBy(root)
  const hold = occupied ? await holdData(root) : null
  const alone = await tryProcessLock(`restore ${root}`, Buffer.from('xiaoma'))
  // A name of its own each time: where the server's home lies elsewhere, it is called after this one.
  const draft = `${root}.restoring-${randomBytes(4).toString('hex')}`
  try {
    if (!alone) throw alreadyRestoring(root)
    const key = await checkBackup(backup, options.key, (handled, total) =>
      onProgress('checking', handled, total),
    )
    refuseOtherMachine(backup.manifest)
    await mkdir(dirname(root), { recursive: true })
    await removeLeftOver(root)
    const found = await rebuild(backup, draft, key, options).catch(async (error: unknown) => {
      await removeDraft(draft)
      throw error
    })
    return { ...found, aside: await takePlace(draft, options, occupied) }
  } finally {
    await hold?.release()
    await alone?.release()
  }
}

async function rebuild(
  backup: KeptBackup,
  draft: string,
  key: BackupKey | null,
  options: RestoreOptions,
): Promise<Omit<Restored, 'aside'>> {
  const { root, target, log = () => undefined, onProgress = () => undefined } = options
  const { manifest } = backup
  const sameLineage = (await readLineage(root)) === manifest.lineage
  const laid = await layOut(backup, draft, await secretIn(backup, key), key, (handled, total) =>
    onProgress('copying', handled, total),
  )
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
    const journals = await journalsOf(backup, root, sameLineage)
    const repeated = await repeatErasures(config, journals.entries)
    await renewJournal(laid, config, journals.entries)
    return { manifest, compared, lastChange, erasures: { journal: journals.found, repeated } }
  } finally {
    await server.stop()
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

/** @throws Refusal UNAVAILABLE where a table is not what the backup says */
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

/** Found is a journal that can know of erasures since the backup: its own copy cannot. */
async function journalsOf(backup: KeptBackup, root: string, sameLineage: boolean) {
  const beside = await readJournal(journalIn(logFolder(folderAround(backup), backup.manifest.lineage)))
  const present = sameLineage ? await readJournal(journalIn(root)) : null
  return { found: beside !== null || present !== null, entries: [...(beside ?? []), ...(present ?? [])] }
}

async function renewJournal(
  { data }: LaidOut,
  config: ClientConfig,
  entries: readonly ErasureEntry[],
): Promise<void> {
  const now = await asked(config, (client) => erasuresIn(client))
  await appendErasures(journalIn(data.root), [...entries, ...now])
}

async function takePlace(
  draft: string,
  { root, backups }: Pick<RestoreOptions, 'root' | 'backups'>,
  occupied: boolean,
): Promise<string | null> {
  const stamp = new Date().toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')
  const aside = occupied ? `${root}.before-${stamp}` : null
  const within = relative(root, backups)
  if (aside) await rename(root, aside)
  else await rm(root, { recursive: true, force: true })
  await rename(draft, root)
  if (aside && !within.startsWith('..') && !isAbsolute(within)) await carryOver(join(aside, within), backups)
  await syncFolder(dirname(root))
  return aside
}

async function carryOver(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await rename(from, to).catch((error: unknown) => {
    if (!hasErrorCode(error, 'ENOENT')) throw error
  })
}

/** What a restore that was killed left. */
async function removeLeftOver(root: string): Promise<void> {
  const folder = dirname(root)
  for (const name of await readdir(folder))
    if (name.startsWith(`${basename(root)}.restoring-`)) await removeDraft(join(folder, name))
}

async function removeDraft(draft: string): Promise<void> {
  const home = await homeOf(draft)
  if (home) {
    await stopPostmaster(join(home, 'cluster'))
    await rm(home, { recursive: true, force: true })
  }
  await rm(draft, { recursive: true, force: true })
}

async function asked<Result>(
  config: ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function refuseOtherMachine({ machine, name }: Manifest): void {
  const here = `${process.platform}-${process.arch}`
  if (machine === here) return
  throw new Refusal(
    'INVALID',
    text(
      `备份 ${name} 来自另一类机器（${machine}），本机是 ${here}，不能恢复。请在同类机器上恢复。`,
      `The backup ${name} is of another kind of machine (${machine}); this one is ${here}. Restore it on a machine of its kind.`,
    ),
    { machine, here },
  )
}

function unreached(error: unknown, target: Target): unknown {
  if (
    target.kind !== 'moment' ||
    !(error instanceof Error) ||
    !/before configured recovery target/.test(error.message)
  )
    return error
  return new Refusal(
    'NOT_FOUND',
    text(
      `保存的日志到不了 ${target.at}：在那之后没有记录。要恢复全部，请用 --to latest。现有数据未动。`,
      `The log that was kept does not reach ${target.at}: nothing after it was recorded. For all that was kept, say --to latest. The present data was not touched.`,
    ),
    { at: target.at },
  )
}

const alreadyRestoring = (root: string) =>
  new Refusal(
    'CONFLICT',
    text(`正在恢复到 ${root}，请等它完成。`, `A restore to ${root} is under way. Wait until it has ended.`),
    { root },
  )

const occupiedBy = (root: string) =>
  new Refusal(
    'CONFLICT',
    text(
      `数据目录 ${root} 里已有内容，未做任何改动。如要替换，请加 --aside：原有内容会改名保留。`,
      `The data directory ${root} is not empty; nothing was done. To replace it, add --aside: what is there is kept under another name.`,
    ),
    { root },
  )

const otherwise = (table: string, expected: string, found: string) =>
  new Refusal(
    'UNAVAILABLE',
    text(
      `恢复后 ${table} 与备份不符（应有${expected}行，实有${found}行），已放弃。现有数据未动。请另选一份备份。`,
      `After restoring, ${table} is not what the backup says (${expected} rows expected, ${found} found), so it was given up. The present data was not touched. Choose another backup.`,
    ),
    { table, expected, found },
  )
