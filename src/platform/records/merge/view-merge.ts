import type { Reader } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { asKnownAt } from '../as-known-at.ts'
import { changeNumbered } from '../change-numbered.ts'
import type { RecordType } from '../record-type.ts'
import type { RecordsEngine, StoredRecord } from '../records-engine.ts'
import { showValues } from '../shown-values.ts'
import { titlesAcross } from '../titles.ts'
import { savedBy } from '../undo/saved-by.ts'
import type { MergeView } from './contract.ts'
import { differencesOf } from './differences.ts'
import { mergeOf } from './merged-records.ts'

const shownRecords = 200

/** A merge as one thing, as far as the reader sees. @throws Refusal NOT_FOUND where the record that was given up is out of sight */
export async function viewMerge(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  type: RecordType,
  change: string,
  mayUndo: boolean,
): Promise<MergeView> {
  const merge = await mergeOf(reader, type, change)
  if (!merge) throw new Refusal('NOT_FOUND', noSuchMerge, { change })
  const recorded = await changeNumbered(reader, change)
  const saved: { type: RecordType; id: string }[] = []
  for (const of of engine.types.values())
    for (const { id } of await savedBy(reader, of, BigInt(change)))
      if (id !== merge.kept) saved.push({ type: of, id })

  const before = await asKnownAt(reader, BigInt(change) - 1n, async (then) => ({
    titles: await engine.titlesOf(then, type, [merge.kept, merge.given]),
    keys: await engine.keysOf(then, type, [merge.kept, merge.given]),
    kept: (await engine.load(then, type, [merge.kept])).get(merge.kept),
  }))
  const one = (id: string) => {
    const title = before.titles.get(id)
    return title === undefined ? null : { type: type.id, id, title, key: before.keys.get(id) ?? '' }
  }
  const given = one(merge.given)
  if (!given || !recorded) throw new Refusal('NOT_FOUND', noSuchMerge, { change })
  const after = await asKnownAt(reader, BigInt(change), async (then) => ({
    values: await takenOver(
      engine,
      then,
      type,
      before.kept,
      (await engine.load(then, type, [merge.kept])).get(merge.kept),
    ),
    titles: await titlesAcross(engine, then, saved.slice(0, shownRecords)),
  }))
  return {
    change: recorded,
    kept: one(merge.kept),
    given,
    values: after.values,
    records: saved
      .slice(0, shownRecords)
      .map(({ type: of, id }) => ({ type: of.id, id, title: after.titles.get(id) ?? '', label: of.label })),
    moved: saved.length,
    stands: merge.stands,
    mayUndo: mayUndo && merge.stands,
  }
}

async function takenOver(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  type: RecordType,
  before: StoredRecord | undefined,
  after: StoredRecord | undefined,
): Promise<MergeView['values']> {
  if (!before || !after) return []
  const changed = differencesOf(type, before, after)
  const [was, is] = await showValues(
    engine,
    reader,
    changed.map(({ field }) => field),
    [
      Object.fromEntries(changed.map((one) => [one.field.key, one.kept])),
      Object.fromEntries(changed.map((one) => [one.field.key, one.given])),
    ],
  )
  const nothing = { value: null, shown: null }
  return changed.map(({ field: { key, label } }) => ({
    key,
    label,
    before: was?.[key] ?? nothing,
    after: is?.[key] ?? nothing,
  }))
}

const noSuchMerge = text(
  '没有找到这次合并，或者不在您的管辖范围内。',
  'This merge is not there, or is outside your places.',
)
