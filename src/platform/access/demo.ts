import type { Database } from '../db/database.ts'
import type { Accounts } from './accounts.ts'
import { besideRealData } from './beside-real-data.ts'

/** An account of a demo, with the password that everybody may know. */
export type DemoAccount = {
  readonly username: string
  readonly password: string
  readonly name: string
  readonly role: string
  readonly place: string | null
}

/** Whether the database is a demo: then it may be reached from this machine alone. */
export async function holdsDemo(database: Database): Promise<boolean> {
  const { rows } = await database.pool.query<{ demo: boolean }>(
    'select exists (select from access.setting where demo) as demo',
  )
  return rows[0]?.demo ?? false
}

/**
 * Flags an office that holds nothing yet as a demo.
 * @throws Refusal FORBIDDEN where the office holds records or anybody's account
 */
export async function markDemo(database: Database, office: number): Promise<void> {
  const changes = await database.query(
    { office, places: 'all' },
    {
      name: 'office_has_changes',
      text: `select from platform.change where office_id = $1::int and kind <> 'setup' limit 1`,
      values: [String(office)],
    },
  )
  const accounts = await database.pool.query('select from access.account where not published limit 1')
  if (changes.rows.length > 0 || accounts.rows.length > 0) throw besideRealData()
  await database.pool.query(
    'insert into access.setting (office_id, demo) values ($1, true) on conflict (office_id) do update set demo = true',
    [office],
  )
}

/**
 * Makes the accounts of a demo office; those that exist stay.
 * @throws Refusal FORBIDDEN where the office is not flagged or the database also holds real accounts
 */
export async function createDemoAccounts(
  database: Database,
  accounts: Accounts,
  office: number,
  roster: readonly DemoAccount[],
): Promise<void> {
  const { rows } = await database.pool.query<{ username: string }>(
    'select username from access.account where office_id = $1',
    [office],
  )
  const existing = new Set(rows.map(({ username }) => username))
  for (const { role, place, ...account } of roster.filter(({ username }) => !existing.has(username))) {
    await accounts.createAccount({
      ...account,
      office,
      roles: [{ role, place }],
      mustChangePassword: false,
      published: true,
    })
  }
}

/** The user names of demo accounts; none where the office holds real data. */
export async function publishedUsernames(database: Database): Promise<ReadonlySet<string>> {
  const { rows } = await database.pool.query<{ username: string }>(
    'select a.username from access.account a join access.setting t on t.office_id = a.office_id where a.published and t.demo',
  )
  return new Set(rows.map(({ username }) => username))
}
