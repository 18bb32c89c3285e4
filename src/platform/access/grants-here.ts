import type { Scope } from '../db/scope.ts'
import type { AccountHere } from './account-contract.ts'
import { type CoveringRole, type ListParts, listAccounts } from './list-accounts.ts'
import { shownRole } from './shown-role.ts'

/**
 * The accounts whose roles count today in the places of a scope. Nothing of other roles, of who granted one, of what it goes with or why
 * somebody is away; a place that is more than the scope is not named.
 */
export async function grantsHere(parts: ListParts, { office, places }: Scope): Promise<AccountHere[]> {
  const accounts = await listAccounts(parts, office)
  const isHere = ({ covers, state }: CoveringRole) =>
    state === 'in_force' &&
    (places === 'all' || covers.some((place) => place === null || places.includes(place)))
  return accounts.flatMap(({ id, name, username, roles }) => {
    const here = roles.filter(isHere).map((role) => {
      const wider = role.place !== null && places !== 'all' && !places.includes(role.place.id)
      const handedOn = role.why.handedOn && { by: role.why.handedOn.by, reason: null }
      return {
        ...shownRole(role),
        place: wider ? null : role.place,
        wider,
        why: { granted: null, holding: null, handedOn },
      }
    })
    return here.length === 0 ? [] : [{ id, name, username, roles: here }]
  })
}
