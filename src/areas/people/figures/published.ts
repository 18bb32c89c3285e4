import { inForce } from '../../../platform/figures/row-columns.ts'
import type { Instants, Relations } from '../../../platform/figures/row-set.ts'
import type { Tables } from '../tables.generated.ts'

/** Party members on a day, by person: whose affiliation is in an organisation of the office. */
export const membersOn = (relations: Relations, at: Instants) =>
  relations<Pick<Tables, 'person_spell'>>('people')
    .selectFrom('person_spell as m')
    .where('m.office_id', '=', at.office)
    .where('m.branch_id', 'is not', null)
    .where(inForce('m', at.asOf))
    .select(['m.record_id as person_id', 'm.category'])
