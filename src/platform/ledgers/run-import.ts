import { appendRefusal } from '../audit/append-refusal.ts'
import { originOf } from '../audit/origin.ts'
import { read, readSettled } from '../db/transaction.ts'
import { UnknownOutcome } from '../db/unknown-outcome.ts'
import { Refusal } from '../refusal.ts'
import { settledAnswer } from '../rpc/server/once-only.ts'
import { type Language, text } from '../text.ts'
import { type CheckOptions, checkImport } from './check-import.ts'
import type { ImportJob } from './contract.ts'
import { fileWithErrors } from './file-with-errors.ts'
import { batchById, batchesOfFiles, type KeptBatch } from './import-batches.ts'
import { ruleErrors } from './import-file.ts'
import type { KeptJob } from './import-jobs.ts'
import type { LedgersCaller, LedgersParts } from './ledgers-parts.ts'
import { MappingWanted } from './reading/mapping.ts'
import { endCounting } from './count-figures.ts'
import { keyed, writeImport } from './write-import.ts'

type Asked = { readonly id: string; readonly key: string; readonly reason: string | null }

/** Reads and compares; ends in a state that its owner can read, whatever happens. */
export async function runCheck(
  { database, engine, report }: LedgersParts,
  job: KeptJob,
  { scope, actor }: LedgersCaller,
  options: Pick<CheckOptions, 'ledgers' | 'asked' | 'answers'>,
): Promise<void> {
  await guarded(job, report, async () => {
    const checked = await checkImport(database, engine, scope, {
      ...options,
      files: job.file ? [job.file] : [],
      changesOn: job.changesOn,
      ask: true,
      signal: job.stop.signal,
      onProgress: (handled, total) => update(job, { handled, total }),
    })
    const { counts, errors, preview, files, passedOver, notices, mappings } = checked
    const digests = files.map((file) => file.sha256)
    const sameFile = await read(database, scope, (reader) => batchesOfFiles(reader, actor, digests))
    const state = errors.count > 0 ? 'refused' : 'checked'
    if (state === 'checked') job.checked = checked
    job.errors = errors.all
    update(job, {
      state,
      counts,
      errors: errors.first,
      errorCount: errors.count,
      preview: [...preview],
      passedOver,
      notices: [...notices],
      mappings: [...mappings],
      sameFile,
      handled: counts.read,
      total: counts.read,
    })
  })
}

/** Writes a checked job. */
export async function runCommit(
  parts: LedgersParts,
  job: KeptJob,
  caller: LedgersCaller,
  { key, reason }: Asked,
): Promise<void> {
  const checked = job.checked as NonNullable<KeptJob['checked']>
  const { database, engine, report } = parts
  update(job, { state: 'writing', handled: 0, total: checked.counts.created + checked.counts.updated })
  // It holds the very keys that are written now.
  await endCounting(job)
  await guarded(job, report, async () => {
    const { change, findings } = await writeImport(database, engine, checked, {
      scope: caller.scope,
      actor: caller.actor,
      id: job.view.id,
      key,
      reason,
      signal: job.stop.signal,
      onProgress: (handled, total) => update(job, { handled, total }),
    }).catch(async (error: unknown) => {
      // Nobody waits for an answer any more that would tell of it.
      if (error instanceof Refusal && error.code === 'FORBIDDEN')
        await appendRefusal(database, caller.scope.office, originOf(), { import: job.view.id })
      throw error
    })
    // Told at once: whatever fails from here on, the import is written.
    update(job, { state: 'done', change, findings })
  })
  job.checked = null
  if (job.view.state !== 'done') return
  job.file = null
  update(job, { batch: (await storedImport(parts, caller, job.view.id).catch(() => null))?.batch ?? null })
}

/** Asks the database what became of a commit whose answer was lost. Stays unknown where it cannot say yet. */
export async function settleJob(
  parts: LedgersParts,
  job: KeptJob,
  caller: LedgersCaller,
  asked: Asked,
): Promise<void> {
  const stored = await certainImport(parts, caller, asked).catch((error: unknown) => {
    if (error instanceof UnknownOutcome) return 'unknown' as const
    throw error
  })
  if (stored === null) update(job, { state: 'failed', message: lostBefore })
  else if (stored !== 'unknown') update(job, viewOfBatch(stored))
}

/**
 * The import that a commit with this key wrote, or null where it certainly wrote none.
 * @throws Refusal CONFLICT where the key belongs to another request; UnknownOutcome where it cannot be told yet
 */
export async function certainImport(
  parts: LedgersParts,
  caller: LedgersCaller,
  asked: Asked,
): Promise<KeptBatch | null> {
  const { database } = parts
  const answered = await settledAnswer(database, caller.scope, { ...keyed(asked), actor: caller.actor })
  return answered ? await storedImport(parts, caller, asked.id) : null
}

/** The written import with this id; null where there is none and, once what is under way has ended, will be none. */
export async function storedImport(
  { database }: LedgersParts,
  { scope, actor }: LedgersCaller,
  id: string,
): Promise<KeptBatch | null> {
  const now = await read(database, scope, (reader) => batchById(reader, actor, id))
  return now ?? (await readSettled(database, scope, (reader) => batchById(reader, actor, id)))
}

/** A written import as a job is told, when the job itself is long gone. */
export function viewOfBatch({ batch, findings }: KeptBatch): ImportJob {
  const written = batch.counts.created + batch.counts.updated
  return {
    id: batch.id,
    ledger: batch.ledgers[0] ?? '',
    fileName: batch.files.map((file) => file.name).join(' '),
    state: 'done',
    handled: written,
    total: written,
    counts: batch.counts,
    errors: [],
    errorCount: 0,
    findings,
    preview: [],
    figures: null,
    change: batch.change,
    batch,
    sameFile: [],
    mappings: [],
    passedOver: 0,
    notices: [],
    message: null,
  }
}

async function guarded(
  job: KeptJob,
  report: LedgersParts['report'],
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    const lines = ruleErrors(error)
    if (error instanceof UnknownOutcome) {
      update(job, { state: 'unknown', message: error.words })
      report(error)
    } else if (job.stop.signal.aborted) update(job, { state: 'stopped', message: stopped })
    else if (error instanceof MappingWanted) update(job, { state: 'mapping', mappings: [...error.mappings] })
    else if (lines && error instanceof Refusal) {
      job.errors = lines
      update(job, {
        state: 'refused',
        message: error.words,
        errors: lines.slice(0, 200),
        errorCount: lines.length,
      })
    } else if (error instanceof Refusal) update(job, { state: 'failed', message: error.words })
    else {
      update(job, { state: 'failed', message: unforeseen })
      report(error)
    }
  }
}

/** The uploaded file with all of its errors beside the lines. Null where there are none, or the file was let go. */
export async function errorsOf({ file, errors, view }: KeptJob, language: Language): Promise<File | null> {
  if (!file || errors.length === 0) return null
  return await fileWithErrors(file, { errors, count: view.errorCount, language })
}

export function update(job: KeptJob, change: Partial<ImportJob>): void {
  job.view = { ...job.view, ...change }
}

export const stopped = text('已停止，未写入任何内容。', 'Stopped. Nothing was written.')
const unforeseen = text(
  '导入时出现意外错误，未写入任何内容。请联系系统管理员。',
  'An unexpected error. Nothing was written. Tell the system administrator.',
)
const lostBefore = text(
  '提交时与数据库的连接中断，已查明未写入任何内容。请重新上传文件检查后再提交。',
  'The connection to the database broke before the commit, and certainly nothing was written. Check the file again, then write it.',
)
