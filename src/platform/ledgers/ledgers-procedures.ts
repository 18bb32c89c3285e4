import type { InferSchemaOutput } from '@orpc/contract'
import type { Database } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import { type Actor, read } from '../db/transaction.ts'
import type { RecordsEngine } from '../records/records-engine.ts'
import { Refusal } from '../refusal.ts'
import { say, type Text, text } from '../text.ts'
import { type Day, today } from '../values/day.ts'
import { checkImport } from './check-import.ts'
import { columnNote } from './column-note.ts'
import type { ImportJob, ledgersContract } from './contract.ts'
import { exportLedger } from './export-ledger.ts'
import { findingsOf, ruleErrors } from './import-file.ts'
import type { ImportJobs, KeptJob, Upload } from './import-jobs.ts'
import type { Ledger } from './ledger.ts'
import { keepAnswers } from './reading/keep-answers.ts'
import { LayoutMemory } from './reading/layout-memory.ts'
import { MappingWanted, type SheetAnswer } from './reading/mapping.ts'
import { templateOf } from './template.ts'
import { workbookMime } from './workbook-bytes.ts'
import { writeImport } from './write-import.ts'

export type LedgersParts = {
  readonly database: Database
  readonly engine: RecordsEngine
  readonly ledgers: readonly Ledger[]
  readonly jobs: ImportJobs
  /** Told of errors that nobody foresaw; the job says only that there was one. */
  readonly report: (error: unknown) => void
}

/** Who asks, resolved once for the request. */
export type LedgersCaller = {
  readonly scope: Scope
  readonly actor: Actor
  readonly office: Text
  readonly may: (permission: string) => boolean
}

/** A question on place and time as the figures resolve it: the place, and the change number of the knowledge. */
export type ResolvedExport = {
  readonly node: { readonly id: string; readonly name: string } | null
  readonly asOf: Day | null
  /** Null: read the present rows. */
  readonly known: bigint | null
  readonly knownAt: string
}
export type ResolveExport = (
  caller: LedgersCaller,
  question: {
    readonly node?: string | undefined
    readonly asOf?: Day | undefined
    readonly knownAt?: string | undefined
  },
) => Promise<ResolvedExport>

type Contract = typeof ledgersContract
type InputOf<Name extends keyof Contract> = InferSchemaOutput<
  NonNullable<Contract[Name]['~orpc']['inputSchema']>
>

/** How long an answer waits for a short job, in milliseconds; a longer one is followed by `progress`. */
const patience = 1_000

