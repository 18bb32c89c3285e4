import { type Kysely, sql } from 'kysely'
import { inForce, noAmount, noDay, noLine } from '../../../platform/figures/row-columns.ts'
import { countable, defineRowSet, type Relations } from '../../../platform/figures/row-set.ts'
import type { Tables } from '../tables.generated.ts'
import { industries, scaleKinds } from '../terms.ts'

type Seen = Pick<Tables, 'company_spell' | 'scale_listing_spell'>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('enterprise')

export const companiesInForce = defineRowSet({
  id: 'enterprise.companies_in_force',
  dated: 'asOf',
  record: 'enterprise.company',
  words: { zh: '列入服务名录的企业', en: 'companies on the list of those served' },
  kinds: industries,
  rows: (relations, at) =>
    countable(
      tables(relations)
        .selectFrom('company_spell as c')
        .where('c.office_id', '=', at.office)
        .where(inForce('c', at.asOf))
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

export const scaleListingsInForce = defineRowSet({
  id: 'enterprise.scale_listings_in_force',
  dated: 'asOf',
  record: 'enterprise.scale_listing',
  words: { zh: '在统计名录中的规上（限上）企业', en: 'companies in the statistics register as above scale' },
  kinds: scaleKinds,
  rows: (relations, at) =>
    countable(
      tables(relations)
        .selectFrom('scale_listing_spell as s')
        .where('s.office_id', '=', at.office)
        .where(inForce('s', at.asOf))
        .select([
          's.record_id',
          's.place_id',
          noLine,
          noDay,
          's.valid_from',
          's.valid_to',
          noAmount,
          sql<string>`s.company_id::text`.as('key'),
          's.kind',
        ]),
    ),
})
