import { sql } from 'kysely'
import type { Scope } from '../db/scope.ts'
import { type Actor, type ChangeKind, inWholeOffice, type Reader, type Writer } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { writeOnce } from '../rpc/server/once-only.ts'
import { type Finding, type Override, refuseAct } from '../rules/judge.ts'
import { type Text, text } from '../text.ts'
import { type Day, today } from '../values/day.ts'
import { readerOf } from './engine.ts'
import { findingView } from './finding-view.ts'
import { fieldOf, type RecordType } from './record-type.ts'
import { noSuchRecord, type Records } from './records.ts'
import { type HeaderValues, keyText, type StoredRecord, type WantedRecord } from './records-engine.ts'

export type Asking = { readonly scope: Scope; readonly actor: Actor }
/** What every write says beside its content. */
export type WriteInput = {
  type: string
  reason: string | null
  idempotencyKey: string
  overrides: readonly Override[]
}

/** One change in the caller's name that takes effect once. */
export async function inChange<Result>(
  records: Records,
  asking: Asking,
  kind: ChangeKind,
  input: WriteInput,
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

/** A record as the caller sees it, and the whole of its life: what lies elsewhere is kept through every write. */
export type CurrentRecord = { readonly seen: StoredRecord; readonly whole: StoredRecord }

/** @throws Refusal NOT_FOUND outside the caller's places, STALE where `version` is no longer the newest */
export async function currentRecord(
  records: Records,
  writer: Writer<unknown>,
  type: RecordType,
  id: string,
  version: string | undefined,
): Promise<CurrentRecord> {
  const reader = readerOf(writer)
  const found = (await records.engine.load(reader, type, [id])).get(id)
  if (!found) throw noSuchRecord(type, id)
  if (version !== undefined && version !== String(found.version))
    throw staleRecord(id, version, found.version)
  if (reader.scope.places === 'all') return { seen: found, whole: found }
  const whole = await inWholeOffice(writer, () => records.engine.load(reader, type, [id]))
  return { seen: found, whole: whole.get(id) as StoredRecord }
}

export const staleRecord = (id: string, seen: string, now: bigint) =>
  new Refusal('STALE', stale, { id, seen, now: String(now) })

/** @throws Refusal CONFLICT where what the record is part of is settled */
export async function refuseSettled(
  { engine }: Records,
  writer: Writer<unknown>,
  type: RecordType,
  wanted: WantedRecord,
): Promise<void> {
  const why = (await engine.settled(readerOf(writer), type, [wanted])).get(wanted.id)
  if (why) throw new Refusal('CONFLICT', why, { id: wanted.id })
}

/** @throws Refusal CONFLICT where a record with the natural key of `wanted` is there already */
export async function refuseDuplicate(
  records: Records,
  reader: Reader<unknown>,
  type: RecordType,
  wanted: WantedRecord,
): Promise<void> {
  const values: HeaderValues = { ...wanted.header, ...wanted.events[0]?.sets }
  const key = type.naturalKey.map((name) => String(values[name] ?? ''))
  const found = (await records.engine.findByKey(reader, type, [key])).get(keyText(key))
  const other = found?.find((id) => id !== wanted.id)
  if (other)
    throw new Refusal('CONFLICT', duplicate(type, await keysSaid(records, reader, type, key)), {
      field: type.naturalKey[0],
      value: key.join(' '),
      id: other,
    })
}

/** The parts of a natural key as a person knows them: a choice by its words, another record by its own key. */
async function keysSaid(
  { engine }: Records,
  reader: Reader<unknown>,
  type: RecordType,
  key: readonly string[],
): Promise<Text[]> {
  return await Promise.all(
    key.map(async (part, at) => {
      const field = fieldOf(type, type.naturalKey[at] as string)
      if (field.kind === 'choice') return field.choices[part] ?? text(part, part)
      const target = field.kind === 'reference' ? engine.types.get(field.to) : undefined
      const said = (target && (await engine.keysOf(reader, target, [part])).get(part)) ?? part
      return text(said, said)
    }),
  )
}

/** @throws Refusal RULE with the findings that stop an act */
export function refuseStopped(findings: readonly Finding[], overrides: readonly Override[]): void {
  const { stopped } = refuseAct(findings, overrides)
  if (stopped.length === 0) return
  throw new Refusal('RULE', ruleBroken(stopped), {
    findings: stopped.map((finding) => findingView(finding)),
  })
}

/** @throws Refusal INVALID for a day that has not come */
export function refuseFuture(onDate: Day): void {
  if (onDate > today()) throw new Refusal('INVALID', inFuture(onDate), { field: 'onDate', value: onDate })
}

/** Other records that name a removed one make the deferred keys fail; they are asked before the commit. */
export async function refuseWhileNamed(writer: Writer<unknown>): Promise<void> {
  try {
    await sql`set constraints all immediate`.execute(writer.db)
  } catch (error) {
    if ((error as { code?: string }).code !== '23503') throw error
    throw new Refusal('CONFLICT', stillNamed, {})
  }
}

const stale = text(
  '这条记录在您打开之后已被他人修改。请核对最新内容后再提交。',
  'The record was changed after you opened it. Look at the newest version, then submit again.',
)
const stillNamed = text(
  '还有其他记录引用它，不能标为从未存在。请先更正那些记录。',
  'Other records still name it, so it cannot be said never to have been. Correct those first.',
)
const inFuture = (day: Day) =>
  text(
    `日期${day}在今天之后，请等事情发生后再登记。`,
    `The date ${day} lies in the future. Record it once it has happened.`,
  )
const duplicate = (type: RecordType, key: readonly Text[]) =>
  text(
    `已有代码为“${key.map(({ zh }) => zh).join(' ')}”的${type.label.zh}，不能重复登记。请核对代码，或在原记录上登记变更。`,
    `There already is a record (${type.label.en}) with the key “${key.map(({ en }) => en).join(' ')}”. Check the code, or record the event on that one.`,
  )
const ruleBroken = (stopped: readonly Finding[]) =>
  text(
    `不符合规定：${stopped.map(({ message }) => message.zh).join('；')}`,
    `Against a rule: ${stopped.map(({ message }) => message.en).join('; ')}`,
  )
