import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Preparing, Reader } from '../db/transaction.ts'
import { reserveLabels } from '../records/new-labels.ts'
import type { RecordsEngine, WantedRecord } from '../records/records-engine.ts'
import { namedBy } from '../records/undo/undo-plan.ts'
import type { Finding } from '../rules/judge.ts'
import type { StagedRecords } from '../timeline/stage.ts'
import type { CheckedImport } from './check-import.ts'
import type { Ledger } from './ledger.ts'

export type PreparedStep = {
  readonly ledger: Ledger
  readonly staged: StagedRecords | null
  readonly findings: readonly Finding[]
  /** New records that hang on new records of another type, which must stand first: saved under the lock. */
  readonly late: readonly WantedRecord[]
  readonly update: readonly WantedRecord[]
}
export type PreparedImport = {
  /** The last change that the preparing could see. */
  readonly head: bigint
  readonly steps: readonly PreparedStep[]
  /** Record type → the stored records that the new ones name: their places, paths and scopes follow from these. */
  readonly restsOn: ReadonlyMap<string, ReadonlySet<string>>
}

/** Works out and lays ready everything that an import creates, without the head lock. */
export async function prepareImport(
  preparing: Preparing,
  database: Database,
  engine: RecordsEngine,
  { steps }: CheckedImport,
  onStaged: (count: number) => void,
): Promise<PreparedImport> {
  const { scope } = preparing.request
  // Many rows take longer than a page's question may.
  await sql`set local statement_timeout = '15min'`.execute(preparing.db)
  const { rows } = await sql<{
    head: bigint
  }>`select head from platform.office where office_id = ${scope.office}`.execute(preparing.db)
  const typeOfNew = new Map(
    steps.flatMap(({ ledger, create }) => create.map(({ id }) => [id, ledger.type.id])),
  )
  const restsOn = new Map<string, Set<string>>()
  const prepared: PreparedStep[] = []
  for (const { ledger, create, update } of steps) {
    const { type } = ledger
    const late = new Map<string, WantedRecord>()
    const early: WantedRecord[] = []
    // What earlier types change may move the places and paths of later ones.
    const after = prepared.some((step) => step.update.length > 0)
    for (const record of parentsFirst(ledger, create)) {
      const named = namedBy(engine, type.id, record)
      const waits =
        after || named.some(({ id }) => late.has(id) || (typeOfNew.get(id) ?? type.id) !== type.id)
      if (waits) late.set(record.id, record)
      else early.push(record)
      for (const { type: to, id } of waits ? [] : named)
        if (!typeOfNew.has(id)) restsOn.set(to, (restsOn.get(to) ?? new Set()).add(id))
    }
    const labels = await reserveLabels(database, scope, type, early.length)
    const { staged, findings } =
      early.length > 0
        ? await engine.stage(preparing, type, early, labels, onStaged)
        : { staged: null, findings: [] }
    prepared.push({ ledger, staged, findings, late: [...late.values()], update })
  }
  return { head: (rows[0] as { head: bigint }).head, steps: prepared, restsOn }
}

/** Whether any record that the new ones name was touched since they were prepared. */
export async function hasMoved(reader: Reader<unknown>, { head, restsOn }: PreparedImport): Promise<boolean> {
  const { office } = reader.scope
  for (const [typeId, ids] of restsOn) {
    const [schema, name] = typeId.split('.') as [string, string]
    const touched = ['', '_event', '_spell'].flatMap((suffix) =>
      [
        [`${schema}.${name}${suffix}`, 'known_from'],
        [`${schema}_history.${name}${suffix}`, 'known_to'],
      ].map(
        ([table, known]) => sql`exists (select from ${sql.table(table as string)} t
          where t.office_id = ${office} and t.${sql.ref(known as string)} > ${head}
          and t.${sql.ref(suffix === '' ? 'id' : 'record_id')} = any(${[...ids]}::uuid[]))`,
      ),
    )
    const { rows } = await sql<{ moved: boolean }>`select ${sql.join(touched, sql` or `)} as moved`.execute(
      reader.db,
    )
    if (rows[0]?.moved) return true
  }
  return false
}

/** So that each new record of a tree finds its parent. */
export function parentsFirst({ type, begins }: Ledger, records: readonly WantedRecord[]): WantedRecord[] {
  const { parent } = type
  if (!parent) return [...records]
  const byId = new Map(records.map((record) => [record.id, record]))
  const parentOf = (record: WantedRecord) =>
    byId.get(record.events.find((event) => event.kind === begins.kind)?.sets[parent] ?? '')
  const depths = new Map<string, number>()
  for (const record of records) {
    const line: WantedRecord[] = []
    let at: WantedRecord | undefined = record
    // A line longer than all records is a ring: the engine refuses it in words.
    while (at && !depths.has(at.id) && line.length <= records.length) {
      line.push(at)
      at = parentOf(at)
    }
    let depth = at ? (depths.get(at.id) ?? 0) : -1
    for (const one of line.reverse()) depths.set(one.id, (depth += 1))
  }
  return [...records].sort((a, b) => (depths.get(a.id) as number) - (depths.get(b.id) as number))
}
