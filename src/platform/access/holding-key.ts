import type { Pool } from 'pg'
import type { Day } from '../values/day.ts'
import type { AreaFunctions } from './counting-grants.ts'

/** Who holds what where by a holding on a day, as one text; null where it is not in force, or there is none. */
export async function holdingKey(
  pool: Pool,
  functions: AreaFunctions,
  office: number,
  holding: string,
  on: Day,
): Promise<string | null> {
  if (functions.holdingKey === undefined) return null
  const { rows } = await pool.query<{ key: string | null }>(
    `select ${functions.holdingKey}($1, $2, $3) as key`,
    [office, holding, on],
  )
  return rows[0]?.key ?? null
}
