import { type RawBuilder, sql } from 'kysely'
import { lastUse } from '../../../platform/personal/retention/keeping.ts'

/** Every company, and the day on which it left the list. */
export const companiesLeft = (office: number): RawBuilder<unknown> =>
  lastUse(
    sql`select record_id as id, valid_to as until from enterprise.company_spell where office_id = ${office}`,
  )

/** Every request, and the day on which it was closed for good. */
export const requestsClosed = (office: number): RawBuilder<unknown> =>
  lastUse(
    sql`select record_id as id, case when stage = 'open' then valid_to else valid_from end as until
      from enterprise.request_spell where office_id = ${office}`,
  )
