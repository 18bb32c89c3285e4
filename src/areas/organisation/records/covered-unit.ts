import { defineRecordType } from '../../../platform/records/record-type.ts'
import { invented, permissions } from './common-fields.ts'

/** A unit that a joint branch covers, from a day on. */
export const coveredUnitType = defineRecordType({
  id: 'organisation.covered_unit',
  label: { zh: '联合覆盖单位', en: 'Covered unit' },
  plural: { zh: '联合覆盖单位', en: 'Covered units' },
  header: [invented],
  attributes: [
    {
      key: 'organisation_id',
      kind: 'reference',
      class: 'internal',
      to: 'organisation.party_organisation',
      hangs: true,
      label: { zh: '联合党组织', en: 'Joint organisation' },
      heading: { zh: '联合党组织代码', en: 'Code of the joint organisation' },
      required: true,
      example: 'JA-002',
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
      label: { zh: '纳入覆盖', en: 'Cover' },
      sets: ['organisation_id', 'unit_id'],
    },
    {
      kind: 'transferred',
      effect: 'changes',
      label: { zh: '改由其他组织覆盖', en: 'Move to another organisation' },
      sets: ['organisation_id'],
    },
    { kind: 'dissolved', effect: 'ends', label: { zh: '不再覆盖', en: 'No longer cover' }, sets: [] },
  ],
  title: 'unit_id',
  naturalKey: ['organisation_id', 'unit_id'],
  scoped: true,
  permissions,
})
