import { type RawBuilder, sql } from 'kysely'
import type { Text } from '../../text.ts'

/** From which day the keeping of records for a purpose begins to run out. */
export type Keeping = {
  /** What day that is, to a person. */
  readonly from: Text
  /**
   * `id` and `since` of each record of an office that the purpose ever served: the day since which it serves it no more, null while it still
   * does. Reads the current tables of the area.
   */
  readonly rows: (office: number) => RawBuilder<unknown>
}

/** Of `uses` (id, until: the first day without it, null while it lasts): the end of the last use of each, null while one lasts. */
export const lastUse = (uses: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select id, case when bool_or(until is null) then null else max(until) end as since from (${uses}) uses group by id`
