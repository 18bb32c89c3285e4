import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { ElectionView } from '../election-view-schema.ts'

/** The scrutineers and tellers of an election, by name. */
export async function officersOf(
  reader: Reader<unknown>,
  election: string,
): Promise<ElectionView['officers']> {
  const table = (name: string) => sql.table(`${schemaOf('people', reader.known)}.${name}`)
  const { rows } = await sql<
    ElectionView['officers'][number]
  >`select s.record_id as id, s.person_id as "personId",
      coalesce(p.name, p.code) as name, s.role
    from ${table('election_officer_spell')} s
    join ${table('person')} p on p.office_id = s.office_id and p.id = s.person_id
    where s.office_id = ${reader.scope.office} and s.election_id = ${election} and s.valid_to is null
    order by s.role, name, s.record_id`.execute(reader.db)
  return rows
}
