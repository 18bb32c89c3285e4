import { defineRecordType } from '../../../platform/records/record-type.ts'
import { zoneRoles } from '../terms.ts'
import { invented, permissions, person, zone } from './common-fields.ts'

/** A person leads a zone, with a role. Each leads one zone on any day (R-S8-05): a person has one such record for good. */
export const zoneLeaderType = defineRecordType({
  id: 'enterprise.zone_leader',
  label: { zh: '片区领导', en: 'Leader of a zone' },
  plural: { zh: '片区领导', en: 'Leaders of zones' },
  header: [invented],
  attributes: [
    person,
    zone,
    {
      key: 'role',
      kind: 'choice',
      class: 'internal',
      choices: zoneRoles,
      label: { zh: '分工', en: 'Role' },
      required: true,
      example: '责任领导',
    },
  ],
  acts: [
    {
      kind: 'appointed',
      effect: 'begins',
      label: { zh: '明确片区责任', en: 'Appoint' },
      help: {
        zh: '一人同一天只负责一个片区；换片区的，在原记录上登记“调整到其他片区”。',
        en: 'Each leads one zone on any day. For another zone, record “Move to another zone” on the record that is there.',
      },
      sets: ['person_id', 'zone_id', 'role'],
    },
    {
      kind: 'role_changed',
      effect: 'changes',
      label: { zh: '调整分工', en: 'Change the role' },
      sets: ['role'],
    },
    {
      kind: 'moved',
      effect: 'changes',
      label: { zh: '调整到其他片区', en: 'Move to another zone' },
      sets: ['zone_id', 'role'],
    },
    { kind: 'ended', effect: 'ends', label: { zh: '不再负责', en: 'Step down' }, sets: [] },
    {
      kind: 'appointed_again',
      effect: 'begins',
      again: true,
      label: { zh: '再次明确', en: 'Appoint again' },
      sets: ['zone_id', 'role'],
    },
  ],
  title: 'person_id',
  naturalKey: ['person_id'],
  scoped: true,
  permissions,
})
