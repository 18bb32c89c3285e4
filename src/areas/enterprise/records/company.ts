import { defineRecordType } from '../../../platform/records/record-type.ts'
import { companyLeavings, industries } from '../terms.ts'
import { invented, permissions } from './common-fields.ts'

/**
 * A company that the office serves: a legal person of the register with where it is, what it does and how many work there. Name, address
 * and state of registration stand in the register and nowhere else.
 */
export const companyType = defineRecordType({
  id: 'enterprise.company',
  label: { zh: '企业', en: 'Company' },
  plural: { zh: '企业', en: 'Companies' },
  header: [
    {
      key: 'contact_name',
      kind: 'text',
      class: 'personal',
      enciphered: 'not found',
      label: { zh: '联系人', en: 'Contact' },
      required: false,
      example: '',
    },
    {
      key: 'contact_phone',
      kind: 'text',
      class: 'personal',
      enciphered: 'found',
      mask: 'phone',
      label: { zh: '联系电话', en: 'Telephone' },
      required: false,
      example: '',
    },
    invented,
  ],
  attributes: [
    {
      key: 'unit_id',
      kind: 'reference',
      class: 'internal',
      to: 'organisation.legal_person',
      hangs: true,
      label: { zh: '单位名称', en: 'Legal person' },
      heading: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      help: {
        zh: '先登记在法人单位台账中；名称、住所、登记状态以法人单位台账为准。',
        en: 'Recorded in the register of legal persons first; name, address and state are those of the register.',
      },
      required: true,
      example: '91350206MA00000000',
    },
    {
      key: 'place_id',
      kind: 'reference',
      class: 'internal',
      to: 'organisation.place',
      hangs: true,
      label: { zh: '所在社区（楼栋）', en: 'Place' },
      heading: { zh: '所在地点代码', en: 'Code of the place' },
      required: true,
      example: '350206005023',
    },
    {
      key: 'industry',
      kind: 'choice',
      class: 'internal',
      choices: industries,
      label: { zh: '行业', en: 'Industry' },
      required: true,
      example: '互联网',
    },
    {
      key: 'business',
      kind: 'text',
      class: 'internal',
      label: { zh: '主营业务', en: 'Main business' },
      required: false,
      example: '',
    },
    {
      key: 'employees',
      kind: 'count',
      class: 'internal',
      unit: { zh: '人', en: 'people' },
      label: { zh: '从业人数', en: 'Employees' },
      help: { zh: '企业自报或者走访所见的人数。', en: 'As the company says, or as seen on a visit.' },
      required: false,
      example: '36',
    },
    {
      key: 'members_said',
      kind: 'count',
      class: 'internal',
      unit: { zh: '人', en: 'people' },
      label: { zh: '企业自报党员数', en: 'Party members, as the company says' },
      help: {
        zh: '摸底时企业所报，用来与党员名册核对；本系统的党员数从名册统计。',
        en: 'As told in the census, to be held against the register; members are counted from the register.',
      },
      required: false,
      example: '',
    },
  ],
  acts: [
    {
      kind: 'listed',
      effect: 'begins',
      label: { zh: '列入服务名录', en: 'List' },
      sets: ['unit_id', 'place_id', 'industry', 'business', 'employees', 'members_said'],
    },
    {
      kind: 'surveyed',
      effect: 'changes',
      label: { zh: '更新摸底情况', en: 'Update from a survey' },
      sets: ['industry', 'business', 'employees', 'members_said'],
    },
    { kind: 'moved', effect: 'changes', label: { zh: '街道内迁址', en: 'Move within' }, sets: ['place_id'] },
    {
      kind: 'left',
      effect: 'ends',
      label: { zh: '移出服务名录', en: 'Take off the list' },
      sets: [],
      details: [
        {
          key: 'leaving',
          kind: 'choice',
          class: 'internal',
          choices: companyLeavings,
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
      sets: ['place_id'],
    },
  ],
  title: 'unit_id',
  naturalKey: ['unit_id'],
  scoped: true,
  permissions,
})
