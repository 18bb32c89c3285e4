import type { BackupStatus } from './contract.ts'
import { type BackupSource, lockBackups } from './source.ts'

type Work = NonNullable<BackupStatus['work']>
/** Tells how far a thing is; throws once it is to be stopped. */
export type TellWork = (phase: Work['phase'], handled: number, total: number) => void

/** What is done to the backups of a running program: one thing at a time, with the lock of backups held. */
export class BackupWork {
  readonly #source: BackupSource
  #now: Work | null = null
  #stop = new AbortController()
  #running: Promise<void> = Promise.resolve()

  constructor(source: BackupSource) {
    this.#source = source
  }

  get now(): Work | null {
    return this.#now
  }

  /**
   * Begins, once `first` is done under the lock; `act` sees to its own failures.
   * @throws Refusal CONFLICT where something is under way, or what `first` throws
   */
  async begin(
    what: Pick<Work, 'kind' | 'backup' | 'phase'>,
    act: (signal: AbortSignal, tell: TellWork) => Promise<void>,
    first: () => Promise<void> = async () => undefined,
  ): Promise<void> {
    const lock = await lockBackups(this.#source)
    try {
      await first()
    } catch (error) {
      await lock.release()
      throw error
    }
    const { signal } = this.#stop
    this.#now = { ...what, handled: 0, total: 0 }
    const tell: TellWork = (phase, handled, total) => {
      signal.throwIfAborted()
      this.#now = { ...what, phase, handled, total }
    }
    const run = async () => {
      try {
        await act(signal, tell)
      } finally {
        this.#now = null
        this.#stop = new AbortController()
        await lock.release()
      }
    }
    this.#running = run()
  }

  /** Gives up what is under way and waits until nothing is left of it. */
  async stop(reason: Error): Promise<void> {
    if (this.#now) this.#stop.abort(reason)
    await this.#running
  }
}
