import { defineRecordType } from '../../../platform/records/record-type.ts'
import { invented, permissions, zone } from './common-fields.ts'

/** A zone has a community or a building, from a day on. A place is in one zone on any day: it has one such record for good. */
export const zonePlaceType = defineRecordType({
  id: 'enterprise.zone_place',
  label: { zh: '片区范围', en: 'Place in a zone' },
  plural: { zh: '片区范围', en: 'Places in zones' },
  header: [invented],
  attributes: [
    {
      key: 'place_id',
      kind: 'reference',
      class: 'internal',
      to: 'organisation.place',
      hangs: true,
      label: { zh: '社区（楼宇）', en: 'Community or building' },
      heading: { zh: '社区（楼宇）代码', en: 'Code of the community or building' },
      help: {
        zh: '一个地点同一天只在一个片区。登记社区即包括其中的小区和楼栋；楼宇另有片区的单独登记，以楼宇的为准。',
        en: 'A place is in one zone on any day. A community brings all that lies in it; a building with a zone of its own is recorded by itself, and that one counts.',
      },
      required: true,
      example: '350206005023',
    },
    zone,
  ],
  acts: [
    {
      kind: 'assigned',
      effect: 'begins',
      label: { zh: '划入片区', en: 'Put into a zone' },
      sets: ['place_id', 'zone_id'],
    },
    {
      kind: 'moved',
      effect: 'changes',
      label: { zh: '调整到其他片区', en: 'Move to another zone' },
      sets: ['zone_id'],
    },
    { kind: 'ended', effect: 'ends', label: { zh: '划出片区', en: 'Take out' }, sets: [] },
    {
      kind: 'assigned_again',
      effect: 'begins',
      again: true,
      label: { zh: '重新划入', en: 'Put in again' },
      sets: ['zone_id'],
    },
  ],
  title: 'place_id',
  naturalKey: ['place_id'],
  scoped: true,
  permissions,
})
