import type { Reader } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { asKnownAt } from '../as-known-at.ts'
import type { RecordView } from '../contract.ts'
import type { RecordType } from '../record-type.ts'
import { noSuchRecord } from '../records.ts'
import type { RecordsEngine } from '../records-engine.ts'
import { called } from './called.ts'
import { givenUpIn, livesOnAs, mergedInto } from './merged-records.ts'

/** What a record that is not there answers: where it went, if the reader saw it before it was given up for another. */
export async function whereItWent(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  type: RecordType,
  id: string,
): Promise<Refusal> {
  const merge = type.mergeable && (await givenUpIn(reader, type, id))
  if (!merge) return noSuchRecord(type, id)
  const last = await livesOnAs(reader, type, merge)
  const into = await namedOf(engine, reader, type, last)
  const { change } = merge
  const was = await asBefore(engine, reader, type, change, id)
  if (!was) return noSuchRecord(type, id)
  const merged = { change, ...was, into: into && { type: type.id, id: last, ...into } }
  return new Refusal('NOT_FOUND', gaveUp(called(was), into && called(into)), { id, merged })
}

/** The records that turned out to be this one, as they were called, as far as the reader saw them. */
export async function givenUpFor(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  type: RecordType,
  id: string,
): Promise<RecordView['merged']> {
  if (!type.mergeable) return []
  const found: RecordView['merged'] = []
  for (const { change, given } of await mergedInto(reader, type, id)) {
    const was = await asBefore(engine, reader, type, change, given)
    if (was) found.push({ change, id: given, title: called(was) })
  }
  return found
}

type Named = { readonly title: string; readonly key: string }

async function namedOf(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  type: RecordType,
  id: string,
): Promise<Named | null> {
  const title = (await engine.titlesOf(reader, type, [id])).get(id)
  if (title === undefined) return null
  return { title, key: (await engine.keysOf(reader, type, [id])).get(id) ?? '' }
}

/** What a record was called before a change. */
const asBefore = (
  engine: RecordsEngine,
  reader: Reader<unknown>,
  type: RecordType,
  change: string,
  id: string,
) => asKnownAt(reader, BigInt(change) - 1n, (then) => namedOf(engine, then, type, id))

const gaveUp = (was: string, into: string | null) =>
  into === null
    ? text(
        `“${was}”已并入另一条记录，那条记录不在您的管辖范围内。`,
        `“${was}” turned out to be another record, which lies outside your places.`,
      )
    : text(
        `“${was}”与“${into}”是同一个，已并入“${into}”。请查看那条记录。`,
        `“${was}” turned out to be “${into}” as well and lives on there. Open that record.`,
      )
