import type { Scope } from '../db/scope.ts'
import { roleInEvents, type Roles } from './role.ts'

/** Who is asking, and what they may do today. Read anew for each request, so what is revoked counts from the next one. */
export type Caller = {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly office: number
  /** The roles that are held today, as events name them: of one that was handed on also by whom. */
  readonly roles: readonly string[]
  /** Every permission that is held somewhere. */
  readonly permissions: ReadonlySet<string>
  /** Every place of any role. A procedure reads only within {@link Caller.scopeOf} its own permission. */
  readonly scope: Scope
  /** The places where this permission is held: a role over one place lends nothing to a role over another. */
  scopeOf(permission: string): Scope
  readonly mustChangePassword: boolean
  /** The office asks this account for a second factor, whatever a provider saw of it. */
  readonly secondFactorAsked: boolean
  /** It is asked for in this session: the provider that began it did not see two. */
  readonly secondFactorRequired: boolean
  /** The account has one. */
  readonly secondFactor: boolean
  /** Seconds since the person last proved to be themselves; 0 for a demo account, whose password proves nothing. */
  readonly provenAgo: number
  readonly demo: boolean
}

/** A role over a place, or over the whole office where `place` is null; `from` is the user name of whoever handed it on. */
export type HeldRole = { readonly role: string; readonly place: string | null; readonly from?: string | null }

export type Account = Pick<
  Caller,
  | 'id'
  | 'name'
  | 'username'
  | 'office'
  | 'mustChangePassword'
  | 'secondFactorAsked'
  | 'secondFactorRequired'
  | 'secondFactor'
  | 'provenAgo'
  | 'demo'
>

/** Resolves roles to permissions and places. A role that the dictionary does not know gives nothing. */
export function makeCaller(account: Account, held: readonly HeldRole[], roles: Roles): Caller {
  const known = held.filter(({ role }) => Object.hasOwn(roles, role))
  const scopeWhere = (counts: (role: string) => boolean): Scope => {
    const places = known.filter(({ role }) => counts(role)).map(({ place }) => place)
    const listed = [...new Set(places.filter((place) => place !== null))]
    return { office: account.office, places: places.includes(null) ? 'all' : listed }
  }
  const permissionsOf = (role: string) => roles[role]?.permissions ?? []
  return {
    ...account,
    roles: [...new Set(known.map(roleInEvents))].sort(),
    permissions: new Set(known.flatMap(({ role }) => permissionsOf(role))),
    scope: scopeWhere(() => true),
    scopeOf: (permission) => scopeWhere((role) => permissionsOf(role).includes(permission)),
  }
}
