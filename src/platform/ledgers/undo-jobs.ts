import { Refusal } from '../refusal.ts'
import { digestOf } from '../rpc/server/once-only.ts'
import { text } from '../text.ts'
import type { ImportUndoing } from './contract.ts'
import { keyedUndo, type UndoRequest } from './undo-request.ts'

/** An undoing under way, or its end. `view` is what its owner is told. */
export type UndoJob = {
  readonly owner: string
  readonly office: number
  readonly request: UndoRequest
  readonly startedAt: number
  readonly stop: AbortController
  view: ImportUndoing
  /** Why it was refused. */
  refused: Refusal | null
  /** Resolves when it has ended in whatever state. */
  ended: Promise<void>
}

type Limits = { readonly jobs: number; readonly atWork: number; readonly minutes: number }
/** Each at work holds a connection, and only one of them the lock that all need. */
const usual: Limits = { jobs: 40, atWork: 3, minutes: 60 }
const isAtWork = (job: UndoJob) => job.view.state === 'undoing'

/** The undoings of imports in memory, one for an import. A restart forgets them, and what was not committed with them. */
export class UndoJobs {
  readonly #jobs = new Map<string, UndoJob>()
  readonly #limits: Limits
  readonly #now: () => number

  constructor(limits: Limits = usual, now: () => number = Date.now) {
    this.#limits = limits
    this.#now = now
  }

  /**
   * Begins an undoing with `run`; the same request sent again while it is at work joins it.
   * @throws Refusal CONFLICT where another request undoes the import already, TOO_MANY where too many are at work
   */
  begin(
    owner: string,
    office: number,
    request: UndoRequest,
    total: number,
    run: (job: UndoJob) => Promise<void>,
  ): UndoJob {
    this.#forgetOld()
    const name = nameOf(office, request.id)
    const before = this.#jobs.get(name)
    if (before && isAtWork(before)) {
      if (before.owner === owner && digestOf(keyedUndo(before.request)) === digestOf(keyedUndo(request)))
        return before
      throw new Refusal('CONFLICT', underWay, { id: request.id })
    }
    if ([...this.#jobs.values()].filter(isAtWork).length >= this.#limits.atWork)
      throw new Refusal('TOO_MANY', full)
    const job: UndoJob = {
      owner,
      office,
      request,
      startedAt: this.#now(),
      stop: new AbortController(),
      view: { id: request.id, state: 'undoing', handled: 0, total, undo: null, message: null },
      refused: null,
      ended: Promise.resolve(),
    }
    // The newest stands last.
    this.#jobs.delete(name)
    this.#makeRoom()
    this.#jobs.set(name, job)
    job.ended = run(job)
    return job
  }

  /** Null also for another account's undoing. */
  find(id: string, owner: string, office: number): UndoJob | null {
    this.#forgetOld()
    const job = this.#jobs.get(nameOf(office, id))
    return job?.owner === owner ? job : null
  }

  /** As if it had not been asked for: whoever asked was told why it was refused. */
  forget(job: UndoJob): void {
    const name = nameOf(job.office, job.request.id)
    if (this.#jobs.get(name) === job) this.#jobs.delete(name)
  }

  get size(): number {
    return this.#jobs.size
  }

  #makeRoom(): void {
    for (const [name, job] of this.#jobs) {
      if (this.#jobs.size < this.#limits.jobs) return
      if (!isAtWork(job)) this.#jobs.delete(name)
    }
  }

  #forgetOld(): void {
    const since = this.#now() - this.#limits.minutes * 60_000
    for (const [name, job] of this.#jobs) if (job.startedAt < since && !isAtWork(job)) this.#jobs.delete(name)
  }
}

const nameOf = (office: number, id: string) => `${office} ${id}`

const underWay = text(
  '这次导入正在撤销。请等它完成后再看结果。',
  'This import is being undone already. Wait for its end, then look at the result.',
)
const full = text(
  '正在进行的撤销太多，请等其中一个完成后再试。',
  'Too many imports are being undone. Try again when one of them is done.',
)
