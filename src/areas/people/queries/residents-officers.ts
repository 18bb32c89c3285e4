import type { Reader } from '../../../platform/db/transaction.ts'
import type { ResidentsView } from '../residents-view-schema.ts'
import type { ResidentsOfficerRole } from '../terms.ts'
import { peopleTables } from './people-tables.ts'

/** Who runs a residents' election and who watches over its count and makes it, by duty and name. */
export async function residentsOfficers(
  reader: Reader<unknown>,
  election: string,
): Promise<ResidentsView['officers']> {
  const rows = await peopleTables(reader)
    .selectFrom('residents_officer_spell as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.office_id', '=', 's.office_id').onRef('p.id', '=', 's.person_id'),
    )
    .where('s.office_id', '=', reader.scope.office)
    .where('s.election_id', '=', election)
    .where('s.valid_to', 'is', null)
    .select(['s.record_id as id', 's.person_id as personId', 's.role', 'p.name', 'p.code'])
    .orderBy('s.role')
    .orderBy('p.name')
    .orderBy('s.record_id')
    .execute()
  return rows.map(({ id, personId, role, name, code }) => ({
    id,
    personId,
    name: name ?? code,
    role: role as ResidentsOfficerRole,
  }))
}
