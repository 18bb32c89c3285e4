import type { Database } from '../db/database.ts'
import { type Day, today } from '../values/day.ts'
import type { Accounts } from './accounts.ts'
import { administrators } from './administrators.ts'
import { oneTimePassword } from './one-time-password.ts'

export type FirstAdministrator = {
  readonly role: string
  readonly username: string
  readonly password: string
}

/** The user names tried in turn: one that is taken belongs to somebody else. */
const usernames: Readonly<Record<string, readonly string[]>> = {
  [administrators.system]: ['admin', 'system-admin'],
  [administrators.security]: ['security', 'security-admin'],
}

/**
 * Makes those of the two administrators whom an office has none of, from today or later, for the whole office: without one of them
 * nobody adds accounts, or grants roles. Each password is answered once, to be printed, and kept nowhere.
 */
export async function ensureFirstAdministrators(
  database: Database,
  accounts: Accounts,
  office: number,
): Promise<FirstAdministrator[]> {
  const made: FirstAdministrator[] = []
  for (const [role, names] of Object.entries(usernames)) {
    if (await isHeld(database, office, role, today())) continue
    const username = (await firstFree(database, names)) ?? `${names[0]}-${oneTimePassword().slice(0, 4)}`
    const first = { username, password: oneTimePassword() }
    await accounts.createAccount({ ...first, office, name: username, roles: [{ role, place: null }] })
    made.push({ role, ...first })
  }
  return made
}

async function isHeld(database: Database, office: number, role: string, day: Day): Promise<boolean> {
  const { rowCount } = await database.pool.query(
    `select from access.grant g join access.account a on a.id = g.account_id
     where g.office_id = $1 and g.role = $2 and (g.valid_to is null or g.valid_to > $3) and a.closed_at is null limit 1`,
    [office, role, day],
  )
  return rowCount === 1
}

async function firstFree(database: Database, names: readonly string[]): Promise<string | undefined> {
  const { rows } = await database.pool.query<{ username: string }>(
    'select username from access.account where username = any($1::text[])',
    [names],
  )
  return names.find((name) => !rows.some(({ username }) => username === name))
}
