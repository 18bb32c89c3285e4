import type { Pool } from 'pg'

/** Whom the office asks for a second factor. */
export type SecondFactorPolicy = { readonly of: 'nobody' | 'roles' | 'all'; readonly roles: string[] }

export type Policy = {
  readonly secondFactor: SecondFactorPolicy
  /** A further sign-in ends the oldest session. */
  readonly sessionsPerAccount: number
}

type Row = { of: SecondFactorPolicy['of']; roles: string[]; sessions: number }

/** What the security administrator has set; nobody is asked and five sessions are allowed where nothing is. */
export async function readPolicy(pool: Pool, office: number): Promise<Policy> {
  const { rows } = await pool.query<Row>(
    `select second_factor as "of", second_factor_roles as roles, sessions_per_account as sessions
     from access.setting where office_id = $1`,
    [office],
  )
  const { of, roles, sessions } = rows[0] ?? { of: 'nobody', roles: [], sessions: 5 }
  return { secondFactor: { of, roles }, sessionsPerAccount: sessions }
}

export async function writePolicy(
  pool: Pool,
  office: number,
  { secondFactor, sessionsPerAccount }: Policy,
): Promise<void> {
  await pool.query(
    `insert into access.setting (office_id, second_factor, second_factor_roles, sessions_per_account)
     values ($1, $2, $3, $4) on conflict (office_id) do update set second_factor = excluded.second_factor,
       second_factor_roles = excluded.second_factor_roles, sessions_per_account = excluded.sessions_per_account`,
    [office, secondFactor.of, secondFactor.of === 'roles' ? secondFactor.roles : [], sessionsPerAccount],
  )
}
