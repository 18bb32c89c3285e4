import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Day } from '../../../platform/values/day.ts'

export type NamedLegalPerson = { readonly id: string; readonly name: string; readonly creditCode: string }

/** Legal persons by id, by the names that they bore on a day, else by their last. */
export async function legalPersonsById(
  reader: Reader<unknown>,
  ids: readonly string[],
  on: Day,
): Promise<ReadonlyMap<string, NamedLegalPerson>> {
  const schema = schemaOf('organisation', reader.known)
  const { rows } =
    await sql<NamedLegalPerson>`select distinct on (s.record_id) s.record_id as id, s.name, h.credit_code as "creditCode"
    from ${sql.table(`${schema}.legal_person_spell`)} s
    join ${sql.table(`${schema}.legal_person`)} h on h.office_id = s.office_id and h.id = s.record_id
    where s.office_id = ${reader.scope.office} and s.record_id = any(${[...new Set(ids)]}::uuid[])
    order by s.record_id, (s.valid_from <= ${on}) desc, s.valid_from desc`.execute(reader.db)
  return new Map(rows.map((row) => [row.id, row]))
}
