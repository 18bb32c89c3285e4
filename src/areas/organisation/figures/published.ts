import { type Expression, type Kysely, sql } from 'kysely'
import type { Instants, Relations } from '../../../platform/figures/row-set.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Tables } from '../tables.generated.ts'
import { inForce } from '../../../platform/figures/row-columns.ts'

type Seen = Pick<Tables, 'party_organisation_spell' | 'party_organisation_event' | 'place_spell'>
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

/**
 * Every term that an organisation ever had, once, as its last spell in it says: what it was, from when and for how many years (null where
 * no length is recorded); when the next one began, and the number of the document of that act.
 */
export const organisationTerms = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('party_organisation_spell as o')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('party_organisation_spell as n')
          .leftJoin('party_organisation_event as e', (join) =>
            join
              .onRef('e.office_id', '=', 'n.office_id')
              .onRef('e.record_id', '=', 'n.record_id')
              .onRef('e.on_date', '=', 'n.valid_from')
              .on('e.kind', '=', 'term_began'),
          )
          .whereRef('n.office_id', '=', 'o.office_id')
          .whereRef('n.record_id', '=', 'o.record_id')
          .whereRef('n.term_from', '>', 'o.term_from')
          .orderBy('n.term_from')
          .orderBy('n.valid_from')
          .orderBy('e.seq', 'desc')
          .limit(1)
          .select(['n.term_from', 'e.document_no'])
          .as('next'),
      (join) => join.onTrue(),
    )
    .where('o.office_id', '=', at.office)
    .where('o.term_from', 'is not', null)
    .distinctOn(['o.record_id', 'o.term_from'])
    .orderBy('o.record_id')
    .orderBy('o.term_from')
    .orderBy('o.valid_from', 'desc')
    .select([
      'o.record_id as organisation_id',
      'o.kind',
      'o.founded_in',
      'o.term_from',
      'o.term_years',
      'next.term_from as next_from',
      'next.document_no as next_document',
    ])

/** The times in which places were communities, as far as they reach into the period. */
export const communitySpells = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('place_spell as c')
    .where('c.office_id', '=', at.office)
    .where('c.kind', '=', 'community')
    .where('c.valid_from', '<=', at.through)
    .where((eb) => eb.or([eb('c.valid_to', 'is', null), eb('c.valid_to', '>', at.from)]))
    .select(['c.record_id as community_id', 'c.valid_from', 'c.valid_to'])

/** Legal persons that are operating on a day, by id. */
export const operatingUnits = (relations: Relations, at: Instants) =>
  relations<Pick<Tables, 'legal_person_spell'>>('organisation')
    .selectFrom('legal_person_spell as u')
    .where('u.office_id', '=', at.office)
    .where('u.state', '=', 'operating')
    .where(inForce('u', at.asOf))
    .select('u.record_id as unit_id')

type UnitCoverage = { office_id: number; unit_id: string; way: string; valid_from: Day; valid_to: Day | null }

/**
 * Units that a Party organisation of their own, or a joint one, covers on a day, with the way. Of the whole office, whoever asks: the
 * organisation may lie outside the reader's places, and a unit that it covers is covered all the same.
 */
export const unitsCovered = (relations: Relations, at: Instants) =>
  relations<{ unit_coverage: UnitCoverage }>('organisation')
    .selectFrom('unit_coverage as v')
    .where('v.office_id', '=', at.office)
    .where(inForce('v', at.asOf))
    .select(['v.unit_id', 'v.way'])

/** The subdistrict itself, on a day: where what is the whole office's counts. */
export const streets = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('place_spell as r')
    .where('r.office_id', '=', at.office)
    .where('r.kind', '=', 'street')
    .where(inForce('r', at.asOf))
    .select('r.record_id as street_id')

/**
 * The places that a place lies in on a day, itself among them: each with how far down it lies. By path and not by record, so that
 * one that was re-homed is still found where it lay.
 */
export const placesAround = (
  relations: Relations,
  at: Pick<Instants, 'office'>,
  place: Expression<string>,
  day: Expression<Day>,
) =>
  tables(relations)
    .selectFrom('place_spell as p')
    .innerJoinLateral(
      sql<{ path: string }>`(select left(p.path, n) as path from generate_series(2, length(p.path)) n
        where substr(p.path, n, 1) = '/')`.as('upon'),
      (join) => join.onTrue(),
    )
    .innerJoin('place_spell as a', (join) =>
      join.onRef('a.office_id', '=', 'p.office_id').onRef('a.path', '=', 'upon.path').on(inForce('a', day)),
    )
    .where('p.office_id', '=', at.office)
    .where('p.record_id', '=', place)
    .where(inForce('p', day))
    .select(['a.record_id as place_id', sql<number>`length(a.path)`.as('depth')])

type OrganisationAct = { office_id: number; organisation_id: string; kind: string; on_date: Day }
type OrganisationUnit = {
  office_id: number
  organisation_id: string
  unit_id: string
  valid_from: Day
  valid_to: Day | null
}

/** What Party organisations went through in a period, by the kinds of their acts. Of the whole office, as {@link unitsCovered}. */
export const organisationActs = (relations: Relations, at: Instants) =>
  relations<{ organisation_act: OrganisationAct }>('organisation')
    .selectFrom('organisation_act as a')
    .where('a.office_id', '=', at.office)
    .where('a.on_date', '>=', at.from)
    .where('a.on_date', '<=', at.through)
    .select(['a.organisation_id', 'a.kind', 'a.on_date'])

/** The units in which Party organisations are, or which joint ones have, with the days. Of the whole office, as {@link unitsCovered}. */
export const organisationUnits = (relations: Relations, at: Instants) =>
  relations<{ organisation_unit: OrganisationUnit }>('organisation')
    .selectFrom('organisation_unit as u')
    .where('u.office_id', '=', at.office)
    .select(['u.organisation_id', 'u.unit_id', 'u.valid_from', 'u.valid_to'])
