import { appendEvent } from '../../audit/append-event.ts'
import { originOf } from '../../audit/origin.ts'
import { newId } from '../../db/id.ts'
import type { Scope } from '../../db/scope.ts'
import { type Actor, inTransaction, type Reader, read } from '../../db/transaction.ts'
import type { RecordType } from '../../records/record-type.ts'
import { noSuchRecord, type Records } from '../../records/records.ts'
import { Refusal } from '../../refusal.ts'
import { type Day, today } from '../../values/day.ts'
import type { Purpose } from '../purpose.ts'
import { mostInBatch, type RetentionBatch } from './contract.ts'
import { type DueRecord, dueRecords, keptTypes, type NamedRecord } from './due-records.ts'
import type { Erasing } from './erasing.ts'
import * as refused from './refusals.ts'
import {
  batchById,
  batchesWithin,
  itemsOf,
  proposedAlready,
  type Speaking,
  type StoredBatch,
  seesAll,
  stateOf,
  viewOf,
} from './stored-batch.ts'

export type RetentionCaller = {
  readonly scope: Scope
  readonly actor: Actor
  readonly mayAgree: boolean
  /** Where the caller may see records of a type; null: nowhere. */
  readonly scopeOf: (type: RecordType) => Scope | null
}
export type RetentionParts = {
  readonly records: Records
  readonly purposes: readonly Purpose[]
  readonly erasing: Erasing
}

/** What is due with its name, as far as the caller sees it. */
export type SeenRecord = DueRecord & { readonly title: string; readonly key: string }