/** The procedures of the ledgers' contract as functions of the caller and the input. */
export function ledgersProcedures(parts: LedgersParts, resolve: ResolveExport) {
  const { database, engine, ledgers, jobs } = parts
  const ledgerOf = (id: string): Ledger => {
    const ledger = ledgers.find((candidate) => candidate.id === id)
    if (!ledger) throw new Refusal('NOT_FOUND', noLedger(id), { ledger: id })
    return ledger
  }
  const seen = (caller: LedgersCaller, ledger: Ledger) => caller.may(ledger.type.permissions.see)
  const writable = (caller: LedgersCaller, ledger: Ledger) =>
    caller.may('ledgers.import') &&
    caller.may(ledger.type.permissions.record) &&
    caller.may(ledger.type.permissions.correct)
  const own = (caller: LedgersCaller, id: string): KeptJob =>
    jobs.get(id, caller.actor.id, caller.scope.office)

  return {
    catalogue: async (caller: LedgersCaller) => ({
      ledgers: ledgers
        .filter((ledger) => seen(caller, ledger))
        .map((ledger) => ({
          id: ledger.id,
          title: ledger.sheet,
          columns: ledger.columns.map((column) => ({
            key: column.key,
            heading: column.heading,
            note: columnNote(column),
            required: column.required,
            example: column.example,
          })),
          mayImport: writable(caller, ledger),
          mayExport: caller.may('ledgers.export'),
        })),
    }),

    template: async (_caller: LedgersCaller, input: InputOf<'template'>): Promise<File> => {
      const ledger = ledgerOf(input.ledger)
      const name = say(text(`${ledger.sheet.zh}模板`, `${ledger.sheet.en} template`), input.language)
      return workbook(await templateOf(ledger, input.language), name)
    },

    export: async (caller: LedgersCaller, input: InputOf<'export'>): Promise<File> => {
      const ledger = ledgerOf(input.ledger)
      if (!seen(caller, ledger)) throw new Refusal('FORBIDDEN', mayNotSee(ledger), { ledger: ledger.id })
      const { node, asOf, known, knownAt } = await resolve(caller, input)
      const { bytes } = await read<unknown, { bytes: Uint8Array }>(
        database,
        caller.scope,
        (reader) =>
          exportLedger(reader, engine, ledger, {
            language: input.language,
            node,
            asOf,
            knownAt,
            office: caller.office,
            by: caller.actor.name,
            on: today(),
            personal: caller.may('records.reveal'),
          }),
        known,
      )
      return workbook(
        bytes,
        [say(ledger.sheet, input.language), ...(node ? [node.name] : []), asOf ?? today()].join(' '),
      )
    },

    check: async (caller: LedgersCaller, input: InputOf<'check'>): Promise<ImportJob> => {
      const ledger = ledgerOf(input.ledger)
      if (!writable(caller, ledger))
        throw new Refusal('FORBIDDEN', mayNotWrite(ledger), { ledger: ledger.id })
      const job = jobs.start(caller.actor.id, caller.scope.office, ledger.id, input.file.name)
      const bytes = new Uint8Array(await input.file.arrayBuffer())
      job.upload = { file: { name: input.file.name, bytes }, changesOn: input.changesOn ?? null }
      await atMost(patience, runCheck(job, caller, ledger))
      return job.view
    },

    map: async (caller: LedgersCaller, input: InputOf<'map'>): Promise<ImportJob> => {
      const job = own(caller, input.id)
      if (!job.upload || !['mapping', 'checked', 'refused'].includes(job.view.state))
        throw new Refusal('CONFLICT', cannotMap, { state: job.view.state })
      const importable = ledgers.filter((ledger) => writable(caller, ledger))
      await keepAnswers(
        new LayoutMemory(database, caller.scope),
        importable,
        job.view.mappings,
        input.sheets,
        caller.actor,
      )
      job.checked = null
      update(job, { state: 'reading', handled: 0, total: 0, errors: [], errorCount: 0, preview: [] })
      await atMost(patience, runCheck(job, caller, ledgerOf(job.view.ledger), input.sheets))
      return job.view
    },

    commit: async (caller: LedgersCaller, input: InputOf<'commit'>): Promise<ImportJob> => {
      const job = own(caller, input.id)
      if (job.committedWith === input.idempotencyKey) return job.view
      if (job.view.state !== 'checked' || !job.checked)
        throw new Refusal('CONFLICT', notChecked, { state: job.view.state })
      for (const ledger of job.checked.ledgersFound) {
        if (!writable(caller, ledger))
          throw new Refusal('FORBIDDEN', mayNotWrite(ledger), { ledger: ledger.id })
      }
      job.committedWith = input.idempotencyKey
      await atMost(patience, runCommit(job, caller, input))
      return job.view
    },

    progress: async (caller: LedgersCaller, input: InputOf<'progress'>): Promise<ImportJob> =>
      own(caller, input.id).view,

    stop: async (caller: LedgersCaller, input: InputOf<'stop'>): Promise<ImportJob> => {
      const job = own(caller, input.id)
      job.stop.abort()
      // A job at work says itself that it has stopped, or that it was already done.
      if (job.view.state === 'checked' || job.view.state === 'mapping')
        update(job, { state: 'stopped', message: stopped })
      return job.view
    },
  }

  async function runCheck(
    job: KeptJob,
    caller: LedgersCaller,
    ledger: Ledger,
    answers: readonly SheetAnswer[] = [],
  ): Promise<void> {
    await guarded(job, parts.report, async () => {
      const { file, changesOn } = job.upload as Upload
      const checked = await checkImport(database, engine, caller.scope, {
        files: [file],
        answers,
        ask: true,
        ledgers: ledgers.filter((candidate) => candidate === ledger || writable(caller, candidate)),
        asked: ledger,
        changesOn,
        signal: job.stop.signal,
        onProgress: (handled, total) => update(job, { handled, total }),
      })
      const { counts, errors, preview, passedOver, notices, mappings } = checked
      const state = errors.count > 0 ? 'refused' : 'checked'
      if (state === 'checked') job.checked = checked
      update(job, {
        state,
        counts,
        errors: errors.first,
        errorCount: errors.count,
        preview: [...preview],
        passedOver,
        notices: [...notices],
        mappings: [...mappings],
        handled: counts.read,
        total: counts.read,
      })
    })
  }

  async function runCommit(job: KeptJob, caller: LedgersCaller, input: InputOf<'commit'>): Promise<void> {
    const checked = job.checked as NonNullable<KeptJob['checked']>
    update(job, { state: 'writing', handled: 0, total: checked.counts.created + checked.counts.updated })
    await guarded(job, parts.report, async () => {
      const { change, findings } = await writeImport(database, engine, checked, {
        scope: caller.scope,
        actor: caller.actor,
        reason: input.reason,
        once: { key: input.idempotencyKey, body: { import: job.view.id, reason: input.reason } },
        signal: job.stop.signal,
        onProgress: (handled, total) => update(job, { handled, total }),
      })
      update(job, {
        state: 'done',
        change,
        findings: findingsOf(checked, findings),
      })
    })
    job.checked = null
  }
}

