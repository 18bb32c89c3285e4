import type { PoolClient } from 'pg'
import type { Scope } from '../../db/scope.ts'
import type { RecordType } from '../../records/record-type.ts'
import { batchDays, type RetentionBatch } from './contract.ts'

export type Speaking = Pick<PoolClient, 'query'>

export type StoredBatch = {
  readonly id: string
  readonly places: string[] | null
  readonly proposed_by: string
  readonly proposed_name: string
  readonly proposed_at: string
  readonly decision: 'agreed' | 'refused' | null
  readonly decided_name: string | null
  readonly decided_at: string | null
  readonly decision_reason: string | null
  /** Too long ago to be decided on, or to be carried out. */
  readonly over: boolean
  readonly counts: RetentionBatch['counts']
  /** Record type → how many of its records are named. */
  readonly types: Readonly<Record<string, number>>
}
export type StoredItem = {
  readonly record_type: string
  readonly record_id: string
  readonly state: RetentionBatch['counts'] extends Record<infer State, number> ? State : never
}

const columns = `b.*, coalesce(b.decided_at, b.proposed_at) < now() - interval '${batchDays} days' as over,
  (select jsonb_object_agg(record_type, n) from (select record_type, count(*) as n from platform.retention_item i
    where i.office_id = b.office_id and i.batch_id = b.id group by record_type) t) as types,
  (select jsonb_object_agg(s, (select count(*) from platform.retention_item i
    where i.office_id = b.office_id and i.batch_id = b.id and i.state = s)) from unnest(array['waiting', 'erased', 'kept', 'failed']) s) as counts`

const mostListed = 100

export async function batchById(
  on: Speaking,
  id: string,
  lock: '' | 'for update',
): Promise<StoredBatch | null> {
  const { rows } = await on.query<StoredBatch>(
    `select ${columns} from platform.retention_batch b where id::text = $1 ${lock}`,
    [id],
  )
  return rows[0] ?? null
}

/** The newest that lie wholly within a scope. */
export async function batchesWithin(on: Speaking, { places }: Scope): Promise<StoredBatch[]> {
  const { rows } = await on.query<StoredBatch>(
    `select ${columns} from platform.retention_batch b where $1::text[] is null or b.places <@ $1::text[]
     order by proposed_at desc, id limit ${mostListed}`,
    [places === 'all' ? null : places],
  )
  return rows
}

export async function itemsOf(
  on: Speaking,
  batch: string,
  state: StoredItem['state'] | null,
): Promise<StoredItem[]> {
  const { rows } = await on.query<StoredItem>(
    `select record_type, record_id, state from platform.retention_item where batch_id = $1 and ($2::text is null or state = $2)
     order by record_type, record_id`,
    [batch, state],
  )
  return rows
}

/** Of these records, those that a proposal names which is not over: `type id`. */
export async function proposedAlready(on: Speaking): Promise<ReadonlySet<string>> {
  const { rows } = await on.query<StoredItem>(
    `select i.record_type, i.record_id from platform.retention_item i
     join platform.retention_batch b on b.office_id = i.office_id and b.id = i.batch_id
     where i.state = 'waiting' and b.decision is distinct from 'refused'
       and coalesce(b.decided_at, b.proposed_at) >= now() - interval '${batchDays} days'`,
  )
  return new Set(rows.map((row) => `${row.record_type} ${row.record_id}`))
}

export function stateOf({ decision, over, counts }: StoredBatch, erasing: boolean): RetentionBatch['state'] {
  if (decision === 'refused') return 'refused'
  if (erasing) return 'erasing'
  if (decision === 'agreed' && !counts['waiting']) return 'done'
  if (over) return 'over'
  return decision === null ? 'waiting' : 'stopped'
}

export function viewOf(
  stored: StoredBatch,
  types: ReadonlyMap<string, RecordType>,
  erasing: boolean,
  caller: { readonly id: string; readonly mayAgree: boolean },
): RetentionBatch {
  const {
    decision,
    decided_at: at,
    decision_reason: reason,
    decided_name: by,
    proposed_by,
    proposed_name,
  } = stored
  const state = stateOf(stored, erasing)
  return {
    id: stored.id,
    proposed: { by: proposed_name, at: stored.proposed_at },
    decided: decision && at ? { by: by ?? '', at, agreed: decision === 'agreed', reason } : null,
    state,
    types: Object.entries(stored.types).flatMap(([id, count]) => {
      const type = types.get(id)
      return type ? [{ label: type.plural, count }] : []
    }),
    counts: stored.counts,
    mayDecide: state === 'waiting' && caller.mayAgree && caller.id !== proposed_by,
  }
}

/** Whether a scope holds every place of the batch. */
export const seesAll = ({ places }: Scope, batch: StoredBatch): boolean =>
  places === 'all' || (batch.places !== null && batch.places.every((place) => places.includes(place)))
