import type { Database } from '../../../platform/db/database.ts'
import type { Hierarchy } from '../../../platform/figures/hierarchy.ts'
import { driveProcedures } from './drive-procedures.ts'
import { zoneProcedures } from './zone-procedures.ts'

export const enterpriseProcedures = (database: Database, place: Hierarchy) => ({
  ...driveProcedures(database, place),
  ...zoneProcedures(database, place),
})
