import { sql } from 'kysely'
import type { Reader } from '../../db/transaction.ts'

export type Period = {
  readonly purpose: string
  readonly months: number | null
  readonly basis: string
  readonly by: string
  readonly at: string
}

/** What the office ever set, newest first. */
export async function periodsSet({ db, scope }: Reader<unknown>): Promise<Period[]> {
  const { rows } =
    await sql<Period>`select purpose, months, basis, set_name as by, set_at as at from platform.retention_period
    where office_id = ${scope.office} order by purpose, set_no desc`.execute(
      db as Reader<Record<string, never>>['db'],
    )
  return rows
}

/** Purpose → months for which values are kept after it has run out; none where the office has set none, or withdrew it. */
export async function periodsInForce(reader: Reader<unknown>): Promise<ReadonlyMap<string, number>> {
  const newest = new Map<string, number | null>()
  for (const { purpose, months } of await periodsSet(reader))
    if (!newest.has(purpose)) newest.set(purpose, months)
  return new Map(
    [...newest].flatMap(([purpose, months]) => (months === null ? [] : [[purpose, months] as const])),
  )
}
