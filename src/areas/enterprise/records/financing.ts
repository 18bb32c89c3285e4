import { defineRecordType } from '../../../platform/records/record-type.ts'
import { companyNamed, invented, permissions } from './common-fields.ts'
import { code, evidence, evidenced, request, served } from './outcome-fields.ts'

/** Money that a company got from a lender or investor with the office's assistance. */
export const financingType = defineRecordType({
  id: 'enterprise.financing',
  label: { zh: '协助企业融资', en: 'Assisted financing' },
  plural: { zh: '协助企业融资', en: 'Assisted financings' },
  header: [code, invented],
  attributes: [
    companyNamed,
    {
      key: 'amount',
      kind: 'amount',
      class: 'internal',
      label: { zh: '融资额', en: 'Sum' },
      help: {
        zh: '实际到位的数额，人民币元；授信额度不是到位数。',
        en: 'What the company received, in yuan; a credit line is not yet received.',
      },
      required: true,
      example: '5000000',
    },
    {
      key: 'lender',
      kind: 'text',
      class: 'internal',
      label: { zh: '资金来源', en: 'Kind of lender' },
      help: {
        zh: '如银行贷款、政府性担保、股权投资。',
        en: 'Such as a bank loan, a public guarantee, equity.',
      },
      required: true,
      example: '银行贷款',
    },
    request,
    served,
    { ...evidence, example: '借款合同' },
  ],
  acts: [
    {
      kind: 'recorded',
      effect: 'begins',
      label: { zh: '登记成果', en: 'Record' },
      help: { zh: '日期填资金到位的当日。', en: 'The day is that on which the money came in.' },
      sets: ['company_id', 'amount', 'lender', 'request_id', 'served', 'evidence'],
    },
    evidenced('evidence'),
  ],
  title: 'company_id',
  naturalKey: ['code'],
  scoped: true,
  permissions,
})
