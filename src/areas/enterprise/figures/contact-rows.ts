import { type Kysely, sql } from 'kysely'
import { noAmount, noLine } from '../../../platform/figures/row-columns.ts'
import { countable, defineRowSet, type Relations } from '../../../platform/figures/row-set.ts'
import type { Tables } from '../tables.generated.ts'
import { contactWays } from '../terms.ts'

type Seen = Pick<Tables, 'contact_event' | 'contact_spell'>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('enterprise')

/** A contact counts where the company was on its day. */
const contactSet = (id: string, key: 'e.id' | 's.company_id', words: { zh: string; en: string }) =>
  defineRowSet({
    id,
    dated: 'period',
    record: 'enterprise.contact',
    words,
    kinds: contactWays,
    rows: (relations, at) =>
      countable(
        tables(relations)
          .selectFrom('contact_event as e')
          .innerJoin('contact_spell as s', (join) =>
            join
              .onRef('s.office_id', '=', 'e.office_id')
              .onRef('s.record_id', '=', 'e.record_id')
              .onRef('s.valid_from', '=', 'e.on_date'),
          )
          .where('e.office_id', '=', at.office)
          .where('e.on_date', '>=', at.from)
          .where('e.on_date', '<=', at.through)
          .select([
            'e.record_id',
            's.place_id',
            noLine,
            'e.on_date',
            sql<null>`null::date`.as('valid_from'),
            sql<null>`null::date`.as('valid_to'),
            noAmount,
            sql<string>`${sql.ref(key)}::text`.as('key'),
            's.way as kind',
          ]),
      ),
  })

export const contactsMade = contactSet('enterprise.contacts_made', 'e.id', {
  zh: '与企业的联系',
  en: 'contacts with companies',
})
export const companiesContacted = contactSet('enterprise.companies_contacted', 's.company_id', {
  zh: '联系过的企业',
  en: 'companies contacted',
})
