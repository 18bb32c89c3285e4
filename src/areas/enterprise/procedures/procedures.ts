import type { Database } from '../../../platform/db/database.ts'
import type { Hierarchy } from '../../../platform/figures/hierarchy.ts'
import { zoneProcedures } from './zone-procedures.ts'

export const enterpriseProcedures = (database: Database, place: Hierarchy) => ({
  ...zoneProcedures(database, place),
})
