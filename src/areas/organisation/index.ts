/** What other areas and the program may use of this area. */
export { organisationArea } from './area.ts'
export { organisationContract } from './contract.ts'
export { organisationProcedures } from './procedures/procedures.ts'
export {
  communityOrganisationsInForce,
  compoundsInForce,
  organisationsInForce,
  stairwellsInForce,
} from './figures/row-sets.ts'
