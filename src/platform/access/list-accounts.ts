import type { Database } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import { text } from '../text.ts'
import { addDays, type Day, today } from '../values/day.ts'
import type { GrantedRole, ListedAccount } from './account-contract.ts'
import { unusedAfterDays } from './closing.ts'
import { type AreaFunctions, countingGrants } from './counting-grants.ts'
import type { Holdings } from './holdings.ts'
import type { Roles } from './role.ts'

/** The names of the places of a scope; the area that owns places gives them. */
export type NamePlaces = (
  database: Database,
  scope: Scope,
) => Promise<readonly { id: string; name: string }[]>

export type ListParts = {
  readonly database: Database
  readonly roles: Roles
  readonly namePlaces: NamePlaces
  readonly functions?: AreaFunctions
  readonly holdings?: Holdings
}

type Held = {
  id: string
  role: string
  place: string | null
  from: Day
  to: Day | null
  holding: string | null
  grantedBy: string | null
  grantedAt: string | null
  handedOnBy: string | null
  reason: string | null
  /** The places covered today; null where it does not count. */
  covers: (string | null)[] | null
}
type Row = Omit<ListedAccount, 'roles'> & { readonly held: readonly Held[] }
/** With the places that each role covers today, null among them for the whole office. */
export type CoveringRole = GrantedRole & { readonly covers: readonly (string | null)[] }
export type AccountWithRoles = Omit<ListedAccount, 'roles'> & { readonly roles: readonly CoveringRole[] }

const listSql = (functions: AreaFunctions) => `
with counting as (select g.id, jsonb_agg(p.place) as covers ${countingGrants(functions, '$2::date')}
  and g.office_id = $1 group by g.id)
select a.id, a.username, a.name, a.published, a.must_change_password as "mustChangePassword",
  a.last_signed_in_at as "lastSignIn", a.closed_at as "closedAt", a.closed_reason as "closedReason",
  coalesce(a.last_signed_in_at, a.created_at) < $3::date::timestamp at time zone 'Asia/Shanghai' as unused,
  exists (select from access.second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "secondFactor",
  exists (select from access.linked_subject l where l.account_id = a.id) as linked,
  coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'place', g.place_id,
      'from', g.valid_from, 'to', g.valid_to, 'holding', g.holding_id, 'grantedBy', b.name, 'grantedAt', g.granted_at,
      'handedOnBy', d.name, 'reason', g.reason, 'covers', c.covers)
      order by g.valid_from desc, g.id desc)
    from access.grant g
    left join access.account b on b.id = g.granted_by
    left join access.grant o on o.office_id = g.office_id and o.id = g.handed_on_from
    left join access.account d on d.id = o.account_id
    left join counting c on c.id = g.id and a.closed_at is null
    where g.office_id = a.office_id and g.account_id = a.id), '[]') as held
from access.account a where a.office_id = $1 and ($4::uuid is null or a.id = $4) order by a.username`

/**
 * Every account of the office by user name, or the one named, its roles with the newest first, ended ones included, each with why it is
 * held and whether it counts today.
 */
export async function listAccounts(
  { database, roles, namePlaces, functions = {}, holdings }: ListParts,
  office: number,
  account: string | null = null,
): Promise<AccountWithRoles[]> {
  const day = today()
  const { rows } = await database.pool.query<Row>({
    text: listSql(functions),
    values: [office, day, addDays(day, -unusedAfterDays), account],
  })
  const all = rows.flatMap(({ held }) => held)
  const placeIds = distinct(all.map(({ place }) => place))
  const holdingIds = distinct(all.map(({ holding }) => holding))
  // Names alone are looked up, of just these places.
  const named = placeIds.length > 0 ? await namePlaces(database, { office, places: placeIds }) : []
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const held =
    holdings && holdingIds.length > 0 ? await holdings.named(database, office, holdingIds) : new Map()
  return rows.map(({ held: granted, ...one }) => ({
    ...one,
    roles: granted.map((grant) => ({
      id: grant.id,
      role: grant.role,
      words: roles[grant.role]?.words ?? text(grant.role, grant.role),
      place: grant.place === null ? null : { id: grant.place, name: names.get(grant.place) ?? '' },
      from: grant.from,
      to: grant.to,
      state: stateOn(day, grant),
      why: {
        granted: grant.handedOnBy === null ? { by: grant.grantedBy, at: grant.grantedAt } : null,
        holding:
          grant.holding === null ? null : (held.get(grant.holding) ?? { words: unknownHolding, to: null }),
        handedOn: grant.handedOnBy === null ? null : { by: grant.handedOnBy, reason: grant.reason },
      },
      covers: grant.covers ?? [],
    })),
  }))
}

const distinct = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]

const unknownHolding = text('（职务记录已不存在）', '(the record of the post is no longer there)')

/** `resting`: within its days, but what it rests on, its holding or the role that was handed on, does not count today. */
function stateOn(day: Day, { from, to, covers }: Held): GrantedRole['state'] {
  if (to !== null && to <= day) return 'ended'
  if (from > day) return 'coming'
  return covers === null ? 'resting' : 'in_force'
}
