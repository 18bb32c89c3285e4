import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Day } from '../values/day.ts'
import type { ImportFigures } from './contract.ts'
import type { KeptJob } from './import-jobs.ts'
import type { LedgersCaller, LedgersParts } from './ledgers-parts.ts'
import { rehearseImport } from './rehearse-import.ts'

/** Counts which figures a checked job would move; ends in a state that its owner can read, whatever happens. */
export async function countFigures(
  { database, figures, report }: LedgersParts,
  job: KeptJob,
  { scope, actor }: LedgersCaller,
  asOf: Day,
): Promise<void> {
  const checked = job.checked as NonNullable<KeptJob['checked']>
  const stop = new AbortController()
  const ended = Promise.withResolvers<void>()
  const tell = (change: Partial<ImportFigures>) => {
    const now = job.view.figures ?? { ...nothingYet, asOf }
    job.view = { ...job.view, figures: { ...now, ...change } }
  }
  job.counting = { stop, ended: ended.promise }
  job.view = { ...job.view, figures: { ...nothingYet, asOf } }
  try {
    const { moved, placesLeft } = await rehearseImport(database, figures, checked, {
      scope,
      actor,
      asOf,
      signal: stop.signal,
      onProgress: (handled, total) => tell({ handled, total }),
    })
    tell({ state: 'done', moved: [...moved], placesLeft })
  } catch (error) {
    if (stop.signal.aborted) tell({ state: 'stopped', message: stopped })
    else if (error instanceof Refusal) tell({ state: 'failed', message: error.words })
    else {
      tell({ state: 'failed', message: unforeseen })
      report(error)
    }
  } finally {
    job.counting = null
    ended.resolve()
  }
}

/** Stops the counting, if there is any, and waits until nothing of it is left. */
export async function endCounting({ counting }: KeptJob): Promise<void> {
  counting?.stop.abort()
  await counting?.ended
}

const nothingYet = {
  state: 'counting',
  handled: 0,
  total: 0,
  moved: [],
  placesLeft: 0,
  message: null,
} as const satisfies Omit<ImportFigures, 'asOf'>

const stopped = text('已停止计算，没有写入任何内容。', 'The counting was stopped. Nothing was written.')
const unforeseen = text(
  '计算数字的变动时出现意外错误，没有写入任何内容。可以直接写入，或者联系系统管理员。',
  'An unexpected error while the figures were counted. Nothing was written. Write the import, or tell the system administrator.',
)
