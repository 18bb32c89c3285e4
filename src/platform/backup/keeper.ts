import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Logger } from 'pino'
import { archiveWanted } from '../db/server/placement.ts'
import type { ProcessLock } from '../db/server/process-lock.ts'
import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import { logFolder } from './backup-folder.ts'
import type { BackupStatus } from './contract.ts'
import { appendErasures, erasuresIn, journalIn } from './erasure-journal.ts'
import { keepLog, ownBackups } from './keep-log.ts'
import { lineageOf } from './lineage.ts'
import { makeBackup } from './make-backup.ts'
import { weightOf } from './manifest.ts'
import { removeSurplus } from './retention.ts'
import { nextBackup } from './schedule.ts'
import type { BackupSettings } from './settings.ts'
import { type BackupSource, lockBackups } from './source.ts'

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
  readonly #stop = new AbortController()
  readonly #started = Date.now()
  readonly #timer: NodeJS.Timeout
  #looking: Promise<void> = Promise.resolve()
  #making: Promise<void> | null = null
  #work: BackupStatus['work'] = null
  #failure: { readonly at: number; readonly words: Text } | null = null
  #erasures = -1

  constructor(source: BackupSource, settings: BackupSettings, log: Logger) {
    this.#source = source
    this.#settings = settings
    this.#log = log
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
    const lock = await lockBackups(this.#source)
    this.#work = { phase: 'copying', handled: 0, total: 0 }
    this.#making = this.#make(lock)
  }

  async status(): Promise<BackupStatus> {
    const { folder, keep, key } = this.#settings
    const backups = await ownBackups(this.#source, folder)
    const next = this.#next(backups.at(-1)?.manifest.at)
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
        })),
        failure: this.#failure && {
          at: new Date(this.#failure.at).toISOString(),
          words: this.#failure.words,
        },
      },
      work: this.#work,
    }
  }

  /** Gives up a backup under way, and leaves nothing of it. */
  async close(): Promise<void> {
    clearInterval(this.#timer)
    this.#stop.abort(new Error('the program ends'))
    await this.#looking
    await this.#making
  }

  /** Once the server has stopped: what it left last. */
  async keepRest(): Promise<void> {
    await this.#keepLog().catch((error: unknown) => {
      this.#log.warn({ err: error, event: 'backups not looked after' })
    })
  }

  async #make(lock: ProcessLock): Promise<void> {
    const { folder, keep, key } = this.#settings
    try {
      const { manifest } = await makeBackup(this.#source, {
        folder,
        key,
        signal: this.#stop.signal,
        onProgress: (phase, handled, total) => {
          this.#work = { phase, handled, total }
        },
      })
      this.#failure = null
      this.#log.info({ event: 'backup made', backup: manifest.name, bytes: weightOf(manifest) })
      await removeSurplus(this.#source, folder, keep)
      await keepLog(this.#source, this.#settings)
    } catch (error) {
      if (this.#stop.signal.aborted) return
      this.#failure = { at: Date.now(), words: wordsOf(error) }
      this.#log.error({ err: error, event: 'backup failed' })
    } finally {
      this.#work = null
      await lock.release()
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

function wordsOf(error: unknown): Text {
  if (error instanceof Refusal) return error.words
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC') return text('存放备份的磁盘已满。', 'The disk that takes the backups is full.')
  const reason = code || (error instanceof Error ? error.name : 'error')
  return text(
    `备份未完成（${reason}），详见程序日志。`,
    `The backup did not succeed (${reason}); see the program's log.`,
  )
}
