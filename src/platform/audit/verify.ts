import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { read } from '../db/transaction.ts'
import type { Anchor } from './anchors.ts'
import { type Fault, offAnchor } from './fault.ts'
import { type ChainEnd, verifyChain } from './verify-chain.ts'
import { verifyRows } from './verify-rows.ts'

export type Verified = {
  readonly faults: readonly Fault[]
  readonly events: string
  readonly changes: number
  readonly anchors: number
  readonly end: ChainEnd
}
export type VerifyProgress = {
  readonly events: (count: number) => void
  readonly table: (name: string, of: number) => void
}
export const silent: VerifyProgress = { events: () => undefined, table: () => undefined }

/**
 * Checks in one snapshot the whole chain of an office against its hashes, every row of every change against its seal, and the chain
 * against what was anchored outside the database. Reads alone; a large office takes minutes.
 */
export async function verify(
  database: Database,
  office: number,
  anchors: readonly Anchor[],
  progress: VerifyProgress = silent,
): Promise<Verified> {
  return await read<unknown, Verified>(database, { office, places: 'all' }, ({ db }) =>
    verifyOn(db, office, anchors, progress),
  )
}

/** The same on a transaction that sees the whole office. */
export async function verifyOn(
  db: Kysely<unknown>,
  office: number,
  anchors: readonly Anchor[],
  progress: VerifyProgress,
): Promise<Verified> {
  await sql`set local statement_timeout = '60min'`.execute(db)
  const faults: Fault[] = []
  const tell = (fault: Fault) => void faults.push(fault)
  const end = await verifyChain(db, office, tell, progress.events)
  const own = anchors.filter((anchor) => anchor.office === office)
  for (const anchor of await missed(db, office, own)) tell(offAnchor(anchor.event, anchor.at))
  const changes = await verifyRows(db, office, tell, progress.table)
  return { faults, events: end.event, changes, anchors: own.length, end }
}

async function missed(
  db: Kysely<unknown>,
  office: number,
  anchors: readonly Anchor[],
): Promise<readonly Anchor[]> {
  const { rows } =
    await sql<ChainEnd>`select event_no::text as event, encode(hash, 'hex') as hash from platform.audit_event
    where office_id = ${office} and event_no = any(${anchors.map(({ event }) => event)}::bigint[])`.execute(
      db,
    )
  const hashes = new Map(rows.map(({ event, hash }) => [event, hash]))
  return anchors.filter(({ event, hash }) => hashes.get(event) !== hash)
}
