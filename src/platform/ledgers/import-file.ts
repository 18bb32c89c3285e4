import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Database } from '../db/database.ts'
import { newId } from '../db/id.ts'
import type { Scope } from '../db/scope.ts'
import type { Actor } from '../db/transaction.ts'
import type { RecordsEngine } from '../records/records-engine.ts'
import { Refusal } from '../refusal.ts'
import type { Day } from '../values/day.ts'
import { type CheckedImport, checkImport } from './check-import.ts'
import type { CellError, ImportJob } from './contract.ts'
import type { Ledger } from './ledger.ts'
import type { WorkbookFile } from './read-sheets.ts'
import { writeImport } from './write-import.ts'

export type ImportFileOptions = {
  readonly scope: Scope
  readonly actor: Actor
  /** Paths or contents; all of them are one change, and may refer to one another. */
  readonly files: readonly (string | WorkbookFile)[]
  /** For a file whose only sheet does not name a ledger. */
  readonly ledger?: Ledger | null
  readonly dryRun?: boolean
  readonly changesOn?: Day | null
  readonly reason?: string | null
  readonly onProgress?: (phase: 'check' | 'write', handled: number, total: number) => void
  readonly signal?: AbortSignal
}

export type ImportResult = {
  readonly counts: ImportJob['counts']
  readonly errors: readonly CellError[]
  readonly errorCount: number
  readonly preview: ImportJob['preview']
  readonly findings: ImportJob['findings']
  /** Null where nothing was written: a dry run, errors, or nothing new. */
  readonly change: string | null
}

/**
 * Checks workbooks and, unless it is a dry run or there are errors, writes them as one change.
 * @throws Refusal INVALID for a file that cannot be read; STALE, CONFLICT, FORBIDDEN as {@link writeImport}
 */
export async function importFile(
  database: Database,
  engine: RecordsEngine,
  ledgers: readonly Ledger[],
  options: ImportFileOptions,
): Promise<ImportResult> {
  const { scope, actor, reason = null, signal, onProgress } = options
  const files = await Promise.all(options.files.map(asFile))
  const checked = await checkImport(database, engine, scope, {
    files,
    ledgers,
    asked: options.ledger ?? null,
    changesOn: options.changesOn ?? null,
    onProgress: (handled, total) => onProgress?.('check', handled, total),
    ...(signal ? { signal } : {}),
  })
  const seen = resultOf(checked)
  if (options.dryRun || checked.errors.count > 0) return seen
  try {
    const { change, findings } = await writeImport(database, engine, checked, {
      scope,
      actor,
      reason,
      id: newId(),
      key: newId(),
      onProgress: (handled, total) => onProgress?.('write', handled, total),
      ...(signal ? { signal } : {}),
    })
    return { ...seen, change, findings }
  } catch (error) {
    const lines = ruleErrors(error)
    if (!lines) throw error
    return { ...seen, errors: lines.slice(0, 200), errorCount: lines.length }
  }
}

async function asFile(file: string | WorkbookFile): Promise<WorkbookFile> {
  return typeof file === 'string' ? { name: basename(file), bytes: await readFile(file) } : file
}

function resultOf({ counts, errors, preview }: CheckedImport): ImportResult {
  return {
    counts,
    errors: errors.first,
    errorCount: errors.count,
    preview: [...preview],
    findings: [],
    change: null,
  }
}

/** The lines that broke a rule, where that is why nothing was written. */
export function ruleErrors(error: unknown): readonly CellError[] | null {
  if (!(error instanceof Refusal) || error.code !== 'RULE' || !Array.isArray(error.data['errors']))
    return null
  return error.data['errors'] as CellError[]
}
