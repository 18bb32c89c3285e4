/** What other areas and the program may use of this area. */
export { organisationArea } from './area.ts'
export { liesInItsPlace, liesInTheStreet } from './behaviours/lies-in-its-place.ts'
export { liesInPlaces } from './behaviours/lies-in-places.ts'
export { scopesOfPlaces } from './behaviours/scope-of-places.ts'
export { seatsOfOrganisations } from './behaviours/seats-of-organisations.ts'
export {
  communities,
  communitySpells,
  communityTerms,
  operatingUnits,
  organisationActs,
  organisationsOn,
  organisationTerms,
  organisationUnits,
  streets,
  unitsCovered,
} from './figures/published.ts'
export { branchesOfUnits } from './queries/branches-of-units.ts'
export { organisationProcedures } from './procedures/procedures.ts'
export { creditCodeField } from './ledgers/credit-code-field.ts'
export { type Community, communitiesBelow } from './queries/communities-below.ts'
export { type CommunityTerm, communityTermsBelow } from './queries/community-terms-below.ts'
export { legalPersonsById } from './queries/legal-persons-by-id.ts'
export { livesOfOrganisations, type OrganisationLife } from './queries/lives-of-organisations.ts'
export { namesOfPlaces } from './queries/names-of-places.ts'
export { type PlaceInTree, placesById } from './queries/places-by-id.ts'
export { placesBelow } from './queries/places-below.ts'
export { nonPublicUnits } from './queries/non-public-units.ts'
export { streetOf } from './queries/street.ts'
export { streetsAndCommunities } from './queries/streets-and-communities.ts'
export { type OrganisationTerm, termsBelow } from './queries/terms-below.ts'
export { unitsNotOperating } from './queries/units-not-operating.ts'
export { temporaryKinds } from './rules/temporary-kinds.ts'
export { type FoundedIn, foundedIn, type OrganisationKind, organisationKinds } from './terms.ts'

/** The function of the database that tells which places a role over a place covers. */
export const scopeWithin = 'organisation.scope_within'
