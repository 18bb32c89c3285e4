/** What other areas and the program may use of this area. */
export { peopleArea } from './area.ts'
export { electionProcedures } from './procedures/election-procedures.ts'
export { peopleProcedures } from './procedures/procedures.ts'
export { residentsProcedures } from './procedures/residents/residents-procedures.ts'
