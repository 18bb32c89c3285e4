import { defineRecordType } from '../../../platform/records/record-type.ts'
import { improvementActs } from '../terms.ts'
import { companyNamed, invented, permissions } from './common-fields.ts'
import { code, evidence, evidenced, request, served } from './outcome-fields.ts'

/**
 * That a company's Party organisation was improved and the office helped with it. The day is that of the organisation's own act, which stands
 * in the organisation's life: an improvement that no such act bears out is not counted.
 */
export const improvementType = defineRecordType({
  id: 'enterprise.improvement',
  label: { zh: '协助优化党组织', en: 'Party organisation improved' },
  plural: { zh: '协助优化党组织', en: 'Party organisations improved' },
  header: [code, invented],
  attributes: [
    companyNamed,
    {
      key: 'organisation_id',
      kind: 'reference',
      class: 'internal',
      to: 'organisation.party_organisation',
      label: { zh: '党组织', en: 'Party organisation' },
      heading: { zh: '党组织代码', en: 'Code of the Party organisation' },
      help: {
        zh: '设在该企业，或者联合覆盖该企业的党组织。',
        en: 'The one in the company, or the joint one that has it among its units.',
      },
      required: true,
      example: 'DZZ-0001',
    },
    {
      key: 'act',
      kind: 'choice',
      class: 'internal',
      choices: improvementActs,
      label: { zh: '优化方式', en: 'By which act' },
      required: true,
      example: '换届',
    },
    request,
    served,
    evidence,
  ],
  acts: [
    {
      kind: 'recorded',
      effect: 'begins',
      label: { zh: '登记成果', en: 'Record' },
      help: {
        zh: '日期填党组织成立、调整、换届、升格或者书记任职的当日，须同党组织（党内职务）台账一致。',
        en: 'The day is that on which the organisation was founded, re-classified, re-elected or raised, or its secretary took office: as its own record says.',
      },
      sets: ['company_id', 'organisation_id', 'act', 'request_id', 'served', 'evidence'],
    },
    evidenced('evidence'),
  ],
  title: 'company_id',
  naturalKey: ['code'],
  scoped: true,
  permissions,
})
