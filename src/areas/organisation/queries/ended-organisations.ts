import { type RawBuilder, sql } from 'kysely'
import { lastUse } from '../../../platform/personal/retention/keeping.ts'

/** Every Party organisation, and the day on which it ended. */
export const endedOrganisations = (office: number): RawBuilder<unknown> =>
  lastUse(
    sql`select record_id as id, valid_to as until from organisation.party_organisation_spell where office_id = ${office}`,
  )
