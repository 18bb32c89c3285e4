import { type Kysely, sql } from 'kysely'
import { countable, defineRowSet, type Instants, type Relations } from '../../figures/row-set.ts'
import { text } from '../../text.ts'
import type { Day } from '../../values/day.ts'
import { type HolderTables, holdersInForce } from './alpha.ts'
import { holderKinds } from './alpha-records.ts'

export type PaymentTables = {
  payment_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    holder_id: string
    amount: bigint
  }
  payment_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    kind: string
    holder_id: string
    amount: bigint
  }
}
const payments = (relations: Relations): Kysely<PaymentTables> => relations<PaymentTables>('beta')

/** Joined with what the other area publishes: the payment lies where its holder stands on the day. */
const standing = (relations: Relations, at: Instants) =>
  payments(relations)
    .selectFrom('payment_spell as p')
    .innerJoin(holdersInForce.rows(relations, at).as('h'), (join) =>
      join.onRef('h.record_id', '=', 'p.holder_id'),
    )
    .where('p.office_id', '=', at.office)
    .where('p.valid_from', '<=', at.asOf)
    .where((eb) => eb.or([eb('p.valid_to', 'is', null), eb('p.valid_to', '>', at.asOf)]))

export const paymentsStanding = defineRowSet({
  id: 'beta.payments_standing',
  dated: 'asOf',
  record: 'beta.payment',
  words: text('在册持有人的未收回款项', 'payments standing with holders on the register'),
  kinds: holderKinds,
  onLine: true,
  rows: (relations, at) =>
    countable(
      standing(relations, at).select([
        'p.record_id',
        'h.place_id',
        'h.line_id',
        sql<null>`null::date`.as('on_date'),
        'p.valid_from',
        'p.valid_to',
        'p.amount',
        sql<string>`p.holder_id::text`.as('key'),
        'h.kind',
      ]),
    ),
})

export const holdersWithPayment = defineRowSet({
  id: 'beta.holders_with_payment',
  dated: 'asOf',
  record: 'alpha.holder',
  words: text('有未收回款项的在册持有人', 'holders on the register with a payment standing'),
  rows: (relations, at) =>
    countable(
      standing(relations, at).select([
        'h.record_id',
        'h.place_id',
        'h.line_id',
        sql<null>`null::date`.as('on_date'),
        'h.valid_from',
        'h.valid_to',
        sql<null>`null::bigint`.as('amount'),
        'h.key',
        'h.kind',
      ]),
    ),
})

const eventSet = (id: string, kind: 'paid' | 'taken_back', words: { zh: string; en: string }) =>
  defineRowSet({
    id,
    dated: 'period',
    record: 'beta.payment',
    words,
    dimensions: {
      holder: {
        label: text('持有人', 'Holder'),
        record: 'alpha.holder',
        none: text('没有持有人', 'No holder'),
        of: () => sql<string>`r.key::uuid`,
      },
    },
    rows: (relations, at) =>
      countable(
        payments(relations)
          .selectFrom('payment_event as e')
          .innerJoin(
            relations<HolderTables>('alpha').selectFrom('holder_spell').selectAll().as('h'),
            (join) => join.onRef('h.office_id', '=', 'e.office_id').onRef('h.record_id', '=', 'e.holder_id'),
          )
          .whereRef('h.valid_from', '<=', 'e.on_date')
          .where((eb) => eb.or([eb('h.valid_to', 'is', null), eb('h.valid_to', '>', eb.ref('e.on_date'))]))
          .where('e.office_id', '=', at.office)
          .where('e.kind', '=', kind)
          .where('e.on_date', '>=', at.from)
          .where('e.on_date', '<=', at.through)
          .select([
            'e.record_id',
            'h.site_id as place_id',
            sql<null>`null::uuid`.as('line_id'),
            'e.on_date',
            sql<null>`null::date`.as('valid_from'),
            sql<null>`null::date`.as('valid_to'),
            'e.amount',
            sql<string>`e.holder_id::text`.as('key'),
            sql<null>`null::text`.as('kind'),
          ]),
      ),
  })

export const paymentsMade = eventSet('beta.payments_made', 'paid', text('支付的款项', 'payments made'))
export const paymentsTakenBack = eventSet(
  'beta.payments_taken_back',
  'taken_back',
  text('收回的款项', 'payments taken back'),
)
