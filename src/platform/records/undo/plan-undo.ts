import type { Reader } from '../../db/transaction.ts'
import { asKnownAt } from '../as-known-at.ts'
import type { RecordType } from '../record-type.ts'
import type { RecordsEngine, StoredRecord, WantedRecord } from '../records-engine.ts'
import { type Named, type Reference, referrersOf } from './referrers.ts'
import { savedBy } from './saved-by.ts'
import { type Kept, namedBy, sameContent, UndoPlan } from './undo-plan.ts'

const together = 500

/**
 * What undoing a change would do, as things stand: each record that it saved goes back to what it was before, unless it was edited
 * since, is gone, or is needed by others. The reader sees the whole office.
 */
export async function planUndo(
  present: Reader<unknown>,
  engine: RecordsEngine,
  change: bigint,
): Promise<UndoPlan> {
  const remove: Named[] = []
  const restore: { type: string; before: WantedRecord }[] = []
  const kept: Kept[] = []
  const keep = (type: RecordType, id: string, why: Kept['why'], others: readonly Named[] = []) =>
    kept.push({ type: type.id, id, why, others, message: null })
  for (const type of engine.types.values()) {
    const saved = await savedBy(present, type, change)
    const edited = await editedSince(
      present,
      engine,
      type,
      change,
      saved.flatMap(({ id, version }) => (version !== null && version !== change ? [id] : [])),
    )
    const unedited = saved.filter(({ id, version }) => version !== null && !edited.has(id))
    for (const id of edited) keep(type, id, 'edited')
    for (const one of saved) if (one.version === null && !one.created) keep(type, one.id, 'gone')
    for (const one of unedited) if (one.created) remove.push({ type: type.id, id: one.id })
    const changed = unedited.filter((one) => !one.created).map((one) => one.id)
    for (const ids of chunks(changed)) {
      const before = await asKnownAt(present, change - 1n, (reader) => engine.load(reader, type, ids))
      for (const record of before.values()) restore.push({ type: type.id, before: record })
    }
  }
  const references: Reference[] = []
  for (const type of engine.types.values()) {
    const ids = remove.filter((one) => one.type === type.id).map((one) => one.id)
    references.push(...(await referrersOf(present, engine, type, ids)))
  }
  const gone = await namedAndGone(present, engine, restore)
  const whole = restore.filter(({ before }) => !gone.has(before.id))
  for (const { type, before } of restore)
    if (gone.has(before.id))
      keep(engine.types.get(type) as RecordType, before.id, 'names_gone', gone.get(before.id))
  return new UndoPlan({ remove, restore: whole, kept, references })
}

/** Of records whose version has moved on: those that no longer say what the change made them say. */
async function editedSince(
  present: Reader<unknown>,
  engine: RecordsEngine,
  type: RecordType,
  change: bigint,
  moved: readonly string[],
): Promise<Set<string>> {
  const edited = new Set<string>()
  for (const ids of chunks(moved)) {
    const then = await asKnownAt(present, change, (reader) => engine.load(reader, type, ids))
    const now = await engine.load(present, type, ids)
    for (const id of ids)
      if (!sameContent(then.get(id) as StoredRecord, now.get(id) as StoredRecord)) edited.add(id)
  }
  return edited
}

/** What records named before and is not there any more, by record. */
async function namedAndGone(
  present: Reader<unknown>,
  engine: RecordsEngine,
  restore: readonly { type: string; before: WantedRecord }[],
): Promise<Map<string, Named[]>> {
  const named = restore.flatMap(({ type, before }) =>
    namedBy(engine, type, before).map((to) => ({ from: before.id, to })),
  )
  const gone = new Map<string, Named[]>()
  for (const [typeId, references] of Map.groupBy(named, ({ to }) => to.type)) {
    const type = engine.types.get(typeId) as RecordType
    const there = new Set<string>()
    for (const ids of chunks([...new Set(references.map(({ to }) => to.id))]))
      for (const id of (await engine.load(present, type, ids)).keys()) there.add(id)
    for (const { from, to } of references)
      if (!there.has(to.id)) gone.set(from, [...(gone.get(from) ?? []), to])
  }
  return gone
}

export function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += together) yield all.slice(from, from + together)
}
