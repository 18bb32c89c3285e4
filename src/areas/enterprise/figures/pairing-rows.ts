import { type Kysely, sql } from 'kysely'
import { inForce, noAmount, noDay, noLine } from '../../../platform/figures/row-columns.ts'
import { countable, defineRowSet, type Instants, type Relations } from '../../../platform/figures/row-set.ts'
import { membersOn } from '../../people/index.ts'
import type { Tables } from '../tables.generated.ts'
import { industries, postingKinds } from '../terms.ts'

type Seen = Pick<Tables, 'company_spell' | 'pairing_spell' | 'posting_spell'>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('enterprise')

const pairings = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('pairing_spell as p')
    .where('p.office_id', '=', at.office)
    .where(inForce('p', at.asOf))

const ofPairing = [
  'p.record_id',
  'p.place_id',
  noLine,
  noDay,
  'p.valid_from',
  'p.valid_to',
  noAmount,
  sql<string>`p.person_id::text`.as('key'),
  sql<null>`null::text`.as('kind'),
] as const

export const pairingsInForce = defineRowSet({
  id: 'enterprise.pairings_in_force',
  dated: 'asOf',
  record: 'enterprise.pairing',
  words: { zh: '与企业挂钩的人员', en: 'people paired with companies' },
  rows: (relations, at) => countable(pairings(relations, at).select([...ofPairing])),
})

export const memberPairingsInForce = defineRowSet({
  id: 'enterprise.member_pairings_in_force',
  dated: 'asOf',
  record: 'enterprise.pairing',
  words: {
    zh: '与企业挂钩、当日组织关系在本街道党组织的党员',
    en: 'people paired with companies who are Party members affiliated here on the day',
  },
  rows: (relations, at) =>
    countable(
      pairings(relations, at)
        .innerJoin(membersOn(relations, at).as('m'), (join) => join.onRef('m.person_id', '=', 'p.person_id'))
        .select([...ofPairing]),
    ),
})

const postingSet = (id: string, kinds: readonly string[], words: { zh: string; en: string }) =>
  defineRowSet({
    id,
    dated: 'asOf',
    record: 'enterprise.posting',
    words,
    kinds: postingKinds,
    rows: (relations, at) =>
      countable(
        tables(relations)
          .selectFrom('posting_spell as p')
          .where('p.office_id', '=', at.office)
          .where('p.kind', 'in', [...kinds])
          .where(inForce('p', at.asOf))
          .select([
            'p.record_id',
            'p.place_id',
            noLine,
            noDay,
            'p.valid_from',
            'p.valid_to',
            noAmount,
            sql<string>`p.person_id::text`.as('key'),
            'p.kind',
          ]),
      ),
  })

export const postingsInForce = postingSet('enterprise.postings_in_force', Object.keys(postingKinds), {
  zh: '向企业选派的党建指导员和联络员',
  en: 'instructors and liaisons sent to companies',
})
export const instructorsInForce = postingSet('enterprise.instructors_in_force', ['instructor'], {
  zh: '向企业选派的党建指导员',
  en: 'Party-building instructors sent to companies',
})

/** Companies on the list, by whether anybody is paired with them. */
const companySet = (id: string, paired: boolean, words: { zh: string; en: string }) =>
  defineRowSet({
    id,
    dated: 'asOf',
    record: 'enterprise.company',
    decidedBy: { record: 'enterprise.pairing', placeColumn: 'place_id' },
    words,
    kinds: industries,
    rows: (relations, at) =>
      countable(
        tables(relations)
          .selectFrom('company_spell as c')
          .where('c.office_id', '=', at.office)
          .where(inForce('c', at.asOf))
          .where((eb) => {
            const somebody = eb.exists(
              eb
                .selectFrom('pairing_spell as p')
                .whereRef('p.office_id', '=', 'c.office_id')
                .whereRef('p.company_id', '=', 'c.record_id')
                .where(inForce('p', at.asOf))
                .select(sql.lit(1).as('one')),
            )
            return paired ? somebody : eb.not(somebody)
          })
          .select([
            'c.record_id',
            'c.place_id',
            noLine,
            noDay,
            'c.valid_from',
            'c.valid_to',
            noAmount,
            sql<string>`c.record_id::text`.as('key'),
            'c.industry as kind',
          ]),
      ),
  })

export const companiesPaired = companySet('enterprise.companies_paired_in_force', true, {
  zh: '服务名录中至少有一人挂钩的企业',
  en: 'companies on the list with whom somebody is paired',
})
export const companiesWithNobody = companySet('enterprise.companies_with_nobody_in_force', false, {
  zh: '服务名录中没有人挂钩的企业',
  en: 'companies on the list with whom nobody is paired',
})
