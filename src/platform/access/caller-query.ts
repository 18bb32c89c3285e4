import type { Pool } from 'pg'
import { today } from '../values/day.ts'
import { type AreaFunctions, countingGrants } from './counting-grants.ts'
import { type Account, type Caller, type HeldRole, makeCaller } from './caller.ts'
import type { Roles } from './role.ts'
import type { SecondFactorPolicy } from './policy.ts'

/** Idle time of real offices; in a demo only the absolute end of a session counts. */
const callerSql = (functions: AreaFunctions) => `
select a.id, a.name, a.username, a.office_id, a.must_change_password, coalesce(t.demo, false) as demo,
  s.seen_at < now() - interval '1 minute' as resting, a.published,
  extract(epoch from now() - s.authenticated_at)::float8 as proven_ago, s.provider_saw_two_factors as vouched,
  exists (select from access.second_factor f where f.account_id = a.id and f.confirmed_at is not null) as second_factor,
  coalesce(t.second_factor, 'nobody') as asked_of, coalesce(t.second_factor_roles, '{}') as asked_roles,
  (select jsonb_agg(jsonb_build_object('role', g.role, 'place', p.place, 'from', d.username))
    ${countingGrants(functions, '$2::date')} and g.office_id = a.office_id and g.account_id = a.id) as held
from access.session s
join access.account a on a.id = s.account_id
left join access.setting t on t.office_id = a.office_id
where s.token = $1 and s.expires_at > now() and a.closed_at is null
  and (coalesce(t.demo, false) or s.seen_at > now() - interval '15 minutes')`

type CallerRow = {
  id: string
  name: string
  username: string
  office_id: number
  must_change_password: boolean
  demo: boolean
  resting: boolean
  published: boolean
  proven_ago: number
  second_factor: boolean
  vouched: boolean
  asked_of: SecondFactorPolicy['of']
  asked_roles: string[]
  held: HeldRole[] | null
}

/**
 * Session, account and the roles of today in one query; an account that is closed has no session. A living one is marked as seen at
 * most once a minute.
 */
export async function readCaller(
  pool: Pool,
  token: string,
  roles: Roles,
  functions: AreaFunctions,
): Promise<Caller | null> {
  const { rows } = await pool.query<CallerRow>({
    name: 'caller',
    text: callerSql(functions),
    values: [token, today()],
  })
  const [row] = rows
  if (!row) return null
  if (row.resting)
    await pool.query('update access.session set seen_at = now(), updated_at = now() where token = $1', [
      token,
    ])
  const account: Account = {
    id: row.id,
    name: row.name,
    username: row.username,
    office: row.office_id,
    mustChangePassword: row.must_change_password,
    secondFactorAsked: isAsked(row),
    secondFactorRequired: isAsked(row) && !row.vouched,
    secondFactor: row.second_factor,
    provenAgo: row.published ? 0 : row.proven_ago,
    demo: row.demo,
  }
  return makeCaller(account, row.held ?? [], roles)
}

/** Of a demo account nothing is asked: everybody uses it, and who set one up would lock the others out. */
function isAsked({ published, asked_of, asked_roles, held }: CallerRow): boolean {
  if (published) return false
  return (
    asked_of === 'all' ||
    (asked_of === 'roles' && (held ?? []).some(({ role }) => asked_roles.includes(role)))
  )
}
