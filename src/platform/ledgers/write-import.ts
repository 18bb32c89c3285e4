import type { Database } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import type { Actor, ChangeRequest, Preparing, Reader, Writer } from '../db/transaction.ts'
import { readerOf } from '../records/engine.ts'
import { keyText, type RecordsEngine } from '../records/records-engine.ts'
import { chunks } from '../records/undo/plan-undo.ts'
import { Refusal } from '../refusal.ts'
import { prepareAndWriteOnce, writeOnce } from '../rpc/server/once-only.ts'
import { type Finding, refuseAct } from '../rules/judge.ts'
import { text } from '../text.ts'
import { insertStaged } from '../timeline/stage.ts'
import type { CheckedImport } from './check-import.ts'
import type { ImportJob } from './contract.ts'
import { keepBatch } from './import-batches.ts'
import { hasMoved, prepareImport, type PreparedImport } from './prepare-import.ts'

export type WriteOptions = {
  readonly scope: Scope
  readonly actor: Actor
  /** Kept with the change, and lifts warnings on acts. */
  readonly reason?: string | null
  /** Under which the import is kept, and asked after. */
  readonly id: string
  /** The client's key: sent again with the same id and reason, the import takes effect once. */
  readonly key: string
  readonly onProgress?: (handled: number, total: number) => void
  readonly signal?: AbortSignal
}
export type WrittenImport = { readonly change: string | null; readonly findings: ImportJob['findings'] }

const together = 500
/** How often an import is prepared outside the lock before it is prepared under it. */
const attempts = 3
/** How many findings are kept and told. */
const told = 200

/**
 * Writes a checked workbook as one change: all of it or nothing. Without anything to write there is no change.
 * @throws Refusal STALE where a key or a record has changed since the check, RULE where a rule forbids a line (with its errors in
 * `data.errors`), CONFLICT and FORBIDDEN for what lies outside the scope, UnknownOutcome where the answer to the commit was lost,
 * and the signal's reason when it is stopped.
 */
export async function writeImport(
  database: Database,
  engine: RecordsEngine,
  checked: CheckedImport,
  options: WriteOptions,
): Promise<WrittenImport> {
  if (checked.errors.count > 0)
    throw new Refusal('INVALID', hasErrors(checked.errors.count), { errors: checked.errors.count })
  if (checked.counts.created + checked.counts.updated === 0) return { change: null, findings: [] }
  const { scope, actor, reason = null } = options
  const request: ChangeRequest = { scope, actor, kind: 'import', reason }
  const ready = (preparing: Preparing) => prepare(preparing, database, engine, checked, options)
  try {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const written = await unlessMoved(() =>
        prepareAndWriteOnce(database, request, keyed(options), ready, (writer: Writer<unknown>, prepared) =>
          writeAll(writer, engine, checked, prepared, options),
        ),
      )
      if (written) return written
    }
    // What it rests on moves too often: the last time it is prepared where nobody can move it.
    return await writeOnce(database, request, keyed(options), async (writer: Writer<unknown>) =>
      writeAll(writer, engine, checked, await ready(writer), options),
    )
  } catch (error) {
    throw inWords(error)
  }
}

/** What makes it the same request, so that its answer is found again when the job is long gone. */
export const keyed = ({ id, key, reason = null }: Pick<WriteOptions, 'id' | 'key' | 'reason'>) => ({
  key,
  body: { import: id, reason },
})

/** Rolls back: a record that the prepared ones name was touched meanwhile. */
class Moved extends Error {}

async function unlessMoved<Result>(act: () => Promise<Result>): Promise<Result | null> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Moved) return null
    throw error
  }
}

/** Everything that needs no lock: the comparison repeated, rules judged, new records worked out and laid ready. */
export async function prepare(
  preparing: Preparing,
  database: Database,
  engine: RecordsEngine,
  checked: CheckedImport,
  { reason = null, signal, onProgress }: Omit<WriteOptions, 'id' | 'key'>,
): Promise<PreparedImport> {
  await refuseStale(preparing, engine, checked)
  let handled = 0
  const prepared = await prepareImport(preparing, database, engine, checked, (count) => {
    handled += count
    onProgress?.(handled, checked.counts.created + checked.counts.updated)
    signal?.throwIfAborted()
  })
  for (const { findings } of prepared.steps) refuseForbidden(findings, reason, checked)
  return prepared
}

async function writeAll(
  writer: Writer<unknown>,
  engine: RecordsEngine,
  checked: CheckedImport,
  prepared: PreparedImport,
  options: WriteOptions,
): Promise<WrittenImport> {
  const findings = await writeRecords(writer, engine, checked, prepared, options)
  const { counts, files } = checked
  const ledgers = checked.ledgersFound.map((ledger) => ledger.id)
  await keepBatch(writer, { id: options.id, ledgers, files, counts, findings })
  return { change: String(writer.change), findings }
}

