import { inForce } from '../../../platform/figures/row-columns.ts'
import type { Instants, Relations } from '../../../platform/figures/row-set.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Tables } from '../tables.generated.ts'

/** Party members on a day, by person: whose affiliation is in an organisation of the office. */
export const membersOn = (relations: Relations, at: Instants) =>
  relations<Pick<Tables, 'person_spell'>>('people')
    .selectFrom('person_spell as m')
    .where('m.office_id', '=', at.office)
    .where('m.branch_id', 'is not', null)
    .where(inForce('m', at.asOf))
    .select(['m.record_id as person_id', 'm.category'])

type SecretaryChange = { office_id: number; organisation_id: string; on_date: Day }

/**
 * Days of a period on which another person became secretary of a Party organisation: neither its first nor one who stays. Of the whole
 * office, whoever asks, and nobody is named.
 */
export const secretaryChanges = (relations: Relations, at: Instants) =>
  relations<{ secretary_change: SecretaryChange }>('people')
    .selectFrom('secretary_change as c')
    .where('c.office_id', '=', at.office)
    .where('c.on_date', '>=', at.from)
    .where('c.on_date', '<=', at.through)
    .select(['c.organisation_id', 'c.on_date'])
