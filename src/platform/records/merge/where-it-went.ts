import type { Reader } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { asKnownAt } from '../as-known-at.ts'
import type { RecordView } from '../contract.ts'
import type { RecordType } from '../record-type.ts'
import { noSuchRecord } from '../records.ts'
import type { RecordsEngine } from '../records-engine.ts'
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
  const into = await livesOnAs(reader, type, merge)
  const title = (await engine.titlesOf(reader, type, [into])).get(into)
  const { change } = merge
  const was = await titleBefore(engine, reader, type, change, id)
  if (was === undefined) return noSuchRecord(type, id)
  const merged = { change, title: was, into: title === undefined ? null : { type: type.id, id: into, title } }
  return new Refusal('NOT_FOUND', gaveUp(was, title), { id, merged })
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
    const title = await titleBefore(engine, reader, type, change, given)
    if (title !== undefined) found.push({ change, id: given, title })
  }
  return found
}

async function titleBefore(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  type: RecordType,
  change: string,
  id: string,
): Promise<string | undefined> {
  const titles = await asKnownAt(reader, BigInt(change) - 1n, (then) => engine.titlesOf(then, type, [id]))
  return titles.get(id)
}

const gaveUp = (was: string, into: string | undefined) =>
  into === undefined
    ? text(
        `“${was}”已并入另一条记录，那条记录不在您的管辖范围内。`,
        `“${was}” turned out to be another record, which lies outside your places.`,
      )
    : text(
        `“${was}”与“${into}”是同一个，已并入“${into}”。请查看那条记录。`,
        `“${was}” turned out to be “${into}” as well and lives on there. Open that record.`,
      )
