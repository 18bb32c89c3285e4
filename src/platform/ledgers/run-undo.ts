import { UnknownOutcome } from '../db/unknown-outcome.ts'
import { Refusal } from '../refusal.ts'
import { settledAnswer } from '../rpc/server/once-only.ts'
import { text } from '../text.ts'
import type { ImportUndo, ImportUndoing } from './contract.ts'
import type { LedgersCaller, LedgersParts } from './ledgers-parts.ts'
import { undoImport } from './undo-import.ts'
import type { UndoJob } from './undo-jobs.ts'
import { keyedUndo } from './undo-request.ts'

/** Undoes an import; ends in a state that its owner can read, whatever happens. */
export async function runUndo(parts: LedgersParts, job: UndoJob, caller: LedgersCaller): Promise<void> {
  try {
    const undo = await undoImport(parts, caller, job.request, {
      signal: job.stop.signal,
      onProgress: (handled, total) => tell(job, { handled, total }),
    })
    done(job, undo)
  } catch (error) {
    if (error instanceof UnknownOutcome) {
      tell(job, { state: 'unknown', message: error.words })
      parts.report(error)
    } else if (job.stop.signal.aborted) tell(job, { state: 'stopped' })
    else if (error instanceof Refusal) {
      job.refused = error
      tell(job, { state: 'failed', message: error.words })
    } else {
      tell(job, { state: 'failed', message: unforeseen })
      parts.report(error)
    }
  }
}

/** Asks the database what became of an undoing whose answer was lost. Stays unknown where it cannot say yet. */
export async function settleUndo(
  { database }: LedgersParts,
  job: UndoJob,
  { scope, actor }: LedgersCaller,
): Promise<void> {
  try {
    const settled = await settledAnswer(database, scope, { ...keyedUndo(job.request), actor })
    if (settled) done(job, settled.answer as ImportUndo)
    else tell(job, { state: 'failed', message: lostBefore })
  } catch (error) {
    if (!(error instanceof UnknownOutcome)) throw error
  }
}

function done(job: UndoJob, undo: ImportUndo): void {
  const { removed, restored } = undo.counts
  const count = removed + restored
  tell(job, { state: 'done', undo, handled: count, total: count, message: null })
}

function tell(job: UndoJob, change: Partial<ImportUndoing>): void {
  job.view = { ...job.view, ...change }
}

const unforeseen = text(
  '撤销时出现意外错误，未撤销任何内容。请联系系统管理员。',
  'An unexpected error. Nothing was undone. Tell the system administrator.',
)
const lostBefore = text(
  '提交时与数据库的连接中断，已查明未撤销任何内容。请重新核对后再撤销。',
  'The connection to the database broke before the commit, and certainly nothing was undone. Look again, then undo it.',
)
