import { type Kysely, sql } from 'kysely'
import type * as z from 'zod'
import type { Reader } from '../db/transaction.ts'
import type { changeSchema } from './contract.ts'

type Change = z.output<typeof changeSchema>

/** A change by its number, decimal text. */
export async function changeNumbered(reader: Reader<unknown>, change: string): Promise<Change | undefined> {
  const { rows } = await sql<Change>`select change_no::text as change, recorded_at as "recordedAt", kind,
      actor_name as actor, reason
    from platform.change where office_id = ${reader.scope.office} and change_no = ${change}::bigint`.execute(
    reader.db as Kysely<unknown>,
  )
  return rows[0]
}
