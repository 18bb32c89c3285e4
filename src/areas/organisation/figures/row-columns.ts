import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Day } from '../../../platform/values/day.ts'

/** In force on the day: `<` and `>` and no range operator, which row-level security would keep from the index. */
export function inForce(alias: string, day: Expression<Day>): RawBuilder<SqlBool> {
  const from = sql.ref(`${alias}.valid_from`)
  const to = sql.ref(`${alias}.valid_to`)
  return sql<SqlBool>`(${from} <= ${day} and (${to} is null or ${day} < ${to}))`
}

export const noAmount = sql<null>`null::bigint`.as('amount')
export const noLine = sql<null>`null::uuid`.as('line_id')

/** A stairwell group is no level of Party organisation: it is counted apart. */
export const groupKind = '641'
