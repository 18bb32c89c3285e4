import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Logger } from 'pino'
import { archiveWanted } from '../db/server/placement.ts'
import { Refusal } from '../refusal.ts'
import type { Text } from '../text.ts'
import { logFolder } from './backup-folder.ts'
import { asideOf } from './aside.ts'
import type { OpenOn } from './beside.ts'
import type { BackupStatus } from './contract.ts'
import { BackupDesk } from './desk.ts'
import { failureWords } from './failure-words.ts'
import { appendErasures, erasuresIn, journalIn } from './erasure-journal.ts'
import { keepLog, ownBackups } from './keep-log.ts'
import { lineageOf, readLineage } from './lineage.ts'
import { makeBackup } from './make-backup.ts'
import { weightOf } from './manifest.ts'
import { readProofs } from './proofs.ts'
import { removeSurplus } from './retention.ts'
import { nextBackup } from './schedule.ts'
import type { BackupSettings } from './settings.ts'
import { type BackupSource, lockBackups } from './source.ts'
import { BackupWork, type TellWork } from './work.ts'

/** How often the keeper looks around, in milliseconds: an erasure is beside the backups at most so much later. */
const round = 10_000

/**
 * Looks after the backups of the running program: makes them when they are due or asked for, keeps the log between them, writes down
 * erasures outside the database, and removes what is beyond the number to keep.
 */
export class BackupKeeper {
  readonly #source: BackupSource
  readonly #settings: BackupSettings
  readonly #log: Logger
  readonly #work: BackupWork
  readonly desk: BackupDesk
  readonly #started = Date.now()
  readonly #timer: NodeJS.Timeout
  #looking: Promise<void> = Promise.resolve()
  #failure: { readonly at: number; readonly words: Text } | null = null
  #erasures = -1

  constructor(source: BackupSource, settings: BackupSettings, log: Logger, open: OpenOn) {
    this.#source = source
    this.#settings = settings
    this.#log = log
    this.#work = new BackupWork(source)
    this.desk = new BackupDesk({ source, settings, log, open, work: this.#work })
    this.#timer = setInterval(() => this.look(), round)
    this.look()
  }

  /** One look around, unless the one before is not over. */
  look(): void {
    this.#looking = this.#looking.then(async () => {
      try {
        await this.#noteErasures()
        if (await this.#isDue()) await this.begin()
        else await this.#keepLog()
      } catch (error) {
        // Another process may be at it, or the database away: the next look is soon.
        if (!(error instanceof Refusal)) this.#log.warn({ err: error, event: 'backups not looked after' })
      }
    })
  }

  /**
   * Begins a backup; its end is in the status.
   * @throws Refusal CONFLICT where one is under way
   */
  async begin(): Promise<void> {
    await this.#work.begin({ kind: 'backup', backup: null, phase: 'copying' }, (signal, tell) =>
      this.#make(signal, tell),
    )
  }

  /** Gives up what is under way; answers whether there was anything. */
  async stop(): Promise<boolean> {
    const { now } = this.#work
    await this.#work.stop(new Error('stopped by a person'))
    return now !== null
  }

  async status(): Promise<BackupStatus> {
    const { folder, keep, key } = this.#settings
    const { root } = this.#source.data
    const own = await readLineage(root)
    const backups = await this.desk.backups()
    const proofs = await readProofs(root)
    const next = this.#next(backups.findLast(({ manifest }) => manifest.lineage === own)?.manifest.at)
    return {
      kept: {
        folder,
        sameDisk: await this.#isOnSameDisk(),
        enciphered: key !== null,
        keep,
        next: next === null ? null : new Date(next).toISOString(),
        backups: backups.toReversed().map(({ manifest }) => ({
          name: manifest.name,
          at: manifest.at,
          bytes: weightOf(manifest),
          enciphered: manifest.key !== null,
          tables: manifest.tables?.length ?? null,
          earlier: manifest.lineage !== own,
          proof: proofs.findLast((proof) => proof.backup === manifest.name) ?? null,
        })),
        failure: this.#failure && {
          at: new Date(this.#failure.at).toISOString(),
          words: this.#failure.words,
        },
        drilled: proofs.findLast(({ kind, failure }) => kind === 'drill' && failure === null) ?? null,
        aside: await asideOf(root),
      },
      work: this.#work.now,
    }
  }

  /** Gives up what is under way, leaves nothing of it, and writes down the erasures that came last. */
  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#looking
    await this.#work.stop(new Error('the program ends'))
    await this.#noteErasures().catch((error: unknown) => {
      this.#log.warn({ err: error, event: 'backups not looked after' })
    })
  }

  /** Once the server has stopped: what it left last. */
  async keepRest(): Promise<void> {
    await this.#keepLog().catch((error: unknown) => {
      this.#log.warn({ err: error, event: 'backups not looked after' })
    })
  }

  async #make(signal: AbortSignal, tell: TellWork): Promise<void> {
    const { folder, keep, key } = this.#settings
    try {
      const { manifest } = await makeBackup(this.#source, {
        folder,
        backups: folder,
        key,
        signal,
        onProgress: tell,
      })
      this.#failure = null
      this.#log.info({ event: 'backup made', backup: manifest.name, bytes: weightOf(manifest) })
      await removeSurplus(this.#source, folder, keep)
      await keepLog(this.#source, this.#settings)
    } catch (error) {
      if (signal.aborted) return
      this.#failure = { at: Date.now(), words: failureWords(error) }
      this.#log.error({ err: error, event: 'backup failed' })
    }
  }

  async #isDue(): Promise<boolean> {
    const newest = (await ownBackups(this.#source, this.#settings.folder)).at(-1)?.manifest.at
    const next = this.#next(newest)
    return next !== null && next <= Date.now()
  }

  #next(newest: string | undefined): number | null {
    return nextBackup(Date.now(), {
      at: this.#settings.at,
      newest: newest === undefined ? null : Date.parse(newest),
      started: this.#started,
      failed: this.#failure?.at ?? null,
    })
  }

  async #keepLog(): Promise<void> {
    const left = (await readdir(this.#source.placement.archive)).filter((name) => name !== archiveWanted)
    if (left.length === 0) return
    const lock = await lockBackups(this.#source)
    try {
      await keepLog(this.#source, this.#settings)
    } finally {
      await lock.release()
    }
  }

  async #noteErasures(): Promise<void> {
    const client = new pg.Client(this.#source.config)
    client.on('error', () => undefined)
    await client.connect()
    try {
      const { rows } = await client.query<{ count: number }>(
        'select count(*)::int as count from platform.erasure',
      )
      const count = rows[0]?.count ?? 0
      if (count === this.#erasures) return
      const entries = await erasuresIn(client)
      await appendErasures(journalIn(this.#source.data.root), entries)
      await appendErasures(journalIn(await this.#logFolder()), entries)
      this.#erasures = count
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  async #logFolder(): Promise<string> {
    return logFolder(this.#settings.folder, await lineageOf(this.#source.data.root))
  }

  async #isOnSameDisk(): Promise<boolean> {
    const there = await stat(this.#settings.folder).catch(() => stat(join(this.#settings.folder, '..')))
    return there.dev === (await stat(this.#source.placement.cluster)).dev
  }
}
