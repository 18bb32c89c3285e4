import { join } from 'node:path'
import { type Area, defineArea } from '../../area.ts'
import { migrationsIn } from '../../db/migration.ts'
import type { RecordBehaviour } from '../../records/behaviour.ts'
import { defineRecordType } from '../../records/record-type.ts'
import { text } from '../../text.ts'
import { scopesOf } from './alpha.ts'
import { betaFigures } from './beta-figures.ts'
import { holderJudgement } from './beta-judgement.ts'

const paymentType = defineRecordType({
  id: 'beta.payment',
  label: text('款项', 'Payment'),
  plural: text('款项', 'Payments'),
  header: [{ key: 'code', kind: 'text', class: 'internal', label: text('编号', 'Number'), required: true }],
  attributes: [
    {
      key: 'holder_id',
      kind: 'reference',
      class: 'internal',
      to: 'alpha.holder',
      label: text('持有人', 'Holder'),
      required: true,
    },
    {
      key: 'amount',
      kind: 'text',
      class: 'internal',
      label: text('金额（分）', 'Amount in fen'),
      required: true,
    },
  ],
  acts: [
    { kind: 'paid', effect: 'begins', label: text('支付', 'Pay'), sets: ['holder_id', 'amount'] },
    { kind: 'amended', effect: 'changes', label: text('变更金额', 'Amend'), sets: ['amount'] },
    { kind: 'taken_back', effect: 'ends', label: text('收回', 'Take back'), sets: [] },
  ],
  title: 'code',
  naturalKey: ['code'],
  scoped: true,
  permissions: { see: 'beta.see', record: 'beta.record', correct: 'beta.correct' },
})

const paymentBehaviour: RecordBehaviour = {
  type: paymentType,
  placeColumn: null,
  rules: [],
  hooks: (writer) => ({
    prepare: async () => {
      const scopes = await scopesOf(writer, 'alpha.holder_spell')
      return (spell) => [
        {
          from: spell.from,
          to: spell.to,
          columns: { scope_place_id: scopes.get(spell.attributes['holder_id'] as string) as string },
        },
      ]
    },
    eventColumns: (_event, { derived, attributes }) => ({
      ...derived,
      amount: attributes['amount'] ?? null,
      holder_id: attributes['holder_id'] ?? null,
    }),
    headerColumns: (last) => ({ ...last.derived }),
  }),
}

export const beta: Area = defineArea({
  name: 'beta',
  migrations: migrationsIn(join(import.meta.dirname, 'beta-migrations'), 'beta'),
  records: [paymentBehaviour],
  judges: [holderJudgement],
  figures: betaFigures,
  ledgers: [],
})
