import { defineRecordType } from '../../../platform/records/record-type.ts'
import { targetLeavings } from '../terms.ts'
import { company, invented, permissions, person } from './common-fields.ts'

/**
 * A company on the list of a drive, from the day on which it was found, with the test of the “three haves”. Whether it is covered is not said
 * here: it follows from the organisations and postings in force.
 */
export const targetType = defineRecordType({
  id: 'enterprise.target',
  label: { zh: '攻坚名单企业', en: 'Company on a drive’s list' },
  plural: { zh: '攻坚名单', en: 'Lists of drives' },
  header: [invented],
  attributes: [
    {
      key: 'drive_id',
      kind: 'reference',
      class: 'internal',
      to: 'enterprise.drive',
      hangs: true,
      label: { zh: '攻坚行动', en: 'Drive' },
      heading: { zh: '行动编号', en: 'Drive number' },
      required: true,
      example: 'GJ-2018-1',
    },
    company,
    {
      key: 'has_place',
      kind: 'flag',
      class: 'internal',
      label: { zh: '有固定经营场所', en: 'Has premises' },
      required: false,
      example: '是',
    },
    {
      key: 'staff',
      kind: 'count',
      class: 'internal',
      unit: { zh: '人', en: 'people' },
      label: { zh: '核实员工数', en: 'Staff, as verified' },
      help: { zh: '“三有”要求10名以上员工。', en: 'The “three haves” ask for at least ten.' },
      required: false,
      example: '12',
    },
    {
      key: 'active',
      kind: 'flag',
      class: 'internal',
      label: { zh: '有生产经营活动', en: 'Is in business' },
      required: false,
      example: '是',
    },
    {
      key: 'evidence',
      kind: 'text',
      class: 'internal',
      label: { zh: '核实依据', en: 'Evidence' },
      help: {
        zh: '如走访、社保人数、租赁合同。不要求照片和定位。',
        en: 'Such as a visit, insured staff or a lease. No photograph and no location is asked for.',
      },
      required: false,
      example: '实地走访',
    },
    {
      ...person,
      key: 'owner_id',
      label: { zh: '责任人', en: 'Answered for by' },
      heading: { zh: '责任人编号', en: 'Person number of who answers for it' },
      required: false,
      example: '',
    },
    {
      key: 'why_not',
      kind: 'text',
      class: 'internal',
      label: { zh: '未建原因', en: 'Why there is none yet' },
      required: false,
      example: '',
    },
    {
      key: 'planned_on',
      kind: 'day',
      class: 'internal',
      label: { zh: '拟建日期', en: 'Planned for' },
      required: false,
      example: '',
    },
  ],
  acts: [
    {
      kind: 'listed',
      effect: 'begins',
      label: { zh: '列入名单', en: 'List' },
      help: {
        zh: '启动之日已在册的为启动名单；以后发现的从发现之日列入，不改启动名单。',
        en: 'What is listed on the day of the launch is the opening list. A company found later is listed from then on and does not change it.',
      },
      sets: [
        'drive_id',
        'company_id',
        'has_place',
        'staff',
        'active',
        'evidence',
        'owner_id',
        'why_not',
        'planned_on',
      ],
    },
    {
      kind: 'verified',
      effect: 'changes',
      label: { zh: '核实三有情况', en: 'Verify the three haves' },
      sets: ['has_place', 'staff', 'active', 'evidence'],
    },
    {
      kind: 'handed_over',
      effect: 'changes',
      label: { zh: '变更责任人', en: 'Hand over' },
      sets: ['owner_id'],
    },
    {
      kind: 'planned',
      effect: 'changes',
      label: { zh: '填写未建原因和拟建日期', en: 'Say why there is none and when it is planned' },
      sets: ['why_not', 'planned_on'],
    },
    {
      kind: 'left',
      effect: 'ends',
      label: { zh: '移出名单', en: 'Take off the list' },
      sets: [],
      details: [
        {
          key: 'leaving',
          kind: 'choice',
          class: 'internal',
          choices: targetLeavings,
          label: { zh: '移出原因', en: 'Why it left' },
          required: true,
        },
      ],
    },
    {
      kind: 'returned',
      effect: 'begins',
      again: true,
      label: { zh: '重新列入', en: 'List again' },
      sets: [],
    },
  ],
  title: 'company_id',
  naturalKey: ['drive_id', 'company_id'],
  scoped: true,
  permissions,
})
