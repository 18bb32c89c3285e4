import type { Instants, Relations } from '../../../platform/figures/row-set.ts'
import type { Day } from '../../../platform/values/day.ts'

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
