import type { Database } from '../db/database.ts'
import type { Accounts } from './accounts.ts'
import { oneTimePassword } from './one-time-password.ts'

export type FirstAdministrator = { readonly username: string; readonly password: string }

/** On a database without accounts: makes one for the whole office. Its password is answered once, to be printed, and kept nowhere. */
export async function ensureFirstAdministrator(
  database: Database,
  accounts: Accounts,
  office: number,
  role: string,
): Promise<FirstAdministrator | null> {
  const { rows } = await database.pool.query('select from access.account limit 1')
  if (rows.length > 0) return null
  const first = { username: 'admin', password: oneTimePassword() }
  await accounts.createAccount({ ...first, office, name: first.username, roles: [{ role, place: null }] })
  return first
}
