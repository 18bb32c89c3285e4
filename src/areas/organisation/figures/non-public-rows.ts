import { type Kysely, sql } from 'kysely'
import { countable, defineRowSet, type Instants, type Relations } from '../../../platform/figures/row-set.ts'
import type { Tables } from '../tables.generated.ts'
import { organisationKinds } from '../terms.ts'
import { inForce, noAmount } from '../../../platform/figures/row-columns.ts'
import { groupKind } from './group-kind.ts'

type Seen = Pick<
  Tables,
  'party_organisation_event' | 'party_organisation_spell' | 'legal_person' | 'covered_unit_spell'
>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('organisation')

/** Events of a period, each with the spell that the organisation had then: the one that began that day, or that ended. */
const events = (relations: Relations, at: Instants, side: 'valid_from' | 'valid_to') =>
  tables(relations)
    .selectFrom('party_organisation_event as e')
    .innerJoin('party_organisation_spell as s', (join) =>
      join
        .onRef('s.office_id', '=', 'e.office_id')
        .onRef('s.record_id', '=', 'e.record_id')
        .onRef(`s.${side}`, '=', 'e.on_date'),
    )
    .where('e.office_id', '=', at.office)
    .where('e.on_date', '>=', at.from)
    .where('e.on_date', '<=', at.through)
    .where('s.kind', '<>', groupKind)

export const shellsDissolved = defineRowSet({
  id: 'organisation.non_public_shells_dissolved',
  dated: 'period',
  record: 'organisation.party_organisation',
  words: {
    zh: '以空壳党支部为由撤销的非公企业党组织（归并、合并的不在其内）',
    en: 'Party organisations of non-public enterprises dissolved as empty shells; absorbed and merged ones are not among them',
  },
  kinds: organisationKinds,
  onLine: true,
  rows: (relations, at) =>
    countable(
      events(relations, at, 'valid_to')
        .innerJoin('legal_person as u', (join) =>
          join.onRef('u.office_id', '=', 's.office_id').onRef('u.id', '=', 's.unit_id'),
        )
        .where('e.kind', '=', 'dissolved')
        .where('e.cause', '=', 'shell')
        .where('u.kind', '=', 'non_public')
        .select([
          'e.record_id',
          'e.place_id',
          's.parent_id as line_id',
          'e.on_date',
          sql<null>`null::date`.as('valid_from'),
          sql<null>`null::date`.as('valid_to'),
          noAmount,
          sql<string>`e.id::text`.as('key'),
          's.kind',
        ]),
    ),
})

/** How an organisation is formed when others are adjusted; one founded anew says itself that it was on that occasion. */
const formingKinds = ['jointly_established', 'founded_by_merger', 'reclassified'] as const

export const nonPublicFormed = defineRowSet({
  id: 'organisation.non_public_formed',
  dated: 'period',
  record: 'organisation.party_organisation',
  words: {
    zh: '由合并、联合组建、调整类型或在调整归并中新建而成、期末仍有效的非公企业党组织',
    en: 'Party organisations of non-public enterprises formed by a merger, jointly, by re-classification, or anew while others were adjusted, and in force at the end',
  },
  kinds: organisationKinds,
  onLine: true,
  rows: (relations, at) =>
    countable(
      events(relations, at, 'valid_from')
        .where((eb) =>
          eb.or([
            eb('e.kind', 'in', [...formingKinds]),
            eb.and([eb('e.kind', '=', 'established'), eb('e.occasion', '=', 'adjustment')]),
          ]),
        )
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('party_organisation_spell as l')
              .whereRef('l.office_id', '=', 'e.office_id')
              .whereRef('l.record_id', '=', 'e.record_id')
              .where(inForce('l', at.through))
              .select(sql.lit(1).as('one')),
          ),
        )
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('legal_person as u')
              .whereRef('u.office_id', '=', 's.office_id')
              .where('u.kind', '=', 'non_public')
              .where((or) =>
                or.or([
                  or('u.id', '=', or.ref('s.unit_id')),
                  or.exists(
                    or
                      .selectFrom('covered_unit_spell as c')
                      .whereRef('c.office_id', '=', 'u.office_id')
                      .whereRef('c.unit_id', '=', 'u.id')
                      .whereRef('c.organisation_id', '=', 's.record_id')
                      .where(inForce('c', at.through))
                      .select(sql.lit(1).as('one')),
                  ),
                ]),
              )
              .select(sql.lit(1).as('one')),
          ),
        )
        .select([
          'e.record_id',
          'e.place_id',
          'e.record_id as line_id',
          'e.on_date',
          sql<null>`null::date`.as('valid_from'),
          sql<null>`null::date`.as('valid_to'),
          noAmount,
          sql<string>`e.record_id::text`.as('key'),
          's.kind',
        ]),
    ),
})
