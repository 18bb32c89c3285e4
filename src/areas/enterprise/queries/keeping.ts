import { type RawBuilder, sql } from 'kysely'
import { lastUse } from '../../../platform/personal/retention/keeping.ts'

/** Every company, and the day on which it left the list. */
export const companiesLeft = (office: number): RawBuilder<unknown> =>
  lastUse(
    sql`select record_id as id, valid_to as until from enterprise.company_spell where office_id = ${office}`,
  )