/** Runs to an end that its owner can read, whatever happens. */
async function guarded(
  job: KeptJob,
  report: LedgersParts['report'],
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    const lines = ruleErrors(error)
    if (job.stop.signal.aborted) update(job, { state: 'stopped', message: stopped })
    else if (error instanceof MappingWanted) update(job, { state: 'mapping', mappings: [...error.mappings] })
    else if (lines && error instanceof Refusal) {
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

function update(job: KeptJob, change: Partial<ImportJob>): void {
  job.view = { ...job.view, ...change }
}

/** Waits for work, but not longer than `milliseconds`; work that goes on answers to its job, not to this request. */
async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  const timer = Promise.withResolvers<void>()
  const handle = setTimeout(timer.resolve, milliseconds)
  await Promise.race([work, timer.promise])
  clearTimeout(handle)
}

function workbook(bytes: Uint8Array, name: string): File {
  return new File([bytes as Uint8Array<ArrayBuffer>], `${name}.xlsx`, { type: workbookMime })
}

const noLedger = (id: string) => text(`没有“${id}”这个台账。`, `There is no ledger “${id}”.`)
const mayNotSee = (ledger: Ledger) =>
  text(`您没有查看“${ledger.sheet.zh}”的权限。`, `You may not see the ledger “${ledger.sheet.en}”.`)
const mayNotWrite = (ledger: Ledger) =>
  text(
    `您没有导入“${ledger.sheet.zh}”的权限：需要登记和更正两项权限。`,
    `You may not import the ledger “${ledger.sheet.en}”: it takes the permissions to record and to correct.`,
  )
const notChecked = text(
  '这次导入还没有检查通过，或者已经提交、停止。请重新上传文件检查。',
  'This import was not checked without errors, or it is already written or stopped. Upload the file and check it again.',
)
const cannotMap = text(
  '这次导入已经写入、停止或者出错，不能再改列的对应。请重新上传文件。',
  'This import is written, stopped or failed: its columns cannot be changed any more. Upload the file again.',
)
const stopped = text('已停止，未写入任何内容。', 'Stopped. Nothing was written.')
const unforeseen = text(
  '导入时出现意外错误，未写入任何内容。请联系系统管理员。',
  'An unexpected error. Nothing was written. Tell the system administrator.',
)
