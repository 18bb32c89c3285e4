import type { GrantedRole } from './account-contract.ts'
import type { CoveringRole } from './list-accounts.ts'

/** A role as it is answered, without the places that it was resolved to. */
export function shownRole({ covers: _covers, ...role }: CoveringRole): GrantedRole {
  return role
}
