import { sql } from 'kysely'
import { newId } from '../db/id.ts'
import { type Actor, type ChangeKind, inWholeOffice, type Reader, type Writer } from '../db/transaction.ts'
import type { Scope } from '../db/scope.ts'
import { Refusal } from '../refusal.ts'
import { writeOnce } from '../rpc/server/once-only.ts'
import { type Override, refuseAct } from '../rules/judge.ts'
import { text } from '../text.ts'
import type { TimelineEvent } from '../timeline/timeline.ts'
import { type Day, today } from '../values/day.ts'
import type { RecordBehaviour } from './behaviour.ts'
import { readerOf } from './engine.ts'
import { findingView } from './finding-view.ts'
import type { RecordType } from './record-type.ts'
import { behaviourNamed, noSuchRecord, type Records } from './records.ts'
import { type HeaderValues, keyText, type StoredRecord, type WantedRecord } from './records-engine.ts'
import { cleanValues } from './clean-values.ts'

type Values = Readonly<Record<string, string | null>>
export type Asking = { readonly scope: Scope; readonly actor: Actor }
type Write = { type: string; reason: string | null; idempotencyKey: string; overrides: readonly Override[] }
export type EventInput = Write & {
  id?: string | undefined
  version?: string | undefined
  act: string
  onDate: Day
  documentNo: string | null
  header: Values
  sets: Values
}
export type CorrectionInput = Write & {
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
  if ((act.effect === 'begins') !== (input.id === undefined))
    throw new Refusal('INVALID', wrongBeginning, { act: input.act })
  if (input.onDate > today())
    throw new Refusal('INVALID', inFuture(input.onDate), { field: 'onDate', value: input.onDate })
  return await change(records, asking, 'event', input, async (writer, reader) => {
    const before =
      input.id === undefined ? null : (await current(records, writer, type, input.id, input.version)).whole
    const sets = await cleanValues(records, reader, behaviour, act.sets, input.sets, act.effect === 'begins')
    const header = before
      ? before.header
      : await cleanValues(
          records,
          reader,
          behaviour,
          type.header.map((field) => field.key),
          input.header,
          true,
        )
    const event: TimelineEvent = {
      id: newId(),
      onDate: input.onDate,
      seq: (before?.events.length ?? 0) + 1,
      kind: input.act,
      sets,
      documentNo: input.documentNo,
      reason: input.reason,
    }
    const wanted = { id: before?.id ?? newId(), header, events: [...(before?.events ?? []), event] }
    if (!before) await refuseDuplicate(records, reader, type, wanted)
    return await save(records, writer, behaviour, wanted, input.overrides)
  })
}

