import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Day } from '../../../platform/values/day.ts'

type Row = { company: string; day: Day }

/** The first day of a contact with each company, or of a request of it, as far as the reader sees. */
export async function firstServed(
  reader: Reader<unknown>,
  companies: readonly string[],
): Promise<ReadonlyMap<string, Day>> {
  const of = (name: string) => sql`select company_id, valid_from
    from ${sql.table(`${schemaOf('enterprise', reader.known)}.${name}_spell`)}
    where office_id = ${reader.scope.office} and company_id = any(${companies}::uuid[])`
  const { rows } = await sql<Row>`select company_id as company, min(valid_from) as day
    from (${of('contact')} union all ${of('request')}) s group by company_id`.execute(reader.db)
  return new Map(rows.map(({ company, day }) => [company, day]))
}
