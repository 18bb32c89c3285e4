import { defineRecordType } from '../../../platform/records/record-type.ts'
import { invented, permissions } from './common-fields.ts'

/** A member organisation's seat in a council: the overlay of the joint councils, never a parent. */
export const councilSeatType = defineRecordType({
  id: 'organisation.council_seat',
  label: { zh: '成员单位', en: 'Member seat' },
  plural: { zh: '成员单位', en: 'Member seats' },
  header: [invented],
  attributes: [
    {
      key: 'council_id',
      kind: 'reference',
      class: 'internal',
      to: 'organisation.council',
      hangs: true,
      label: { zh: '大党委', en: 'Council' },
      heading: { zh: '大党委代码', en: 'Code of the council' },
      required: true,
      example: 'DW-JA',
    },
    {
      key: 'unit_id',
      kind: 'reference',
      class: 'internal',
      to: 'organisation.legal_person',
      label: { zh: '单位', en: 'Unit' },
      heading: { zh: '单位信用代码', en: 'Credit code of the unit' },
      required: true,
      example: '91350206MA00000000',
    },
  ],
  acts: [
    {
      kind: 'established',
      effect: 'begins',
      label: { zh: '加入', en: 'Join' },
      sets: ['council_id', 'unit_id'],
    },
    { kind: 'dissolved', effect: 'ends', label: { zh: '退出', en: 'Leave' }, sets: [] },
  ],
  title: 'unit_id',
  naturalKey: ['council_id', 'unit_id'],
  scoped: true,
  permissions,
})