/** Says how it always was: one event, or the fixed values, as they should have been recorded. */
export async function correctRecord(records: Records, asking: Asking, input: CorrectionInput) {
  const behaviour = behaviourNamed(records, input.type)
  const { type } = behaviour
  return await change(records, asking, 'correction', input, async (writer, reader) => {
    const { seen, whole: before } = await current(records, writer, type, input.id, input.version)
    const header = {
      ...before.header,
      ...(await cleanValues(records, reader, behaviour, Object.keys(input.header), input.header, false)),
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
  const others = before.events.filter((candidate) => candidate.id !== event.id)
  if (wanted.neverWas) return others
  if ((wanted.onDate ?? event.onDate) > today())
    throw new Refusal('INVALID', inFuture(wanted.onDate as Day), { field: 'onDate', value: wanted.onDate })
  const act = behaviour.type.acts.find((candidate) => candidate.kind === event.kind)
  // What stays as it was recorded is not judged again: it may name a record that the caller cannot see.
  const sets = {
    ...event.sets,
    ...(await cleanValues(records, reader, behaviour, act?.sets ?? [], wanted.sets, false)),
  }
  const documentNo = wanted.documentNo === undefined ? event.documentNo : wanted.documentNo
  return [...others, { ...event, onDate: wanted.onDate ?? event.onDate, sets, documentNo }]
}

/** The record never was: it leaves the current tables and stays readable at an earlier knowledge. */
export async function removeRecord(
  records: Records,
  asking: Asking,
  input: Write & { id: string; version: string },
) {
  const { type } = behaviourNamed(records, input.type)
  return await change(records, asking, 'correction', input, async (writer) => {
    const { seen, whole: before } = await current(records, writer, type, input.id, input.version)
    if (seen.events.length < before.events.length)
      throw new Refusal('CONFLICT', livedElsewhere, { id: before.id })
    await records.engine.remove(writer, type, [before.id])
    await refuseWhileNamed(writer)
    return { id: before.id }
  })
}

/** Other records that name the removed one make the deferred keys fail; they are asked before the commit. */
async function refuseWhileNamed(writer: Writer<unknown>): Promise<void> {
  try {
    await sql`set constraints all immediate`.execute(writer.db)
  } catch (error) {
    if ((error as { code?: string }).code !== '23503') throw error
    throw new Refusal('CONFLICT', stillNamed, {})
  }
}

/** Empties the personal values of a record in every version; counts do not move. */
export async function eraseRecord(records: Records, asking: Asking, input: Write & { id: string }) {
  const { type } = behaviourNamed(records, input.type)
  const [schema, name] = type.id.split('.') as [string, string]
  if (!type.header.some((field) => field.personal))
    throw new Refusal('INVALID', nothingPersonal, { type: type.id })
  return await change(records, asking, 'erasure', input, async (writer) => {
    await current(records, writer, type, input.id, undefined)
    // Also the versions that lie in places where it stood before.
    const { rows } = await inWholeOffice(writer, () =>
      sql<{
        emptied: number
      }>`select platform.erase(${schema}, ${name}, 'id', ${input.id}::uuid) as emptied`.execute(writer.db),
    )
    return { id: input.id, emptied: rows[0]?.emptied ?? 0 }
  })
}

async function change<Result>(
  records: Records,
  asking: Asking,
  kind: ChangeKind,
  input: Write,
  act: (writer: Writer<unknown>, reader: Reader<unknown>) => Promise<Result>,
): Promise<Result> {
  const request = { scope: asking.scope, actor: asking.actor, kind, reason: input.reason }
  return await writeOnce<unknown, Result>(
    records.database,
    request,
    { key: input.idempotencyKey, body: input },
    (writer) => act(writer, readerOf(writer)),
  )
}

/** The record as the caller sees it, and the whole of its life: what lies elsewhere is kept through every write. */
async function current(
  records: Records,
  writer: Writer<unknown>,
  type: RecordType,
  id: string,
  version: string | undefined,
): Promise<{ seen: StoredRecord; whole: StoredRecord }> {
  const reader = readerOf(writer)
  const found = (await records.engine.load(reader, type, [id])).get(id)
  if (!found) throw noSuchRecord(type, id)
  if (version !== undefined && version !== String(found.version)) {
    throw new Refusal('STALE', stale, { id, seen: version, now: String(found.version) })
  }
  if (reader.scope.places === 'all') return { seen: found, whole: found }
  return {
    seen: found,
    whole: (await inWholeOffice(writer, () => records.engine.load(reader, type, [id]))).get(
      id,
    ) as StoredRecord,
  }
}

async function refuseDuplicate(
  records: Records,
  reader: Reader<unknown>,
  type: RecordType,
  wanted: WantedRecord,
): Promise<void> {
  const values: HeaderValues = { ...wanted.header, ...wanted.events[0]?.sets }
  const key = type.naturalKey.map((name) => String(values[name] ?? ''))
  const found = (await records.engine.findByKey(reader, type, [key])).get(keyText(key))
  if (found)
    throw new Refusal('CONFLICT', duplicate(type, key), {
      field: type.naturalKey[0],
      value: key.join(' '),
      id: found[0],
    })
}

async function save(
  records: Records,
  writer: Writer<unknown>,
  behaviour: RecordBehaviour,
  wanted: WantedRecord,
  overrides: readonly Override[] | 'no act',
) {
  const { type } = behaviour
  const findings = await records.engine.save(writer, type, [wanted])
  // Fixed values alone are no act: a telephone number can be put right whatever happened to the record.
  const { stopped } = overrides === 'no act' ? { stopped: [] } : refuseAct(findings, overrides)
  if (stopped.length > 0) {
    throw new Refusal(
      'RULE',
      ruleBroken(
        stopped.map((finding) => finding.message.zh),
        stopped.map((finding) => finding.message.en),
      ),
      {
        findings: stopped.map((finding) => findingView(finding)),
      },
    )
  }
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
const stale = text(
  '这条记录在您打开之后已被他人修改。请核对最新内容后再提交。',
  'The record was changed after you opened it. Look at the newest version, then submit again.',
)
const stillNamed = text(
  '还有其他记录引用它，不能标为从未存在。请先更正那些记录。',
  'Other records still name it, so it cannot be said never to have been. Correct those first.',
)
const livedElsewhere = text(
  '这条记录有一部分经历在您的管辖范围以外，不能由您标为从未存在。请联系权限覆盖全部地点的经办人。',
  'Part of its life lies outside your places, so you cannot say that it never was. Ask the office.',
)
const nothingPersonal = text('这类记录没有个人信息可清除。', 'This type of record holds no personal values.')
const inFuture = (day: Day) =>
  text(
    `日期${day}在今天之后，请等事情发生后再登记。`,
    `The date ${day} lies in the future. Record it once it has happened.`,
  )
const duplicate = (type: RecordType, key: readonly string[]) =>
  text(
    `已有代码为“${key.join(' ')}”的${type.label.zh}，不能重复登记。请核对代码，或在原记录上登记变更。`,
    `There already is a record (${type.label.en}) with the key “${key.join(' ')}”. Check the code, or record the event on that one.`,
  )
const ruleBroken = (zh: readonly string[], en: readonly string[]) =>
  text(`不符合规定：${zh.join('；')}`, `Against a rule: ${en.join('; ')}`)
