import type { Kysely } from 'kysely'
import type { Instants, Relations } from '../../../platform/figures/row-set.ts'
import type { Tables } from '../tables.generated.ts'
import { inForce } from '../../../platform/figures/row-columns.ts'

type Seen = Pick<Tables, 'party_organisation_spell' | 'place_spell'>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('organisation')

/**
 * The terms that community Party organisations are in on a day: the organisation, its seat, the day on which the term began, and the day
 * on which the one before began (null where none is recorded).
 */
export const communityTerms = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('party_organisation_spell as o')
    .where('o.office_id', '=', at.office)
    .where('o.founded_in', '=', 'community')
    .where('o.kind', 'in', ['611', '621', '631'])
    .where(inForce('o', at.asOf))
    .select((eb) => [
      'o.record_id as organisation_id',
      'o.seat_id',
      'o.term_from',
      eb
        .selectFrom('party_organisation_spell as p')
        .whereRef('p.office_id', '=', 'o.office_id')
        .whereRef('p.record_id', '=', 'o.record_id')
        .whereRef('p.term_from', '<', 'o.term_from')
        .select((max) => max.fn.max('p.term_from').as('began'))
        .as('previous_from'),
    ])

/** Communities in force on a day, by id. */
export const communities = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('place_spell as c')
    .where('c.office_id', '=', at.office)
    .where('c.kind', '=', 'community')
    .where(inForce('c', at.asOf))
    .select(['c.record_id as community_id', 'c.valid_from', 'c.valid_to'])

/** Organisations in force on a day, by id, with their type. */
export const organisationsOn = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('party_organisation_spell as o')
    .where('o.office_id', '=', at.office)
    .where(inForce('o', at.asOf))
    .select(['o.record_id as organisation_id', 'o.kind as organisation_kind', 'o.seat_id'])
