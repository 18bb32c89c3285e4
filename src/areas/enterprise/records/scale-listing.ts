import { defineRecordType } from '../../../platform/records/record-type.ts'
import { scaleKinds } from '../terms.ts'
import { company, invented, permissions } from './common-fields.ts'

/**
 * A company's status in the statistics register for a year, with its source. It is taken over from the register and never worked out from
 * turnover (domain S9).
 */
export const scaleListingType = defineRecordType({
  id: 'enterprise.scale_listing',
  label: { zh: '规上（限上）企业认定', en: 'Above-scale status' },
  plural: { zh: '规上（限上）企业认定', en: 'Above-scale statuses' },
  header: [invented],
  attributes: [
    company,
    {
      key: 'kind',
      kind: 'choice',
      class: 'internal',
      choices: scaleKinds,
      label: { zh: '类别', en: 'Kind' },
      required: true,
      example: '规模以上工业',
    },
    {
      key: 'year',
      kind: 'count',
      class: 'internal',
      least: 1990,
      most: 2100,
      label: { zh: '名录年度', en: 'Year of the register' },
      required: true,
      example: '2018',
    },
    {
      key: 'source',
      kind: 'text',
      class: 'internal',
      label: { zh: '来源', en: 'Source' },
      help: {
        zh: '统计部门的名录或者文件；不得按营业收入自行推算。',
        en: 'The list or paper of the statistics office; never worked out from turnover.',
      },
      required: true,
      example: '2018年度调查单位名录',
    },
  ],
  acts: [
    {
      kind: 'entered',
      effect: 'begins',
      label: { zh: '进入名录', en: 'Enter the register' },
      sets: ['company_id', 'kind', 'year', 'source'],
    },
    {
      kind: 'renewed',
      effect: 'changes',
      label: { zh: '下一年度继续在册', en: 'Stay for another year' },
      sets: ['kind', 'year', 'source'],
    },
    { kind: 'removed', effect: 'ends', label: { zh: '退出名录', en: 'Leave the register' }, sets: [] },
  ],
  title: 'company_id',
  naturalKey: ['company_id', 'kind'],
  scoped: true,
  permissions,
})
