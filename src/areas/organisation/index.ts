/** What other areas and the program may use of this area. */
export { organisationArea } from './area.ts'
export { organisationProcedures } from './procedures/procedures.ts'
export { streetsAndCommunities } from './queries/streets-and-communities.ts'
