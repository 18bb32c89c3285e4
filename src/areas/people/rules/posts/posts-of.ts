import type { OrganisationKind } from '../../../organisation/index.ts'
import type { PartyPost } from '../../terms.ts'

const committee = ['secretary', 'deputy_secretary', 'member'] as const satisfies readonly PartyPost[]

/** Posts by which a person sits in an organisation's committee, its secretary and deputies among them. */
export const committeePosts: readonly PartyPost[] = committee

/** Which posts an organisation of each kind has. */
export const postsOf: Readonly<Record<OrganisationKind, readonly PartyPost[]>> = {
  '610': committee,
  '611': committee,
  '621': committee,
  '631': committee,
  '632': committee,
  '641': ['group_leader'],
  '911': committee,
  '921': committee,
  '931': committee,
  '932': committee,
}
