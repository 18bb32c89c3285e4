import type { PoolClient } from 'pg'
import type { Text } from '../text.ts'
import type { RestoreRequest } from './restore-contract.ts'

export type Speaking = Pick<PoolClient, 'query'>

export type StoredRestore = {
  id: string
  backup: string
  target: string | null
  reason: string
  asked_by: string
  asked_name: string
  asked_at: string
  decision: 'agreed' | 'refused' | null
  decided_by: string | null
  decided_name: string | null
  decided_at: string | null
  decision_reason: string | null
  begun_name: string | null
  begun_at: string | null
  ended_at: string | null
  failure: Text | null
  /** Whether the day within which somebody had to go on is over. */
  late: boolean
}

const columns = `*, coalesce(decided_at, asked_at) < now() - interval '24 hours' as late`
const mostListed = 50

export async function restoreById(
  on: Speaking,
  id: string,
  lock: '' | 'for update',
): Promise<StoredRestore | null> {
  const { rows } = await on.query<StoredRestore>(
    `select ${columns} from platform.restore_request where id::text = $1 ${lock}`,
    [id],
  )
  return rows[0] ?? null
}

/** The newest, of everybody or of all but one. */
export async function restoresBut(on: Speaking, asker: string | null): Promise<StoredRestore[]> {
  const { rows } = await on.query<StoredRestore>(
    `select ${columns} from platform.restore_request where $1::text is null or asked_by <> $1
     order by asked_at desc, id limit ${mostListed}`,
    [asker],
  )
  return rows
}

export function stateOf(stored: StoredRestore): RestoreRequest['state'] {
  const { decision, begun_at, ended_at, failure, late } = stored
  if (decision === 'refused') return 'refused'
  if (failure !== null) return 'failed'
  if (begun_at !== null) return ended_at === null ? 'running' : 'done'
  if (late || ended_at !== null) return 'over'
  return decision === null ? 'waiting' : 'ready'
}

export function viewOf(stored: StoredRestore): RestoreRequest {
  const { id, backup, target, reason, failure } = stored
  return {
    id,
    backup,
    target,
    reason,
    asked: { by: stored.asked_name, at: stored.asked_at },
    decided:
      stored.decision && stored.decided_at
        ? {
            by: stored.decided_name ?? '',
            at: stored.decided_at,
            agreed: stored.decision === 'agreed',
            reason: stored.decision_reason,
          }
        : null,
    begun: stored.begun_at ? { by: stored.begun_name ?? '', at: stored.begun_at } : null,
    state: stateOf(stored),
    failure,
  }
}
