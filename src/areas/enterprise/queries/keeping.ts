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

/** Every online submission, and the day on which it was declined or the request that was made of it closed for good. */
export const submissionsDone = (office: number): RawBuilder<unknown> =>
  lastUse(
    sql`select s.record_id as id, case when s.stage = 'waiting' then s.valid_to else s.valid_from end as until
      from enterprise.submission_spell s where s.office_id = ${office}
        and not exists (select from enterprise.request r where r.office_id = s.office_id and r.submission_id = s.record_id)
      union all
      select r.submission_id, case when q.stage = 'open' then q.valid_to else q.valid_from end
      from enterprise.request r join enterprise.request_spell q on q.office_id = r.office_id and q.record_id = r.id
      where r.office_id = ${office} and r.submission_id is not null`,
  )
