import type { AuditEvent } from './event.ts'
import type { Origin } from './origin.ts'

/** A connection, or a transaction's. */
type Speaking = { query(text: string, values: unknown[]): Promise<unknown> }

/**
 * Appends one event to the chain of an office. On a transaction it is kept with it or not at all, and belongs just before the
 * commit: the head of the chain is locked from then on. On the pool it stands alone.
 * An event of kind `change` takes the number of the transaction's change and seals what that wrote.
 * @throws the database's error; whoever reveals, exports or signs in does not go on then
 */
export async function appendEvent(on: Speaking, office: number, event: AuditEvent): Promise<void> {
  await on.query('select platform.append_audit_event($1, $2)', [office, JSON.stringify(columnsOf(event))])
}

/** That an account opened the record which the event is about; the first time on a day of the office, and nothing after that. */
export async function appendView(on: Speaking, office: number, origin: Origin): Promise<void> {
  const event = columnsOf({ ...origin, kind: 'view' })
  await on.query('select platform.append_audit_view($1, $2)', [office, JSON.stringify(event)])
}

function columnsOf({ actor, places, subject, requestId, ...event }: AuditEvent): Record<string, unknown> {
  const { kind, act, roles, reason, address, details } = event
  return {
    kind,
    act,
    actor_id: actor.id,
    actor_name: actor.name,
    roles,
    places: places === 'all' ? 'all' : places.join(','),
    subject_type: subject?.type,
    subject_id: subject?.id,
    reason,
    address,
    request_id: requestId,
    details,
  }
}
