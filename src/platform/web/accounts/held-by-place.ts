import type { GrantedRole, ListedAccount } from '../../access/account-contract.ts'

export type Held = { readonly account: ListedAccount; readonly role: GrantedRole }
/** `place` null: the whole office. */
export type HeldAtPlace = { readonly place: GrantedRole['place']; readonly held: readonly Held[] }

/**
 * The roles that are in force or will be, by place: the whole office first, then by the place's name; within it by role and person.
 * `find` leaves those whose name or user name holds it.
 */
export function heldByPlace(accounts: readonly ListedAccount[], find: string): HeldAtPlace[] {
  const wanted = find.trim().toLowerCase()
  const held = accounts
    .filter(({ name, username }) => `${name} ${username}`.toLowerCase().includes(wanted))
    .flatMap((account) => account.roles.map((role) => ({ account, role })))
    .filter(({ role }) => role.state !== 'ended')
  const places = new Map(held.map(({ role }) => [role.place?.id ?? null, role.place]))
  const byName = (a: GrantedRole['place'], b: GrantedRole['place']) =>
    a === null || b === null ? Number(a !== null) - Number(b !== null) : a.name.localeCompare(b.name, 'zh')
  return [...places.values()].sort(byName).map((place) => ({
    place,
    held: held
      .filter(({ role }) => (role.place?.id ?? null) === (place?.id ?? null))
      .sort(
        (a, b) =>
          a.role.role.localeCompare(b.role.role) || a.account.name.localeCompare(b.account.name, 'zh'),
      ),
  }))
}
