/** What other areas and the program may use of this area. */
export { enterpriseArea } from './area.ts'
export { enterpriseProcedures } from './procedures/procedures.ts'
export { publicRequestsProcedures } from './procedures/public-requests.ts'
export { requestProcedures } from './procedures/request-procedures.ts'
