import { appendEvent } from '../audit/append-event.ts'
import { appendRefusal } from '../audit/append-refusal.ts'
import { type Origin, originOf } from '../audit/origin.ts'
import type { Database } from '../db/database.ts'
import type { Caller } from './caller.ts'

/** `by`: the provider whose word it was; absent: the password. `why`: what was wrong with that word. */
type Details = { readonly by: string; readonly why?: string }

/** That a caller signed in or out. */
export async function appendSession(
  { pool }: Database,
  kind: 'sign_in' | 'sign_out',
  { id, name, roles, scope }: Caller,
  details: Details | null = null,
): Promise<void> {
  const actor = { id, name }
  await appendEvent(pool, scope.office, { ...originOf(), kind, actor, roles, places: scope.places, details })
}

/** That a name and a password did not belong together, or that a provider's word was not taken. */
export async function appendFailedSignIn(
  database: Database,
  username: string,
  details: Details | null = null,
): Promise<void> {
  const found = await claimed(database, username)
  if (found)
    await appendEvent(database.pool, found.office, { ...found.origin, kind: 'sign_in_failed', details })
}

/** That a sign-in was not even tried: too many wrong passwords before it. */
export async function appendLockedSignIn(database: Database, username: string): Promise<void> {
  const found = await claimed(database, username)
  if (found) await appendRefusal(database, found.office, found.origin, { locked: true })
}

/**
 * The account that somebody claims to be. Of a name that nobody has nothing is kept, since people type their password there; the event
 * belongs to the first office then. The same work for both, so that the time tells nothing.
 */
async function claimed(
  { pool }: Database,
  username: string,
): Promise<{ office: number; origin: Origin } | null> {
  const { rows } = await pool.query<{ office: number | null; id: string | null; name: string | null }>(
    `select coalesce(a.office_id, o.first) as office, a.id, a.name
     from (select min(office_id) as first from access.account) o
     left join access.account a on a.username = $1`,
    [username.trim().toLowerCase()],
  )
  const [row] = rows
  if (!row?.office) return null
  const actor = { id: row.id ?? 'unknown', name: row.name ?? '' }
  return { office: row.office, origin: { ...originOf(), actor } }
}
