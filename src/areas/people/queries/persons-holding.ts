import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { Day } from '../../../platform/values/day.ts'

/** Who holds these posts on a day: ids of persons, within the reader's places. */
export async function personsHolding(
  reader: Reader<unknown>,
  holdings: readonly string[],
  on: Day,
): Promise<string[]> {
  if (holdings.length === 0) return []
  const of = (
    table: string,
  ) => sql`select person_id from ${sql.table(table)} where office_id = ${reader.scope.office}
    and record_id = any(${[...holdings]}::uuid[]) and valid_from <= ${on} and (valid_to is null or ${on} < valid_to)`
  const { rows } = await sql<{
    person_id: string
  }>`${of('people.community_post_spell')} union ${of('people.party_post_spell')} order by 1`.execute(
    reader.db,
  )
  return rows.map(({ person_id }) => person_id)
}
