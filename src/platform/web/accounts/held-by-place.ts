import { groupBy } from '../pieces/group-by.ts'
import type { CatalogueRole, GrantedRole } from '../../access/account-contract.ts'

/** A role as the page shows it; `wider`: over a place that is more than the person sees, which is not named. */
export type HeldRole = GrantedRole & { readonly wider?: boolean }
export type Holder = {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly closedAt?: string | null
  readonly roles: readonly HeldRole[]
}
export type Held = { readonly account: Holder; readonly role: HeldRole }
/** `place` null: the whole office, or what is wider. */
export type HeldAtPlace = {
  readonly place: GrantedRole['place']
  readonly wider: boolean
  readonly held: readonly Held[]
}

/** What is asked for: a part of the name or user name, a role, and something that the role permits; empty asks for all. */
export type Asked = { readonly find: string; readonly role: string; readonly permission: string }

/**
 * The roles that count or will, and those that rest, by place: the whole office first, then by the place's name; within it by role and
 * person. Of a closed account nothing counts.
 */
export function heldByPlace(
  accounts: readonly Holder[],
  roles: readonly CatalogueRole[],
  { find, role: asked, permission }: Asked,
): HeldAtPlace[] {
  const wanted = find.trim().toLowerCase()
  const permits = new Set(
    roles.filter(({ permissions }) => permissions.some(({ id }) => id === permission)).map(({ id }) => id),
  )
  const held = accounts
    .filter(({ closedAt }) => (closedAt ?? null) === null)
    .filter(({ name, username }) => `${name} ${username}`.toLowerCase().includes(wanted))
    .flatMap((account) => account.roles.map((role) => ({ account, role })))
    .filter(({ role }) => role.state !== 'ended')
    .filter(({ role }) => asked === '' || role.role === asked)
    .filter(({ role }) => permission === '' || permits.has(role.role))
  const groups = groupBy(held, ({ role }) => (role.wider ? 'wider' : (role.place?.id ?? 'office')))
  return [...groups.values()]
    .map((group) => ({
      place: group[0]?.role.place ?? null,
      wider: group[0]?.role.wider ?? false,
      held: [...group].sort(
        (a, b) =>
          a.role.role.localeCompare(b.role.role) || a.account.name.localeCompare(b.account.name, 'zh'),
      ),
    }))
    .sort(
      (a, b) =>
        Number(a.place !== null) - Number(b.place !== null) ||
        Number(a.wider) - Number(b.wider) ||
        (a.place?.name ?? '').localeCompare(b.place?.name ?? '', 'zh'),
    )
}
