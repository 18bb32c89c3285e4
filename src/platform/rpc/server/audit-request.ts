import { appendEvent } from '../../audit/append-event.ts'
import type { AuditEvent } from '../../audit/event.ts'
import type { Origin } from '../../audit/origin.ts'
import type { Scope } from '../../db/scope.ts'
import type { Context } from './context.ts'

const nobody = { id: 'nobody', name: '' }

/** Where a request comes from, and the record or kind of records that it names. `name` is the procedure's. */
export function originOfRequest(
  { caller, request }: Context,
  name: string,
  scope: Scope,
  input: unknown,
): Origin {
  return {
    act: name,
    actor: caller ? { id: caller.id, name: caller.name } : nobody,
    roles: caller?.roles ?? [],
    places: scope.places,
    address: request.ip,
    requestId: request.id,
    subject: subjectOf(name, input),
  }
}

const named = ['type', 'ledger', 'figure']
/** What was typed to find somebody is no question about all records of a kind, and may be a person's name. */
const typed = ['find', 'idempotencyKey', 'password', 'current', 'next', 'reason', 'id', ...named]

function subjectOf(name: string, input: unknown): NonNullable<AuditEvent['subject']> | null {
  const given = shortTexts(input)
  const type = named.map((key) => given[key]).find((found) => found !== undefined)
  const { id } = given
  return type === undefined && id === undefined ? null : { type: type ?? (name.split('.')[0] as string), id }
}

/** The plain values of a request, as far as they are short: an input that is refused has not been looked at yet. */
function shortTexts(input: unknown): Record<string, string> {
  if (typeof input !== 'object' || input === null) return {}
  const plain = Object.entries(input).filter(([, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  )
  return Object.fromEntries(plain.map(([key, value]) => [key, String(value).slice(0, 100)]))
}

/** That something went out: kept before it does, so that it does not where that cannot be kept. */
export async function appendAnswer(
  { database, caller }: Context,
  event: Origin & Pick<AuditEvent, 'kind'>,
  input: unknown,
  output: unknown,
): Promise<void> {
  if (!caller) throw new Error(`${event.act} is public, and what is public is no ${event.kind}`)
  const given = shortTexts(input)
  const asked = Object.fromEntries(Object.entries(given).filter(([key]) => !typed.includes(key)))
  const file = output instanceof File ? { file: output.name, bytes: output.size } : {}
  const details = { ...asked, ...file }
  await appendEvent(database.pool, caller.office, { ...event, reason: given['reason'] ?? null, details })
}
