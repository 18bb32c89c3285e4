/** What other areas and the program may use of this area. */
export { peopleArea } from './area.ts'
export { membersOn, secretaryChanges } from './figures/published.ts'
export { electionProcedures } from './procedures/election-procedures.ts'
export { peopleProcedures } from './procedures/procedures.ts'
export { residentsProcedures } from './procedures/residents/residents-procedures.ts'
export { livesOfPeople, type PersonLife } from './queries/lives-of-people.ts'
export { namesOfPeople } from './queries/names-of-people.ts'
export { organisationPeople } from './queries/organisation-people.ts'
export { personsHolding } from './queries/persons-holding.ts'
export { type PostHeld, postsHeld } from './queries/posts-held.ts'

/** The function of the database that tells who holds what where by a record of a post. */
export const holdingKey = 'people.holding_key'
