import type { Database } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import { text } from '../text.ts'
import { type Day, today } from '../values/day.ts'
import type { GrantedRole, ListedAccount } from './account-contract.ts'
import type { Roles } from './role.ts'

/** The names of the places of a scope; the area that owns places gives them. */
export type NamePlaces = (
  database: Database,
  scope: Scope,
) => Promise<readonly { id: string; name: string }[]>

type Held = { id: string; role: string; place: string | null; from: Day; to: Day | null }
type Row = Omit<ListedAccount, 'roles'> & { readonly held: readonly Held[] }

const listSql = `
select a.id, a.username, a.name, a.published, a.must_change_password as "mustChangePassword",
  a.last_signed_in_at as "lastSignIn",
  exists (select from access.second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "secondFactor",
  exists (select from access.linked_subject l where l.account_id = a.id) as linked,
  coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'place', g.place_id,
      'from', g.valid_from, 'to', g.valid_to) order by g.valid_from desc, g.id desc)
    from access.grant g where g.office_id = a.office_id and g.account_id = a.id), '[]') as held
from access.account a where a.office_id = $1 order by a.username`

/** Every account of the office by user name, its roles with the newest first, ended ones included. */
export async function listAccounts(
  database: Database,
  office: number,
  roles: Roles,
  namePlaces: NamePlaces,
): Promise<ListedAccount[]> {
  const { rows } = await database.pool.query<Row>({ name: 'accounts', text: listSql, values: [office] })
  const ids = rows.flatMap(({ held }) => held.map(({ place }) => place)).filter((id) => id !== null)
  // Names alone are looked up, of just these places.
  const named = ids.length > 0 ? await namePlaces(database, { office, places: [...new Set(ids)] }) : []
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const day = today()
  return rows.map(({ held, ...account }) => ({
    ...account,
    roles: held.map(({ id, role, place, from, to }) => ({
      id,
      role,
      words: roles[role]?.words ?? text(role, role),
      place: place === null ? null : { id: place, name: names.get(place) ?? '' },
      from,
      to,
      state: stateOn(day, from, to),
    })),
  }))
}

function stateOn(day: Day, from: Day, to: Day | null): GrantedRole['state'] {
  if (to !== null && to <= day) return 'ended'
  return from > day ? 'coming' : 'in_force'
}
