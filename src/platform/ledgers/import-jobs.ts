import { newId } from '../db/id.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Day } from '../values/day.ts'
import type { CheckedImport } from './check-import.ts'
import type { CellError, ImportJob } from './contract.ts'
import type { WorkbookFile } from './reading/open-workbook.ts'

/** A job with what only the server knows of it. `view` is what its owner is told. */
export type KeptJob = {
  readonly owner: string
  readonly office: number
  readonly startedAt: number
  readonly stop: AbortController
  view: ImportJob
  checked: CheckedImport | null
  /**
   * The uploaded file, until it is written or takes too much memory: it is read anew when a person says which column is which, and
   * goes out with its errors.
   */
  file: WorkbookFile | null
  changesOn: Day | null
  /** All of its errors that are kept. */
  errors: readonly CellError[]
  /** The commit that was asked for, so that the same one sent again is the same. */
  committed: { readonly key: string; readonly reason: string | null } | null
  /** The counting of figures that is under way. */
  counting: { readonly stop: AbortController; readonly ended: Promise<void> } | null
}

export type JobLimits = { readonly jobs: number; readonly perOwner: number; readonly minutes: number }
const usual: JobLimits = { jobs: 40, perOwner: 5, minutes: 60 }
const mostBytes = 60_000_000
const busy: readonly ImportJob['state'][] = ['reading', 'writing']
const isIdle = (job: KeptJob) => !busy.includes(job.view.state) && job.counting === null

/** Import jobs in memory, bound by count and age: the oldest idle ones go first, and a restart forgets all. Busy ones stay. */
export class ImportJobs {
  readonly #jobs = new Map<string, KeptJob>()
  readonly #limits: JobLimits
  readonly #now: () => number

  constructor(limits: JobLimits = usual, now: () => number = Date.now) {
    this.#limits = limits
    this.#now = now
  }

  /** @throws Refusal TOO_MANY where the owner's, or all, places are taken by jobs at work */
  start(owner: string, office: number, ledger: string, fileName: string): KeptJob {
    this.#makeRoom(owner)
    const job: KeptJob = {
      owner,
      office,
      startedAt: this.#now(),
      stop: new AbortController(),
      view: {
        id: newId(),
        ledger,
        fileName,
        state: 'reading',
        handled: 0,
        total: 0,
        counts: { read: 0, created: 0, updated: 0, unchanged: 0, refused: 0 },
        errors: [],
        errorCount: 0,
        findings: [],
        preview: [],
        figures: null,
        change: null,
        batch: null,
        sameFile: [],
        mappings: [],
        passedOver: 0,
        notices: [],
        message: null,
      },
      checked: null,
      file: null,
      changesOn: null,
      errors: [],
      committed: null,
      counting: null,
    }
    this.#jobs.set(job.view.id, job)
    return job
  }

  /** Null also for another account's job. */
  find(id: string, owner: string, office: number): KeptJob | null {
    this.#forgetOld()
    const job = this.#jobs.get(id)
    return job?.owner === owner && job.office === office ? job : null
  }

  /** Whether a job of the office counts figures: one at a time is enough for a machine of two cores. */
  isCounting(office: number): boolean {
    return [...this.#jobs.values()].some((job) => job.office === office && job.counting !== null)
  }

  get size(): number {
    return this.#jobs.size
  }

  #makeRoom(owner: string): void {
    this.#forgetOld()
    const own = () => [...this.#jobs.values()].filter((job) => job.owner === owner)
    while (own().length >= this.#limits.perOwner) this.#dropOldest(own())
    this.#letFilesGo()
    while (this.#jobs.size >= this.#limits.jobs) this.#dropOldest([...this.#jobs.values()])
  }

  #dropOldest(among: readonly KeptJob[]): void {
    const idle = among.filter(isIdle)
    const oldest = idle.reduce<KeptJob | null>(
      (first, job) => (first && first.startedAt <= job.startedAt ? first : job),
      null,
    )
    if (!oldest) throw new Refusal('TOO_MANY', full)
    this.#jobs.delete(oldest.view.id)
  }

  /** Uploaded files are let go, the oldest first, before they take too much memory. */
  #letFilesGo(): void {
    const held = [...this.#jobs.values()].filter((job) => job.file)
    let bytes = held.reduce((sum, job) => sum + (job.file?.bytes.length ?? 0), 0)
    for (const job of held.sort((a, b) => a.startedAt - b.startedAt)) {
      if (bytes <= mostBytes) return
      bytes -= job.file?.bytes.length ?? 0
      job.file = null
    }
  }

  #forgetOld(): void {
    const since = this.#now() - this.#limits.minutes * 60_000
    for (const [id, job] of this.#jobs) if (job.startedAt < since && isIdle(job)) this.#jobs.delete(id)
  }
}

const full = text(
  '正在进行的导入太多，请等其中一个完成后再试。',
  'Too many imports are running. Try again when one of them is done.',
)