/** The erasure of what need not be kept any more: found by anybody who looks, proposed by one person, agreed to by another. */
export function retention({ records, purposes, erasing }: RetentionParts) {
  const { database, engine } = records
  const register = { types: engine.types, purposes }
  const speak = <Result>({ scope }: RetentionCaller, act: (on: Speaking) => Promise<Result>) =>
    inTransaction(database, 'begin', scope, null, act as never as (on: object) => Promise<Result>)
  const whole = ({ scope }: RetentionCaller): Scope => ({ office: scope.office, places: 'all' })
  const readWhole = <Result>(caller: RetentionCaller, act: (reader: Reader<unknown>) => Promise<Result>) =>
    read<unknown, Result>(database, whole(caller), act)
  const due = (caller: RetentionCaller, only?: readonly NamedRecord[]) =>
    readWhole(caller, (reader) => dueRecords(reader, register, today(), only))
  const view = (caller: RetentionCaller, stored: StoredBatch) =>
    viewOf(stored, engine.types, erasing.isUnderWay(stored.id), {
      id: caller.actor.id,
      mayAgree: caller.mayAgree,
    })
  const tell = (
    on: Speaking,
    caller: RetentionCaller,
    subject: { readonly type: string; readonly id: string },
    reason: string | null,
    details: Readonly<Record<string, unknown>>,
  ) =>
    appendEvent(on, caller.scope.office, {
      ...originOf(),
      kind: 'act',
      actor: caller.actor,
      places: caller.scope.places,
      subject,
      reason,
      details,
    })
  const found = async (on: Speaking, caller: RetentionCaller, id: string, lock: '' | 'for update') => {
    const stored = await batchById(on, id, lock)
    if (!stored || !seesAll(caller.scope, stored)) throw new Refusal('NOT_FOUND', refused.noBatch, { id })
    return stored
  }
  const typeNamed = (id: string): RecordType => {
    const type = keptTypes(register).find((kept) => kept.type.id === id)?.type
    if (!type) throw new Refusal('INVALID', refused.noClock(id), { type: id })
    return type
  }

  /** Of records of any type, those that the caller sees, by id: how each is called. */
  async function named(caller: RetentionCaller, wanted: readonly NamedRecord[]) {
    const names = new Map<string, { title: string; key: string }>()
    for (const [id, own] of Map.groupBy(wanted, ({ type }) => type)) {
      const type = engine.types.get(id)
      const scope = type && caller.scopeOf(type)
      if (!type || !scope) continue
      const ids = own.map((one) => one.id)
      await read<unknown, void>(database, scope, async (reader) => {
        const [titles, keys] = [
          await engine.titlesOf(reader, type, ids),
          await engine.keysOf(reader, type, ids),
        ]
        for (const [one, title] of titles) names.set(one, { title, key: keys.get(one) ?? '' })
      })
    }
    return names
  }

  const dueFor = async (caller: RetentionCaller, only?: readonly NamedRecord[]): Promise<SeenRecord[]> => {
    const all = await due(caller, only)
    const names = await named(caller, all)
    return all.flatMap((one) => {
      const name = names.get(one.id)
      return name ? [{ ...one, ...name }] : []
    })
  }

  /** @throws Refusal NOT_FOUND for a record that the caller does not see */
  const refuseUnseen = async (caller: RetentionCaller, wanted: readonly NamedRecord[]) => {
    const names = await named(caller, wanted)
    const unseen = wanted.find(({ id }) => !names.has(id))
    if (unseen) throw noSuchRecord(typeNamed(unseen.type), unseen.id)
  }

  const begin = ({ scope, actor }: RetentionCaller, { id, places }: StoredBatch) =>
    erasing.begin({ id, actor, scope: { office: scope.office, places: places ?? 'all' } })

  return {
    dueFor,
    named,
    register,
    readWhole,

    proposed: (caller: RetentionCaller) => speak(caller, proposedAlready),

    setPeriod: async (
      caller: RetentionCaller,
      { purpose, months, basis }: { purpose: string; months: number | null; basis: string },
    ) => {
      if (!purposes.some(({ id }) => id === purpose))
        throw new Refusal('NOT_FOUND', refused.noPurpose(purpose), { purpose })
      if (caller.scope.places !== 'all') throw new Refusal('FORBIDDEN', refused.wholeOffice, { purpose })
      await speak(caller, async (on) => {
        await on.query('select from platform.office where office_id = $1 for no key update', [
          caller.scope.office,
        ])
        await on.query(
          `insert into platform.retention_period (office_id, purpose, set_no, months, basis, set_by, set_name)
           select $1, $2, 1 + coalesce(max(set_no), 0), $3, $4, $5, $6 from platform.retention_period where purpose = $2`,
          [caller.scope.office, purpose, months, basis, caller.actor.id, caller.actor.name],
        )
        await tell(on, caller, { type: 'retention', id: purpose }, basis, { purpose, months })
      })
      return { purpose }
    },

    hold: async (
      caller: RetentionCaller,
      { type, id, reason, until }: NamedRecord & { reason: string; until: Day },
    ) => {
      typeNamed(type)
      await refuseUnseen(caller, [{ type, id }])
      if (until < today())
        throw new Refusal('INVALID', refused.holdPast(until), { field: 'until', value: until })
      const hold = newId()
      await speak(caller, async (on) => {
        await on.query(
          `insert into platform.retention_hold (office_id, id, record_type, record_id, reason, until, held_by, held_name)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
          [caller.scope.office, hold, type, id, reason, until, caller.actor.id, caller.actor.name],
        )
        await tell(on, caller, { type, id }, reason, { until })
      })
      return { id: hold }
    },

    lift: async (caller: RetentionCaller, { id, reason }: { id: string; reason: string }) => {
      const noHold = new Refusal('NOT_FOUND', refused.noHold, { id })
      const held = await speak(caller, (on) =>
        on.query<{ record_type: string; record_id: string }>(
          'select record_type, record_id from platform.retention_hold where id::text = $1 and lifted_at is null',
          [id],
        ),
      )
      const record = held.rows.map((row) => ({ type: row.record_type, id: row.record_id }))[0]
      if (!record || (await named(caller, [record])).size === 0) throw noHold
      await speak(caller, async (on) => {
        const lifted = await on.query(
          `update platform.retention_hold set lifted_by = $2, lifted_name = $3, lifted_at = now()
           where id::text = $1 and lifted_at is null`,
          [id, caller.actor.id, caller.actor.name],
        )
        if (lifted.rowCount === 0) throw noHold
        await tell(on, caller, record, reason, { lifted: true })
      })
      return { id }
    },

    propose: async (
      caller: RetentionCaller,
      { records: chosen, allOf }: { records: readonly NamedRecord[]; allOf: readonly string[] },
    ): Promise<RetentionBatch> => {
      for (const type of [...allOf, ...chosen.map((one) => one.type)]) typeNamed(type)
      await refuseUnseen(caller, chosen)
      const open = await dueFor(caller, allOf.length > 0 ? undefined : chosen)
      const dueIds = new Set(open.map(({ id }) => id))
      if (chosen.some(({ id }) => !dueIds.has(id))) throw new Refusal('CONFLICT', refused.notDue)
      return await speak(caller, async (on) => {
        // Of two who propose the same at once, the second finds it proposed.
        await on.query('select from platform.office where office_id = $1 for no key update', [
          caller.scope.office,
        ])
        const before = await proposedAlready(on)
        const isOpen = ({ type, id }: NamedRecord) => !before.has(`${type} ${id}`)
        if (!chosen.every(isOpen)) throw new Refusal('CONFLICT', refused.proposedBefore)
        const picked = new Set(chosen.map(({ id }) => id))
        const items = open.filter((one) => isOpen(one) && (picked.has(one.id) || allOf.includes(one.type)))
        if (items.length === 0) throw new Refusal('CONFLICT', refused.nothingDue)
        if (items.length > mostInBatch)
          throw new Refusal('INVALID', refused.tooMany(items.length), { count: items.length })
        const id = newId()
        await on.query(
          `insert into platform.retention_batch (office_id, id, places, proposed_by, proposed_name) values ($1, $2, $3, $4, $5)`,
          [
            caller.scope.office,
            id,
            caller.scope.places === 'all' ? null : caller.scope.places,
            caller.actor.id,
            caller.actor.name,
          ],
        )
        await on.query(
          `insert into platform.retention_item (office_id, batch_id, record_type, record_id)
           select $1, $2, t, r from unnest($3::text[], $4::uuid[]) u (t, r)`,
          [caller.scope.office, id, items.map(({ type }) => type), items.map((one) => one.id)],
        )
        await tell(on, caller, { type: 'retention', id }, null, { records: items.length })
        return view(caller, await found(on, caller, id, ''))
      })
    },

    batches: async (caller: RetentionCaller) =>
      (await speak(caller, (on) => batchesWithin(on, caller.scope))).map((stored) => view(caller, stored)),

    batch: async (caller: RetentionCaller, id: string) =>
      await speak(caller, async (on) => ({
        batch: view(caller, await found(on, caller, id, '')),
        items: await itemsOf(on, id, null),
      })),

    decide: async (
      caller: RetentionCaller,
      { id, agreed, reason }: { id: string; agreed: boolean; reason: string | null },
    ): Promise<RetentionBatch> => {
      const items = await speak(caller, async (on) => {
        await found(on, caller, id, '')
        return await itemsOf(on, id, 'waiting')
      })
      const wanted = items.map((item) => ({ type: item.record_type, id: item.record_id }))
      const still = new Set(agreed ? (await due(caller, wanted)).map((one) => one.id) : [])
      const decided = await speak(caller, async (on) => {
        const stored = await found(on, caller, id, 'for update')
        const state = stateOf(stored, erasing.isUnderWay(id))
        if (stored.proposed_by === caller.actor.id) throw new Refusal('FORBIDDEN', refused.ownBatch, { id })
        if (state !== 'waiting') throw new Refusal('CONFLICT', refused.notWaiting[state], { state })
        if (!agreed && !reason)
          throw new Refusal('INVALID', refused.refusedWhy, { field: 'reason', value: reason })
        if (agreed && still.size === 0) throw new Refusal('CONFLICT', refused.fellAway, { id })
        await on.query(
          `update platform.retention_batch set decision = $2, decided_by = $3, decided_name = $4, decided_at = now(), decision_reason = $5
           where id = $1`,
          [id, agreed ? 'agreed' : 'refused', caller.actor.id, caller.actor.name, reason || null],
        )
        if (agreed)
          await on.query(
            `update platform.retention_item set state = 'kept' where batch_id = $1 and state = 'waiting' and record_id <> all($2::uuid[])`,
            [id, [...still]],
          )
        await tell(on, caller, { type: 'retention', id }, reason, {
          agreed,
          proposer: stored.proposed_name,
          records: agreed ? still.size : wanted.length,
        })
        return await found(on, caller, id, '')
      })
      if (agreed) begin(caller, decided)
      return view(caller, decided)
    },

    proceed: async (caller: RetentionCaller, id: string): Promise<RetentionBatch> => {
      const stored = await speak(caller, async (on) => {
        const before = await found(on, caller, id, 'for update')
        const state = stateOf(before, erasing.isUnderWay(id))
        if (state !== 'stopped') throw new Refusal('CONFLICT', refused.notStopped[state], { state })
        await tell(on, caller, { type: 'retention', id }, null, { proceeds: before.counts['waiting'] })
        return before
      })
      begin(caller, stored)
      return view(caller, stored)
    },

    stop: async (caller: RetentionCaller, id: string): Promise<RetentionBatch> => {
      await speak(caller, (on) => found(on, caller, id, ''))
      if (!erasing.isUnderWay(id)) throw new Refusal('CONFLICT', refused.notErasing, { id })
      await erasing.stop(id)
      return await speak(caller, async (on) => {
        const stored = await found(on, caller, id, '')
        await tell(on, caller, { type: 'retention', id }, null, {
          stopped: true,
          erased: stored.counts['erased'],
        })
        return view(caller, stored)
      })
    },
  }
}