/** Writes the records alone, of which nothing is kept yet. */
export async function writeRecords(
  writer: Writer<unknown>,
  engine: RecordsEngine,
  checked: CheckedImport,
  prepared: PreparedImport,
  { reason = null, signal, onProgress }: Omit<WriteOptions, 'id' | 'key'>,
): Promise<ImportJob['findings']> {
  signal?.throwIfAborted()
  if (writer.change - 1n !== prepared.head) {
    await refuseStale(writer, engine, checked)
    if (await hasMoved(readerOf(writer), prepared)) throw new Moved()
  }
  for (const { ledger, create, update } of checked.steps) {
    const settled = await engine.settled(readerOf(writer), ledger.type, [...create, ...update])
    for (const id of settled.keys()) throw new Refusal('STALE', stale, { type: ledger.type.id, id })
  }
  const found: Finding[] = []
  const keep = (own: readonly Finding[]) => found.push(...own.slice(0, told - found.length))
  for (const { ledger, staged, findings, late, update } of prepared.steps) {
    if (staged) await insertStaged(writer, staged)
    keep(findings)
    // All stored ones at once, so that no two meet half way.
    for (const batch of [...chunks(late), ...(update.length > 0 ? [update] : [])]) {
      signal?.throwIfAborted()
      const own = await engine.save(writer, ledger.type, batch)
      refuseForbidden(own, reason, checked)
      keep(own)
    }
  }
  const total = checked.counts.created + checked.counts.updated
  onProgress?.(total, total)
  signal?.throwIfAborted()
  return found.map(({ record, message, basis }) => {
    const row = checked.rowOf.get(record.id)
    return { sheet: row?.sheet ?? '', row: row?.number ?? 0, message, basis }
  })
}

async function refuseStale(
  { db, request }: Preparing,
  engine: RecordsEngine,
  { lookups, versions }: CheckedImport,
): Promise<void> {
  const reader: Reader<unknown> = { scope: request.scope, known: null, db }
  const typeOf = (id: string) => engine.types.get(id) as NonNullable<ReturnType<typeof engine.types.get>>
  for (const [typeId, known] of lookups) {
    const keys = [...known.keys()]
    for (let from = 0; from < keys.length; from += 2_000) {
      const batch = keys.slice(from, from + 2_000)
      const found = await engine.findByKey(reader, typeOf(typeId), batch.map(splitKeyText))
      for (const key of batch) {
        if (keyText([...(found.get(key) ?? [])].sort()) !== keyText(known.get(key) ?? []))
          throw new Refusal('STALE', stale, { type: typeId })
      }
    }
  }
  for (const [typeId, seen] of versions) {
    const ids = [...seen.keys()]
    for (let from = 0; from < ids.length; from += together) {
      const batch = ids.slice(from, from + together)
      const stored = await engine.load(reader, typeOf(typeId), batch)
      for (const id of batch)
        if (stored.get(id)?.version !== seen.get(id)) throw new Refusal('STALE', stale, { type: typeId, id })
    }
  }
}

const splitKeyText = (key: string) => key.split('\u0001')

function refuseForbidden(found: readonly Finding[], reason: string | null, checked: CheckedImport): void {
  const overrides = reason?.trim()
    ? [...new Set(found.filter((one) => one.weight === 'warn').map((one) => one.rule))].map((rule) => ({
        rule,
        reason,
      }))
    : []
  const { stopped } = refuseAct(found, overrides)
  if (stopped.length === 0) return
  const errors = stopped.map(({ record, message, basis }) => {
    const row = checked.rowOf.get(record.id)
    return {
      sheet: row?.sheet ?? '',
      row: row?.number ?? 0,
      column: '',
      heading: '',
      value: record.name ?? '',
      message: text(`${message.zh}（依据：${basis.zh}）`, `${message.en} (basis: ${basis.en})`),
    }
  })
  throw new Refusal('RULE', forbidden(stopped.length), { errors })
}

/** What the database says of rows out of sight, without naming them. */
export function inWords(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === '23505' || code === '23P01') return new Refusal('CONFLICT', taken)
  if (code === '42501') return new Refusal('FORBIDDEN', outside)
  return error
}

const hasErrors = (count: number) =>
  text(
    `文件中有${count}处错误，未写入任何内容。请改正后重新检查。`,
    `The file has ${count} errors and nothing was written. Correct them and check again.`,
  )
const stale = text(
  '检查之后，有关记录已被他人改动，未写入任何内容。请重新检查后再提交。',
  'Records that this file names were changed since the check, and nothing was written. Check the file again.',
)
const forbidden = (count: number) =>
  text(
    `有${count}行不符合规则，未写入任何内容。请按提示改正；属于提醒的，填写理由后可以继续。`,
    `${count} lines break a rule and nothing was written. Correct them; where it is only a warning, give a reason.`,
  )
const taken = text(
  '有代码已在您的范围以外使用，或与其他记录的有效期重叠，未写入任何内容。请与上级管理员核对。',
  'A code is in use outside your places, or overlaps in time with another record. Nothing was written: ask the office.',
)
const outside = text(
  '文件中有不属于您管理范围的地点，未写入任何内容。请删去这些行，或请有权限的人员导入。',
  'The file names places outside your scope. Nothing was written: delete those lines or ask the office to import them.',
)
