/** What other areas may use of this area where a browser runs it, and where a rule has to stay pure. */
export { type FoundedIn, type OrganisationKind, temporaryKinds } from './terms.ts'
