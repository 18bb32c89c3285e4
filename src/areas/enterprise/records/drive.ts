import { defineRecordType } from '../../../platform/records/record-type.ts'
import { censusStates, industries } from '../terms.ts'
import { invented, permissions } from './common-fields.ts'

/**
 * A drive for Party organisations in companies (百日攻坚): of which companies, from which day for how many natural days. The day of its launch
 * is the first of them; what was on its list on that day is the opening list.
 */
export const driveType = defineRecordType({
  id: 'enterprise.drive',
  label: { zh: '攻坚行动', en: 'Drive' },
  plural: { zh: '攻坚行动', en: 'Drives' },
  header: [
    {
      key: 'code',
      kind: 'text',
      class: 'open',
      label: { zh: '行动编号', en: 'Drive number' },
      required: true,
      example: 'GJ-2018-1',
    },
    invented,
  ],
  attributes: [
    {
      key: 'name',
      kind: 'text',
      class: 'open',
      label: { zh: '行动名称', en: 'Name' },
      required: true,
      example: '互联网企业党组织百日攻坚行动',
    },
    {
      key: 'industry',
      kind: 'choice',
      class: 'open',
      choices: industries,
      label: { zh: '攻坚范围（行业）', en: 'Scope (industry)' },
      required: true,
      example: '互联网',
    },
    {
      key: 'days',
      kind: 'count',
      class: 'open',
      least: 1,
      most: 1000,
      unit: { zh: '天', en: 'days' },
      label: { zh: '为期', en: 'Length' },
      help: {
        zh: '自然日，首尾两日都算：100天的，末日是启动日后第99天。',
        en: 'Natural days, first and last included: of 100 days the last is the 99th after the launch.',
      },
      required: true,
      example: '100',
    },
    {
      key: 'last_day',
      kind: 'day',
      class: 'open',
      label: { zh: '公布的末日', en: 'Last day as announced' },
      required: true,
      example: '2018-06-29',
    },
    {
      key: 'census',
      kind: 'choice',
      class: 'open',
      choices: censusStates,
      label: { zh: '摸底', en: 'Census' },
      help: {
        zh: '摸底结束、应建的全部组建，才可以写“全覆盖”。',
        en: 'Full coverage may be said once the census is closed and all that should be set up is.',
      },
      required: true,
      example: '摸底中',
    },
  ],
  acts: [
    {
      kind: 'launched',
      effect: 'begins',
      label: { zh: '启动', en: 'Launch' },
      sets: ['name', 'industry', 'days', 'last_day', 'census'],
    },
    {
      kind: 'rescheduled',
      effect: 'changes',
      label: { zh: '调整期限', en: 'Change its length' },
      sets: ['days', 'last_day'],
    },
    {
      kind: 'census_settled',
      effect: 'changes',
      label: { zh: '结束（重开）摸底', en: 'Close or reopen the census' },
      sets: ['census'],
    },
    {
      kind: 'ended',
      effect: 'ends',
      label: { zh: '决定结束', en: 'End by decision' },
      help: {
        zh: '由党工委决定，写明文号。名单和覆盖情况继续可查。',
        en: 'By the committee’s decision, whose document is named. The list and its coverage can still be asked for.',
      },
      sets: [],
    },
  ],
  title: 'name',
  naturalKey: ['code'],
  scoped: false,
  permissions,
})
