import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../platform/values/day.ts'

/**
 * Completed years (周岁) on a day of who was born in the column `birth`, a year and month or a day. As `completedYears`: born on
 * 29 February, a year is completed on 28 February of a common year (Civil Code art. 202).
 */
export function completedYearsOf(birth: string, on: Expression<Day>): RawBuilder<bigint> {
  const born = sql`(${sql.ref(birth)} || left('-01', 10 - length(${sql.ref(birth)})))::date`
  const years = sql`(extract(year from ${on}) - extract(year from ${born}))::int`
  return sql<bigint>`(${years} - ((${born} + make_interval(years => ${years}))::date > ${on})::int)::bigint`
}

/** Education completed at junior college (大专) or above: 结业, 肄业 and studies that go on are not (domain S4). */
export const juniorCollegeOrAbove = ['11', '14', '21', '31'] as const
