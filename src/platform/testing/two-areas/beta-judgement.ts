import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../db/transaction.ts'
import { schemaOf } from '../../figures/hierarchy.ts'
import type { Judged, RecordJudgement } from '../../records/behaviour.ts'
import { defineRule } from '../../rules/rule.ts'
import { text } from '../../text.ts'
import { inForce, type Spell, spell } from '../../values/spell.ts'
import type { PaymentTables } from './beta-rows.ts'

type Payments = readonly Spell[]
const most = 2

/** A holder has few payments standing at once: alpha, which has the holders, knows of no payment. */
const fewPayments = defineRule<Judged<Payments>>({
  id: 'R-X2-01',
  name: text('同时未收回的款项不宜过多', 'Few payments stand at once'),
  basis: text('某办法第二条', 'Some measure, art. 2'),
  source: 'instrument',
  inForce: spell('2018-03-01', null),
  weight: 'warn',
  judges: 'state',
  check: ({ facts }, on) => {
    const standing = facts.filter((payment) => inForce(payment, on)).length
    return standing > most ? [{ message: text(`${standing}笔`, `${standing} payments`) }] : []
  },
})

async function paymentsOf(
  reader: Reader<unknown>,
  judged: readonly Pick<Judged, 'id'>[],
): Promise<ReadonlyMap<string, Payments>> {
  const ids = judged.map(({ id }) => id)
  const rows = await (reader.db as Kysely<PaymentTables>)
    .withSchema(schemaOf('beta', reader.known))
    .selectFrom('payment_spell')
    .where('office_id', '=', reader.scope.office)
    .where(sql<boolean>`holder_id = any(${ids}::uuid[])`)
    .select(['holder_id', 'valid_from as from', 'valid_to as to'])
    .execute()
  const byHolder = Map.groupBy(rows, (row) => row.holder_id)
  return new Map(ids.map((id) => [id, byHolder.get(id) ?? []]))
}

export const holderJudgement: RecordJudgement<Payments> = {
  type: 'alpha.holder',
  rules: [fewPayments],
  facts: paymentsOf,
}
