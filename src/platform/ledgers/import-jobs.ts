import { newId } from '../db/id.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Day } from '../values/day.ts'
import type { CheckedImport } from './check-import.ts'
import type { ImportJob } from './contract.ts'
import type { WorkbookFile } from './reading/open-workbook.ts'

/** A job with what only the server knows of it. `view` is what its owner is told. */
export type KeptJob = {
  readonly owner: string
  readonly office: number
  readonly startedAt: number
  readonly stop: AbortController
  view: ImportJob
  checked: CheckedImport | null
  /** The file, so that it can be read anew when a person says which column is which. */
  upload: Upload | null
  committedWith: string | null
}

export type Upload = { readonly file: WorkbookFile; readonly changesOn: Day | null }

export type JobLimits = { readonly jobs: number; readonly perOwner: number; readonly minutes: number }
const usual: JobLimits = { jobs: 40, perOwner: 5, minutes: 60 }
const busy: readonly ImportJob['state'][] = ['reading', 'writing']

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
        change: null,
        mappings: [],
        passedOver: 0,
        notices: [],
        message: null,
      },
      checked: null,
      upload: null,
      committedWith: null,
    }
    this.#jobs.set(job.view.id, job)
    return job
  }

  /** @throws Refusal NOT_FOUND also for another account's job */
  get(id: string, owner: string, office: number): KeptJob {
    this.#forgetOld()
    const job = this.#jobs.get(id)
    if (!job || job.owner !== owner || job.office !== office) throw new Refusal('NOT_FOUND', gone, { id })
    return job
  }

  get size(): number {
    return this.#jobs.size
  }

  #makeRoom(owner: string): void {
    this.#forgetOld()
    const own = () => [...this.#jobs.values()].filter((job) => job.owner === owner)
    while (own().length >= this.#limits.perOwner) this.#dropOldest(own())
    while (this.#jobs.size >= this.#limits.jobs) this.#dropOldest([...this.#jobs.values()])
  }

  #dropOldest(among: readonly KeptJob[]): void {
    const idle = among.filter((job) => !busy.includes(job.view.state))
    const oldest = idle.reduce<KeptJob | null>(
      (first, job) => (first && first.startedAt <= job.startedAt ? first : job),
      null,
    )
    if (!oldest) throw new Refusal('TOO_MANY', full)
    this.#jobs.delete(oldest.view.id)
  }

  #forgetOld(): void {
    const since = this.#now() - this.#limits.minutes * 60_000
    for (const [id, job] of this.#jobs)
      if (job.startedAt < since && !busy.includes(job.view.state)) this.#jobs.delete(id)
  }
}

const gone = text(
  '没有这次导入，或者已经过期。请重新上传文件检查。',
  'There is no such import, or it is too long ago. Upload the file and check it again.',
)
const full = text(
  '正在进行的导入太多，请等其中一个完成后再试。',
  'Too many imports are running. Try again when one of them is done.',
)
