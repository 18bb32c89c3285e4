import { defineRecordType } from '../../../platform/records/record-type.ts'
import { companyNamed, invented, permissions } from './common-fields.ts'
import { code, evidence, evidenced, request, served } from './outcome-fields.ts'

/** How many people a company took on with the office's assistance: a count, and nobody's name. */
export const hiringType = defineRecordType({
  id: 'enterprise.hiring',
  label: { zh: '协助企业用工', en: 'Assisted hiring' },
  plural: { zh: '协助企业用工', en: 'Assisted hirings' },
  header: [code, invented],
  attributes: [
    companyNamed,
    {
      key: 'persons',
      kind: 'count',
      class: 'internal',
      unit: { zh: '人', en: 'people' },
      label: { zh: '录用人数', en: 'People hired' },
      help: { zh: '只填人数，不登记姓名。', en: 'A number alone; no names.' },
      required: true,
      example: '12',
    },
    {
      key: 'way',
      kind: 'text',
      class: 'internal',
      label: { zh: '途径', en: 'How' },
      help: { zh: '如招聘会、校企对接、岗位推荐。', en: 'Such as a job fair, a school, a recommendation.' },
      required: true,
      example: '岗位推荐',
    },
    request,
    served,
    { ...evidence, example: '企业用工确认单' },
  ],
  acts: [
    {
      kind: 'recorded',
      effect: 'begins',
      label: { zh: '登记成果', en: 'Record' },
      help: {
        zh: '日期填录用（分批的，填最后一批）的当日。',
        en: 'The day is that on which they were hired; in several lots, the last.',
      },
      sets: ['company_id', 'persons', 'way', 'request_id', 'served', 'evidence'],
    },
    evidenced('evidence'),
  ],
  title: 'company_id',
  naturalKey: ['code'],
  scoped: true,
  permissions,
})
