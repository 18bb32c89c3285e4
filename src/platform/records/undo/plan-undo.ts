import type { Reader } from '../../db/transaction.ts'
import { asKnownAt } from '../as-known-at.ts'
import type { RecordType } from '../record-type.ts'
import {
  type HeaderValues,
  keyText,
  type RecordsEngine,
  type StoredRecord,
  type WantedRecord,
} from '../records-engine.ts'
import { type Named, type Reference, referrersOf } from './referrers.ts'
import { savedBy, takenBy } from './saved-by.ts'
import { type Kept, namedBy, sameContent, UndoPlan } from './undo-plan.ts'

const together = 500
type Before = { readonly type: string; readonly before: WantedRecord }

/**
 * What undoing a change would do, as things stand: each record that it saved or took away goes back to what it was before, unless it was
 * edited since, is gone, or is needed by others. The reader sees the whole office.
 */
export async function planUndo(
  present: Reader<unknown>,
  engine: RecordsEngine,
  change: bigint,
): Promise<UndoPlan> {
  const remove: Named[] = []
  const restore: Before[] = []
  const back: Before[] = []
  const kept: Kept[] = []
  const keep = (type: string, id: string, why: Kept['why'], others: readonly Named[] = []) =>
    kept.push({ type, id, why, others, message: null })
  const asBefore = async (type: RecordType, ids: readonly string[], into: Before[]) => {
    for (const some of chunks(ids)) {
      const before = await asKnownAt(present, change - 1n, (reader) => engine.load(reader, type, some))
      for (const record of before.values()) into.push({ type: type.id, before: record })
    }
  }
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
    for (const id of edited) keep(type.id, id, 'edited')
    for (const one of saved) if (one.version === null && !one.created) keep(type.id, one.id, 'gone')
    for (const one of unedited) if (one.created) remove.push({ type: type.id, id: one.id })
    const changed = unedited.filter((one) => !one.created).map((one) => one.id)
    await asBefore(type, changed, restore)
    await asBefore(type, await takenBy(present, type, change), back)
  }
  const references: Reference[] = []
  for (const type of engine.types.values()) {
    const ids = remove.filter((one) => one.type === type.id).map((one) => one.id)
    references.push(...(await referrersOf(present, engine, type, ids)))
  }
  const taken = await takenSince(present, engine, change, back, restore)
  for (const { type, before } of back)
    if (taken.has(before.id)) keep(type, before.id, 'key_taken', taken.get(before.id))
  const returning = back.filter(({ before }) => !taken.has(before.id))
  const { gone, needs } = await namedAndGone(present, engine, [...restore, ...back], returning)
  for (const { type, before } of [...restore, ...returning])
    if (gone.has(before.id)) keep(type, before.id, 'names_gone', gone.get(before.id))
  // Those that stand first: one of them may still bear the number of one that comes back.
  const whole = [...restore, ...returning].filter(({ before }) => !gone.has(before.id))
  return new UndoPlan({ remove, restore: whole, kept, references, needs })
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

/** Records that would come back to find their natural key with one that had it not before, and will not give it up; with whose. */
async function takenSince(
  present: Reader<unknown>,
  engine: RecordsEngine,
  change: bigint,
  back: readonly Before[],
  restore: readonly Before[],
): Promise<Map<string, Named[]>> {
  const restored = new Set(restore.map(({ before }) => before.id))
  const taken = new Map<string, Named[]>()
  for (const [typeId, own] of Map.groupBy(back, (one) => one.type)) {
    const type = engine.types.get(typeId) as RecordType
    const keyed = own.map(({ before }) => ({ id: before.id, key: keyOf(type, before) }))
    const keys = keyed.map(({ key }) => key)
    const then = await asKnownAt(present, change - 1n, (reader) => engine.findByKey(reader, type, keys))
    const now = await engine.findByKey(present, type, keys)
    for (const { id, key } of keyed) {
      const held = then.get(keyText(key)) ?? []
      const others = (now.get(keyText(key)) ?? []).filter((one) => !held.includes(one) && !restored.has(one))
      if (others.length > 0)
        taken.set(
          id,
          others.map((other) => ({ type: typeId, id: other })),
        )
    }
  }
  return taken
}

function keyOf({ naturalKey }: RecordType, { header, events }: WantedRecord): string[] {
  const values: HeaderValues = Object.assign({}, ...events.map(({ sets }) => sets), header)
  return naturalKey.map((key) => String(values[key] ?? ''))
}

type GoneAndNeeded = { readonly gone: ReadonlyMap<string, Named[]>; readonly needs: readonly Reference[] }

/** What records named before: gone for good, or coming back with them. */
async function namedAndGone(
  present: Reader<unknown>,
  engine: RecordsEngine,
  restore: readonly Before[],
  returning: readonly Before[],
): Promise<GoneAndNeeded> {
  const named = restore.flatMap(({ type, before }) =>
    namedBy(engine, type, before).map((to) => ({ from: { type, id: before.id }, to })),
  )
  const back = new Set(returning.map(({ before }) => before.id))
  const needs = named.filter(({ to }) => back.has(to.id))
  const gone = new Map<string, Named[]>()
  for (const [typeId, references] of Map.groupBy(named, ({ to }) => to.type)) {
    const type = engine.types.get(typeId) as RecordType
    const there = new Set<string>(back)
    for (const ids of chunks([...new Set(references.map(({ to }) => to.id))]))
      for (const id of (await engine.load(present, type, ids)).keys()) there.add(id)
    for (const { from, to } of references)
      if (!there.has(to.id)) gone.set(from.id, [...(gone.get(from.id) ?? []), to])
  }
  return { gone, needs }
}

export function* chunks<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += together) yield all.slice(from, from + together)
}
