import type { InferSchemaOutput } from '@orpc/contract'
import { read } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { say, text } from '../text.ts'
import { type Day, today } from '../values/day.ts'
import { maskedIn } from './clear/stored.ts'
import { columnNote } from './column-note.ts'
import type { ImportJob, ImportUndo, ImportUndoing, ledgersContract } from './contract.ts'
import { countFigures, endCounting } from './count-figures.ts'
import { exportLedger } from './export-ledger.ts'
import { batchesBefore } from './import-batches.ts'
import type { KeptJob } from './import-jobs.ts'
import type { Ledger } from './ledger.ts'
import type { LedgersCaller, LedgersParts } from './ledgers-parts.ts'
import { passingFile } from './passing-file.ts'
import {
  certainImport,
  errorsOf,
  runCheck,
  runCommit,
  settleJob,
  stopped,
  storedImport,
  update,
  viewOfBatch,
} from './run-import.ts'
import { keepAnswers } from './reading/keep-answers.ts'
import { LayoutMemory } from './reading/layout-memory.ts'
import { templateOf } from './template.ts'
import { runUndo, settleUndo } from './run-undo.ts'
import { previewUndo } from './undo-import.ts'
import type { UndoJob } from './undo-jobs.ts'
import { workbookMime } from './workbook-bytes.ts'

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
  const { database, engine, ledgers, jobs, undoings } = parts
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
  const importable = (caller: LedgersCaller, asked?: Ledger) =>
    ledgers.filter((ledger) => ledger === asked || writable(caller, ledger))
  const own = (caller: LedgersCaller, id: string): KeptJob | null =>
    jobs.find(id, caller.actor.id, caller.scope.office)
  const ownUndoing = (caller: LedgersCaller, id: string): UndoJob | null =>
    undoings.find(id, caller.actor.id, caller.scope.office)
  /** What stands in the database when the job itself is gone: a restart forgets jobs, not imports. */
  const kept = async (caller: LedgersCaller, id: string): Promise<ImportJob> => {
    const stored = await storedImport(parts, caller, id)
    if (!stored) throw new Refusal('NOT_FOUND', gone, { id })
    return viewOfBatch(stored)
  }

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
          masked: maskedIn(ledger).length > 0,
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
      const name = [say(ledger.sheet, input.language), ...(node ? [node.name] : []), asOf ?? today()].join(
        ' ',
      )
      const asked = {
        language: input.language,
        node,
        asOf,
        knownAt,
        office: caller.office,
        by: caller.actor.name,
        on: today(),
        batch: caller.request,
      }
      return await passingFile(`${name}.xlsx`, workbookMime, (path) =>
        read(database, caller.scope, (reader) => exportLedger(reader, engine, ledger, asked, path), known),
      )
    },

    check: async (caller: LedgersCaller, input: InputOf<'check'>): Promise<ImportJob> => {
      const ledger = ledgerOf(input.ledger)
      if (!writable(caller, ledger))
        throw new Refusal('FORBIDDEN', mayNotWrite(ledger), { ledger: ledger.id })
      const job = jobs.start(caller.actor.id, caller.scope.office, ledger.id, input.file.name)
      const bytes = new Uint8Array(await input.file.arrayBuffer())
      job.file = { name: input.file.name, bytes }
      job.changesOn = input.changesOn ?? null
      await atMost(
        patience,
        runCheck(parts, job, caller, { ledgers: importable(caller, ledger), asked: ledger }),
      )
      return job.view
    },

    map: async (caller: LedgersCaller, { id, sheets }: InputOf<'map'>): Promise<ImportJob> => {
      const job = own(caller, id)
      if (!job?.file || !['mapping', 'checked', 'refused'].includes(job.view.state))
        throw new Refusal('CONFLICT', cannotMap, { state: job?.view.state ?? 'done' })
      const asked = ledgerOf(job.view.ledger)
      const memory = new LayoutMemory(database, caller.scope)
      await keepAnswers(memory, importable(caller), job.view.mappings, sheets, caller.actor)
      await endCounting(job)
      job.checked = null
      const anew = { handled: 0, total: 0, errors: [], errorCount: 0, preview: [], figures: null }
      update(job, { state: 'reading', ...anew })
      const options = { ledgers: importable(caller, asked), asked, answers: sheets }
      await atMost(patience, runCheck(parts, job, caller, options))
      return job.view
    },

    commit: async (caller: LedgersCaller, input: InputOf<'commit'>): Promise<ImportJob> => {
      const { id, reason, idempotencyKey: key } = input
      const job = own(caller, id)
      if (job?.committed?.key === key) {
        if (job.view.state === 'unknown') await settleJob(parts, job, caller, { id, key, reason })
        return job.view
      }
      if (!job) {
        const written = await certainImport(parts, caller, { id, key, reason })
        if (written) return viewOfBatch(written)
        await kept(caller, id)
      }
      if (job?.view.state !== 'checked' || !job.checked)
        throw new Refusal('CONFLICT', notChecked, { state: job?.view.state ?? 'done' })
      for (const ledger of job.checked.ledgersFound) {
        if (!writable(caller, ledger))
          throw new Refusal('FORBIDDEN', mayNotWrite(ledger), { ledger: ledger.id })
      }
      job.committed = { key, reason }
      await atMost(patience, runCommit(parts, job, caller, { id, key, reason }))
      return job.view
    },

    countFigures: async (
      caller: LedgersCaller,
      { id, asOf }: InputOf<'countFigures'>,
    ): Promise<ImportJob> => {
      const job = own(caller, id)
      if (!job) await kept(caller, id)
      if (!caller.may('figures.see_value')) throw new Refusal('FORBIDDEN', mayNotCount)
      if (job?.view.state !== 'checked' || !job.checked)
        throw new Refusal('CONFLICT', notChecked, { state: job?.view.state ?? 'done' })
      if (jobs.isCounting(caller.scope.office)) throw new Refusal('TOO_MANY', countingAlready)
      await atMost(patience, countFigures(parts, job, caller, asOf))
      return job.view
    },

    stopCounting: async (caller: LedgersCaller, { id }: InputOf<'stopCounting'>): Promise<ImportJob> => {
      const job = own(caller, id)
      if (!job) return await kept(caller, id)
      job.counting?.stop.abort()
      return job.view
    },

    progress: async (caller: LedgersCaller, { id }: InputOf<'progress'>): Promise<ImportJob> => {
      const job = own(caller, id)
      if (!job) return await kept(caller, id)
      if (job.view.state === 'unknown' && job.committed)
        await settleJob(parts, job, caller, { id, ...job.committed })
      return job.view
    },

    errors: async (caller: LedgersCaller, { id, language }: InputOf<'errors'>): Promise<File> => {
      const job = own(caller, id)
      const file = job && (await errorsOf(job, language))
      if (!file) throw new Refusal('NOT_FOUND', noErrors, { id })
      return file
    },

    imports: async (caller: LedgersCaller, { cursor, limit }: InputOf<'imports'>) =>
      await read(database, caller.scope, (reader) => batchesBefore(reader, caller.actor, cursor, limit)),

    undoPreview: async (caller: LedgersCaller, { id }: InputOf<'undoPreview'>): Promise<ImportUndo> =>
      await previewUndo(parts, caller, id),

    undo: async (
      caller: LedgersCaller,
      { idempotencyKey: key, ...input }: InputOf<'undo'>,
    ): Promise<ImportUndoing> => {
      const { batch } = (await storedImport(parts, caller, input.id)) ?? { batch: null }
      for (const ledger of batch?.ledgers.map(ledgerOf) ?? []) {
        if (!writable(caller, ledger))
          throw new Refusal('FORBIDDEN', mayNotWrite(ledger), { ledger: ledger.id })
      }
      const { created, updated } = batch?.counts ?? { created: 0, updated: 0 }
      const { actor, scope } = caller
      const job = undoings.begin(actor.id, scope.office, { ...input, key }, created + updated, (begun) =>
        runUndo(parts, begun, caller),
      )
      await atMost(patience, job.ended)
      if (!job.refused) return job.view
      undoings.forget(job)
      throw job.refused
    },

    undoing: async (caller: LedgersCaller, { id }: InputOf<'undoing'>) => {
      const job = ownUndoing(caller, id)
      if (job?.view.state === 'unknown') await settleUndo(parts, job, caller)
      return { undoing: job?.view ?? null }
    },

    stopUndoing: async (caller: LedgersCaller, { id }: InputOf<'stopUndoing'>) => {
      const job = ownUndoing(caller, id)
      // It says itself that it has stopped, or that it was already done.
      job?.stop.abort()
      return { undoing: job?.view ?? null }
    },

    stop: async (caller: LedgersCaller, { id }: InputOf<'stop'>): Promise<ImportJob> => {
      const job = own(caller, id)
      if (!job) return await kept(caller, id)
      job.stop.abort()
      job.counting?.stop.abort()
      // A job at work says itself that it has stopped, or that it was already done.
      if (job.view.state === 'checked' || job.view.state === 'mapping')
        update(job, { state: 'stopped', message: stopped })
      return job.view
    },
  }
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
const mayNotCount = text(
  '您没有查看指标数值的权限，不能计算数字怎样变动。',
  'You may not see the values of figures, so it cannot be told how they move.',
)
const countingAlready = text(
  '本单位正在为另一次导入计算数字的变动，请等它算完再试。',
  'The figures of another import are being counted. Try again when that is done.',
)
const gone = text(
  '没有这次导入，或者已经过期；它没有写入任何内容。请重新上传文件检查。',
  'There is no such import, or it is too long ago; it wrote nothing. Upload the file and check it again.',
)
const noErrors = text(
  '这次导入没有错误，或者文件已不再保留。请重新上传文件检查。',
  'This import has no errors, or its file is kept no longer. Upload the file and check it again.',
)
const cannotMap = text(
  '这次导入已经写入、停止或者出错，不能再改列的对应。请重新上传文件。',
  'This import is written, stopped or failed: its columns cannot be changed any more. Upload the file again.',
)
