import { setTimeout as sleep } from 'node:timers/promises'
import type { composeProgram } from '../../src/app/program.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/id.ts'
import type { ImportJob, ImportUndo, ImportUndoing } from '../../src/platform/ledgers/contract.ts'
import { ImportJobs } from '../../src/platform/ledgers/import-jobs.ts'
import type { LedgersCaller } from '../../src/platform/ledgers/ledgers-parts.ts'
import { ledgersProcedures } from '../../src/platform/ledgers/ledgers-procedures.ts'
import { UndoJobs } from '../../src/platform/ledgers/undo-jobs.ts'

/** The imports page as one clerk uses it: each answer is followed to its end. */
export function importDesk(
  { records, ledgers, figures }: ReturnType<typeof composeProgram>,
  database: Database,
  ledger: string,
  who: Pick<LedgersCaller, 'scope' | 'actor'>,
) {
  const report = (error: unknown) => console.error(error)
  const procedures = ledgersProcedures(
    {
      database,
      engine: records.engine,
      ledgers,
      figures,
      jobs: new ImportJobs(),
      undoings: new UndoJobs(),
      report,
    },
    async () => ({ node: null, asOf: null, known: null, knownAt: '0' }),
  )
  const caller: LedgersCaller = {
    ...who,
    office: { zh: '测试', en: 'Test' },
    request: 'test',
    may: () => true,
  }
  const ended = async (job: ImportJob): Promise<ImportJob> => {
    let now = job
    while (now.state === 'reading' || now.state === 'writing') {
      await sleep(100)
      now = await procedures.progress(caller, { id: job.id })
    }
    return now
  }
  return {
    check: async (file: File) => await ended(await procedures.check(caller, { ledger, file })),
    errors: async (id: string) => await procedures.errors(caller, { id, language: 'zh' }),
    commit: async (id: string) =>
      await ended(await procedures.commit(caller, { id, reason: '补录', idempotencyKey: newId() })),
    previewUndo: async (id: string) => await procedures.undoPreview(caller, { id }),
    undo: async (id: string, seen: string): Promise<ImportUndo> => {
      const asked = { id, seen, reason: '导错了文件', idempotencyKey: newId() }
      let now: ImportUndoing | null = await procedures.undo(caller, asked)
      while (now?.state === 'undoing') {
        await sleep(100)
        now = (await procedures.undoing(caller, { id })).undoing
      }
      if (!now?.undo) throw new Error(JSON.stringify(now))
      return now.undo
    },
  }
}
