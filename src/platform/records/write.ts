import { sql } from 'kysely'
import { newId } from '../db/id.ts'
import { inWholeOffice, type Reader, type Writer } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import type { Override } from '../rules/judge.ts'
import { text } from '../text.ts'
import type { TimelineEvent } from '../timeline/timeline.ts'
import type { Day } from '../values/day.ts'
import type { RecordBehaviour } from './behaviour.ts'
import { brokenSeal } from './broken-seal.ts'
import { cleanValues } from './clean-values.ts'
import { refuseOrphans } from './dependents.ts'
import { findingView } from './finding-view.ts'
import { readerOf } from './engine.ts'
import { allThatAre } from './merge/merged-records.ts'
import { fieldsOfAct, isMasked, type RecordAct, type RecordType } from './record-type.ts'
import { behaviourNamed, type Records } from './records.ts'
import type { StoredRecord, WantedRecord } from './records-engine.ts'
import {
  type Asking,
  currentRecord,
  inChange,
  refuseDuplicate,
  refuseFuture,
  refuseSettled,
  refuseStopped,
  refuseWhileNamed,
  type WriteInput,
} from './write-change.ts'

type Values = Readonly<Record<string, string | null>>
export type EventInput = WriteInput & {
  id?: string | undefined
  version?: string | undefined
  act: string
  onDate: Day
  documentNo: string | null
  header: Values
  sets: Values
}
export type CorrectionInput = WriteInput & {
  id: string
  version: string
  header: Values
  event?:
    | {
        id: string
        onDate?: Day | undefined
        documentNo?: string | null | undefined
        sets: Values
        neverWas: boolean
      }
    | undefined
}

/** Records what happened on a day; without an id a new record begins. */
export async function recordEvent(records: Records, asking: Asking, input: EventInput) {
  const behaviour = behaviourNamed(records, input.type)
  const { type } = behaviour
  const act = type.acts.find((candidate) => candidate.kind === input.act)
  if (!act)
    throw new Refusal('INVALID', text(`没有“${input.act}”这种变更。`, `There is no event “${input.act}”.`), {
      act: input.act,
    })
  if (act.onlyInDeeds) throw new Refusal('INVALID', onlyInDeeds(act), { act: input.act })
  if (beginsNew(act) !== (input.id === undefined))
    throw new Refusal('INVALID', wrongBeginning, { act: input.act })
  refuseFuture(input.onDate)
  return await inChange(records, asking, 'event', input, async (writer, reader) => {
    const before =
      input.id === undefined
        ? null
        : (await currentRecord(records, writer, type, input.id, input.version)).whole
    const event: TimelineEvent = {
      id: newId(),
      onDate: input.onDate,
      seq: (before?.events.length ?? 0) + 1,
      kind: input.act,
      sets: await setsOf(records, reader, behaviour, act, input.sets, before),
      documentNo: input.documentNo,
      reason: input.reason,
    }
    const header = before?.header ?? (await newHeader(records, reader, behaviour, input.header))
    const wanted = { id: before?.id ?? newId(), header, events: [...(before?.events ?? []), event] }
    if (!before) await refuseDuplicate(records, reader, type, wanted)
    if (act.effect === 'ends') await refuseOrphans(records, writer, type, [wanted.id], input.onDate)
    return await save(records, writer, behaviour, wanted, input.overrides)
  })
}

const beginsNew = (act: RecordAct): boolean => act.effect === 'begins' && !act.again

/** What an act sets, as it may be stored; a record that begins again stands as it last stood where nothing else is said. */
export async function setsOf(
  records: Records,
  reader: Reader<unknown>,
  behaviour: RecordBehaviour,
  act: RecordAct,
  given: Values,
  before: StoredRecord | null,
): Promise<Values> {
  const keys = fieldsOfAct(behaviour.type, act).map((field) => field.key)
  const sets = await cleanValues(records, reader, behaviour, keys, given, beginsNew(act))
  return act.again ? { ...before?.spells.at(-1)?.attributes, ...sets } : sets
}

export async function newHeader(
  records: Records,
  reader: Reader<unknown>,
  behaviour: RecordBehaviour,
  given: Values,
): Promise<Values> {
  const keys = behaviour.type.header.map((field) => field.key)
  return await cleanValues(records, reader, behaviour, keys, given, true)
}

/** Says how it always was: one event, or the fixed values, as they should have been recorded. */
export async function correctRecord(records: Records, asking: Asking, input: CorrectionInput) {
  const behaviour = behaviourNamed(records, input.type)
  const { type } = behaviour
  const fixed = type.header.map(({ key }) => key)
  return await inChange(records, asking, 'correction', input, async (writer, reader) => {
    const { seen, whole: before } = await currentRecord(records, writer, type, input.id, input.version)
    const header = {
      ...before.header,
      ...(await cleanValues(records, reader, behaviour, fixed, input.header, false)),
    }
    const events = input.event
      ? await correctedEvents(records, reader, behaviour, seen, before, input.event)
      : before.events
    return await save(
      records,
      writer,
      behaviour,
      { id: before.id, header, events },
      input.event ? input.overrides : 'no act',
    )
  })
}

