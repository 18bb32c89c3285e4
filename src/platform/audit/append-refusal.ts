import type { Database } from '../db/database.ts'
import { appendEvent } from './append-event.ts'
import type { AuditEvent } from './event.ts'
import type { Origin } from './origin.ts'

/** That somebody was refused for want of permission, or because the account is locked; stands alone, since nothing was done. */
export async function appendRefusal(
  { pool }: Database,
  office: number,
  origin: Origin,
  details: AuditEvent['details'],
): Promise<void> {
  await appendEvent(pool, office, { ...origin, kind: 'refused', details: details ?? null })
}
