import type { PoolClient } from 'pg'
import type { Scope } from '../../db/scope.ts'
import type { Text } from '../../text.ts'
import type { Day } from '../../values/day.ts'
import { isMasked, type RecordField } from '../../records/record-type.ts'
import type { Ledger } from '../ledger.ts'
import type { ClearExport } from './contract.ts'

export type Speaking = Pick<PoolClient, 'query'>

export type StoredExport = {
  id: string
  ledger: string
  language: 'zh' | 'en'
  place_id: string | null
  place_name: string | null
  as_of: Day | null
  known_at: bigint
  row_count: number
  fields: string[]
  second_person: boolean
  places: string[] | null
  reason: string
  asked_by: string
  asked_name: string
  asked_at: string
  decision: 'agreed' | 'refused' | null
  decided_name: string | null
  decided_at: string | null
  decision_reason: string | null
  taken_at: string | null
  /** Whether the day within which it may be taken is over. */
  over: boolean
}

const columns = `*, coalesce(decided_at, asked_at) < now() - interval '24 hours' and (not second_person or decision = 'agreed') as over`

/** The fields of a ledger that leave masked unless somebody asks for them. */
export const maskedIn = (ledger: Ledger): RecordField[] =>
  ledger.columns.flatMap(({ field }) => (field && isMasked(field) ? [field] : []))

export async function exportById(
  on: Speaking,
  id: string,
  lock: '' | 'for update',
): Promise<StoredExport | null> {
  const { rows } = await on.query<StoredExport>(
    `select ${columns} from platform.clear_export where id::text = $1 ${lock}`,
    [id],
  )
  return rows[0] ?? null
}

const mostListed = 100

export async function exportsOf(on: Speaking, asker: string): Promise<StoredExport[]> {
  const { rows } = await on.query<StoredExport>(
    `select ${columns} from platform.clear_export where asked_by = $1 order by asked_at desc, id limit ${mostListed}`,
    [asker],
  )
  return rows
}

/** Of others, as far as the decider sees all places of the asker. */
export async function exportsToDecide(
  on: Speaking,
  decider: string,
  places: Scope['places'],
): Promise<StoredExport[]> {
  const { rows } = await on.query<StoredExport>(
    `select ${columns} from platform.clear_export where second_person and asked_by <> $1
       and ($2::text[] is null or places <@ $2::text[])
     order by decision is not null, asked_at desc, id limit ${mostListed}`,
    [decider, places === 'all' ? null : places],
  )
  return rows
}

export function viewOf(stored: StoredExport, ledger: Ledger): ClearExport {
  const labels = new Map(maskedIn(ledger).map((field) => [field.key, field.label]))
  return {
    id: stored.id,
    ledger: { id: ledger.id, title: ledger.sheet },
    place: stored.place_name,
    asOf: stored.as_of,
    knownAt: String(stored.known_at),
    rows: stored.row_count,
    fields: stored.fields.map((key): Text => labels.get(key) ?? { zh: key, en: key }),
    secondPerson: stored.second_person,
    reason: stored.reason,
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
    state: stateOf(stored),
  }
}

export function stateOf({ decision, second_person, taken_at, over }: StoredExport): ClearExport['state'] {
  if (taken_at !== null) return 'taken'
  if (decision === 'refused') return 'refused'
  if (over) return 'over'
  return second_person && decision === null ? 'waiting' : 'ready'
}
