/** What other areas and the program may use of this area. */
export { organisationArea } from './area.ts'
export { liesInPlaces } from './behaviours/lies-in-places.ts'
export { scopesOfPlaces } from './behaviours/scope-of-places.ts'
export { seatsOfOrganisations } from './behaviours/seats-of-organisations.ts'
export { communities, communityTerms, organisationsOn } from './figures/published.ts'
export { organisationProcedures } from './procedures/procedures.ts'
export { streetOf } from './queries/street.ts'
export { streetsAndCommunities } from './queries/streets-and-communities.ts'
