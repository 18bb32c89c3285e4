import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Day } from '../values/day.ts'

/** A spell in force on the day: `<` and `>` and no range operator, which row-level security would keep from the index. */
export function inForce(alias: string, day: Expression<Day>): RawBuilder<SqlBool> {
  const from = sql.ref(`${alias}.valid_from`)
  const to = sql.ref(`${alias}.valid_to`)
  return sql<SqlBool>`(${from} <= ${day} and (${to} is null or ${day} < ${to}))`
}

/** Columns of a countable row that a set of rows has no use for. */
export const noAmount = sql<null>`null::bigint`.as('amount')
export const noLine = sql<null>`null::uuid`.as('line_id')
export const noDay = sql<null>`null::date`.as('on_date')
