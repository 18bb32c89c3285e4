import type { Database } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import type { Actor } from '../db/transaction.ts'
import type { Figures } from '../figures/registry.ts'
import type { RecordsEngine } from '../records/records-engine.ts'
import type { Text } from '../text.ts'
import type { ImportJobs } from './import-jobs.ts'
import type { Ledger } from './ledger.ts'
import type { UndoJobs } from './undo-jobs.ts'

export type LedgersParts = {
  readonly database: Database
  readonly engine: RecordsEngine
  readonly figures: Figures
  readonly ledgers: readonly Ledger[]
  readonly jobs: ImportJobs
  readonly undoings: UndoJobs
  /** Told of errors that nobody foresaw; the job says only that there was one. */
  readonly report: (error: unknown) => void
}

/** Who asks, resolved once for the request. */
export type LedgersCaller = {
  readonly scope: Scope
  readonly actor: Actor
  readonly office: Text
  /** The number of the request: files that it makes bear it. */
  readonly request: string
  readonly may: (permission: string) => boolean
}
