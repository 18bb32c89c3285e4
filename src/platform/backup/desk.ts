import { dirname } from 'node:path'
import type { Logger } from 'pino'
import type { Origin } from '../audit/origin.ts'
import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import { type KeptBackup, listBackups } from './backup-folder.ts'
import { buildBeside, type OpenOn } from './beside.ts'
import { checkBackup } from './check-backup.ts'
import type { Target } from './choose-backup.ts'
import { drill } from './drill.ts'
import { failureWords } from './failure-words.ts'
import { readAncestors, readLineage } from './lineage.ts'
import { handOverLog, type ReadyRestore, readyRestore, refuseOwnDisk } from './live-restore.ts'
import { appendProof, isVerdict } from './proofs.ts'
import type { Proof } from './proof.ts'
import { checkSeal, readManifest } from './manifest.ts'
import { refuseOtherMachine } from './restore-refusals.ts'
import { refuseWithoutRoom } from './room-beside.ts'
import type { BackupSettings } from './settings.ts'
import type { BackupSource } from './source.ts'
import type { BackupWork, TellWork } from './work.ts'

export type DeskParts = {
  readonly source: BackupSource
  readonly settings: BackupSettings
  readonly work: BackupWork
  readonly open: OpenOn
  readonly log: Logger
}

/** What is to be restored, and on whose word. */
export type RestoreWish = {
  readonly backup: string
  readonly target: string | null
  readonly reason: string
  readonly origin: Origin
  readonly details: Readonly<Record<string, string>>
}

type Asked = (failure: Text) => Promise<void>

/** What a person has done with the backups of the running program: tried, restored on trial, restored in its place. */
export class BackupDesk {
  readonly #parts: DeskParts
  readonly #ready = Promise.withResolvers<ReadyRestore>()
  #waiting: ReadyRestore | null = null

  constructor(parts: DeskParts) {
    this.#parts = parts
  }

  /** A restored data directory that waits for the program to close. */
  get ready(): Promise<ReadyRestore> {
    return this.#ready.promise
  }

  /** Leaves nothing of what waits, where the program ends for another reason and nothing is under way any more. */
  async giveUp(): Promise<void> {
    await this.#waiting?.giveUp()
  }

  /** The backups of this installation and of what it was restored from, oldest first. */
  async backups(): Promise<KeptBackup[]> {
    const { source, settings } = this.#parts
    const { root } = source.data
    const related = new Set([await readLineage(root), ...(await readAncestors(root))])
    return (await listBackups(settings.folder)).filter(({ manifest }) => related.has(manifest.lineage))
  }

  /** @throws Refusal NOT_FOUND */
  async backupNamed(name: string): Promise<KeptBackup> {
    const backup = (await this.backups()).find(({ manifest }) => manifest.name === name)
    if (!backup) throw new Refusal('NOT_FOUND', noBackup(name), { name })
    return backup
  }

  /** @throws Refusal where it could not be restored here and now: another machine, no key, no room, no place */
  async refuseImpossible({ folder, manifest }: KeptBackup): Promise<void> {
    const { source, settings } = this.#parts
    refuseOtherMachine(manifest)
    checkSeal(await readManifest(folder), settings.key)
    await refuseOwnDisk(source.data.root)
    await refuseWithoutRoom(manifest, dirname(source.data.root))
  }

  async check(name: string): Promise<void> {
    const backup = await this.backupNamed(name)
    const { settings, work } = this.#parts
    await work.begin({ kind: 'check', backup: name, phase: 'checking' }, (signal, tell) =>
      this.#prove('check', name, signal, async () => {
        await checkBackup(backup, settings.key, (handled, total) => tell('checking', handled, total))
        return { tables: null, events: null, changes: null }
      }),
    )
  }

  async drill(name: string): Promise<void> {
    const backup = await this.backupNamed(name)
    const { source, settings, work, open } = this.#parts
    await work.begin(
      { kind: 'drill', backup: name, phase: 'checking' },
      (signal, tell) =>
        this.#prove('drill', name, signal, () =>
          drill(backup, { root: source.data.root, key: settings.key, open, onProgress: tell }),
        ),
      () => this.refuseImpossible(backup),
    )
  }

  /**
   * Begins to build what takes the data directory's place; `begun` uses the agreement up, `failed` hears why nothing came of it.
   * @throws Refusal where something is under way or it cannot be
   */
  async restore(wish: RestoreWish, begun: () => Promise<void>, failed: Asked): Promise<void> {
    const backup = await this.backupNamed(wish.backup)
    const first = async () => {
      await this.refuseImpossible(backup)
      await begun()
    }
    const build = async (signal: AbortSignal, tell: TellWork) => {
      try {
        await this.#build(backup, wish, signal, tell)
      } catch (error) {
        this.#parts.log.error({ err: error, event: 'restore failed' })
        const words = signal.aborted ? stoppedWords : failureWords(error)
        await failed(words).catch((failure: unknown) =>
          this.#parts.log.error({ err: failure, event: 'restore not ended' }),
        )
      }
    }
    await this.#parts.work.begin({ kind: 'restore', backup: wish.backup, phase: 'checking' }, build, first)
  }

  async #build(backup: KeptBackup, wish: RestoreWish, signal: AbortSignal, tell: TellWork): Promise<void> {
    const { source, settings, open, log } = this.#parts
    const { root } = source.data
    const target: Target = wish.target ? { kind: 'moment', at: wish.target } : { kind: 'backup' }
    if (wish.target) await handOverLog(source, signal)
    const beside = await buildBeside(backup, { root, target, key: settings.key, open, onProgress: tell })
    const { origin, reason, details } = wish
    this.#waiting = readyRestore(beside, backup, {
      root,
      target,
      by: { origin, reason, details },
      backups: settings.folder,
      report: (error) => log.error({ err: error, event: 'restore failed' }),
    })
    this.#ready.resolve(this.#waiting)
  }

  async #prove(
    kind: Proof['kind'],
    backup: string,
    signal: AbortSignal,
    act: () => Promise<Pick<Proof, 'tables' | 'events' | 'changes'>>,
  ): Promise<void> {
    const { source, log } = this.#parts
    const note = async (result: Pick<Proof, 'tables' | 'events' | 'changes' | 'failure'>) =>
      await appendProof(source.data.root, { kind, backup, at: new Date().toISOString(), ...result })
    try {
      await note({ ...(await act()), failure: null })
    } catch (error) {
      // What was stopped has proved nothing.
      if (signal.aborted) return
      log.error({ err: error, event: 'backup not proved', backup })
      if (!isVerdict(error)) return
      const failure = failureWords(error)
      await note({ tables: null, events: null, changes: null, failure }).catch((unwritten: unknown) =>
        log.error({ err: unwritten, event: 'proof not written' }),
      )
    }
  }
}

const noBackup = (name: string) =>
  text(
    `没有名为 ${name} 的完整备份。请刷新查看。`,
    `There is no whole backup named ${name}. Load the page again.`,
  )
const stoppedWords = text('已停止，数据未动。', 'Stopped. The data were not touched.')