async function correctedEvents(
  records: Records,
  reader: Reader<unknown>,
  behaviour: RecordBehaviour,
  seen: StoredRecord,
  before: StoredRecord,
  wanted: NonNullable<CorrectionInput['event']>,
): Promise<TimelineEvent[]> {
  const event = seen.events.find((candidate) => candidate.id === wanted.id)
  if (!event)
    throw new Refusal('NOT_FOUND', text('没有找到要更正的变更。', 'The event to correct is not there.'), {
      event: wanted.id,
    })
  const moved =
    wanted.neverWas ||
    (wanted.onDate ?? event.onDate) !== event.onDate ||
    (wanted.documentNo ?? event.documentNo) !== event.documentNo
  if (event.deedId && moved) throw new Refusal('CONFLICT', partOfADeed, { deed: event.deedId })
  const others = before.events.filter((candidate) => candidate.id !== event.id)
  if (wanted.neverWas) return others
  const onDate = wanted.onDate ?? event.onDate
  refuseFuture(onDate)
  const act = behaviour.type.acts.find((candidate) => candidate.kind === event.kind)
  const keys = act ? fieldsOfAct(behaviour.type, act).map((field) => field.key) : []
  // What stays as it was recorded is not judged again: it may name a record that the caller cannot see.
  const sets = {
    ...event.sets,
    ...(await cleanValues(records, reader, behaviour, keys, wanted.sets, false)),
  }
  const documentNo = wanted.documentNo === undefined ? event.documentNo : wanted.documentNo
  return [...others, { ...event, onDate, sets, documentNo }]
}

/** The record never was: it leaves the current tables and stays readable at an earlier knowledge. */
export async function removeRecord(
  records: Records,
  asking: Asking,
  input: WriteInput & { id: string; version: string },
) {
  const { type } = behaviourNamed(records, input.type)
  return await inChange(records, asking, 'correction', input, async (writer) => {
    const { seen, whole: before } = await currentRecord(records, writer, type, input.id, input.version)
    if (seen.events.length < before.events.length)
      throw new Refusal('CONFLICT', livedElsewhere, { id: before.id })
    const deed = before.events.find((event) => event.deedId)?.deedId
    if (deed) throw new Refusal('CONFLICT', partOfADeed, { deed })
    await refuseSettled(records, writer, type, before)
    await records.engine.remove(writer, type, [before.id])
    await refuseWhileNamed(writer)
    return { id: before.id }
  })
}

/** Empties the personal values of a record in every version; counts do not move. */
export async function eraseRecord(records: Records, asking: Asking, input: WriteInput & { id: string }) {
  const { type } = behaviourNamed(records, input.type)
  if (!type.header.some((field) => isMasked(field) || field.identifies))
    throw new Refusal('INVALID', nothingPersonal, { type: type.id })
  return await inChange(records, asking, 'erasure', input, (writer) =>
    emptyRecord(records, writer, type, input.id),
  )
}

/**
 * The same within a change of kind erasure. Answers how many versions were emptied.
 * @throws Refusal NOT_FOUND outside the caller's places
 */
export async function emptyRecord(records: Records, writer: Writer<unknown>, type: RecordType, id: string) {
  const [schema, name] = type.id.split('.') as [string, string]
  await currentRecord(records, writer, type, id, undefined)
  // Also the versions that lie in places where it stood before, and those of what turned out to be the same one.
  const every = await allThatAre(readerOf(writer), type, id)
  const { rows } = await inWholeOffice(writer, () =>
    sql<{ emptied: number }>`select platform.erase(${schema}, ${name}, 'id', id) as emptied
      from unnest(${every}::uuid[]) id`.execute(writer.db),
  ).catch((error: unknown) => {
    throw brokenSeal(error, id)
  })
  return { id, emptied: rows.reduce((sum, { emptied }) => sum + emptied, 0) }
}

async function save(
  records: Records,
  writer: Writer<unknown>,
  behaviour: RecordBehaviour,
  wanted: WantedRecord,
  overrides: readonly Override[] | 'no act',
) {
  await refuseSettled(records, writer, behaviour.type, wanted)
  const findings = await records.engine.save(writer, behaviour.type, [wanted])
  // Fixed values alone are no act: a telephone number can be put right whatever happened to the record.
  if (overrides !== 'no act') refuseStopped(findings, overrides)
  return {
    id: wanted.id,
    version: String(writer.change),
    findings: findings.map((finding) => findingView(finding)),
  }
}

const wrongBeginning = text(
  '成立类变更只用于新建记录，其他变更必须指明记录。',
  'A founding begins a new record; every other event needs the record.',
)
const onlyInDeeds = (act: RecordAct) =>
  text(
    `“${act.label.zh}”涉及多个记录，请在“多个记录的变动”中一并登记。`,
    `“${act.label.en}” concerns several records: record it together with the others.`,
  )
const partOfADeed = text(
  '这项变更是涉及多个记录的变动的一部分，日期和有无不能单独更正。请更正整项变动。',
  'This event is part of an act over several records, so its day cannot be corrected alone. Correct the act as a whole.',
)
const livedElsewhere = text(
  '这条记录有一部分经历在您的管辖范围以外，不能由您标为从未存在。请联系权限覆盖全部地点的经办人。',
  'Part of its life lies outside your places, so you cannot say that it never was. Ask the office.',
)
const nothingPersonal = text('这类记录没有个人信息可清除。', 'This type of record holds no personal values.')
