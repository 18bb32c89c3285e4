import { defineRecordType } from '../../../platform/records/record-type.ts'
import { invented, permissions, person } from './common-fields.ts'

/** A member who takes part in a temporary organisation. The affiliation stays where it is, so this never adds to a total. */
export const assignmentType = defineRecordType({
  id: 'people.assignment',
  label: { zh: '编入临时党组织', en: 'Assignment to a temporary organisation' },
  plural: { zh: '编入临时党组织', en: 'Assignments to temporary organisations' },
  header: [invented],
  attributes: [
    person,
    {
      key: 'organisation_id',
      kind: 'reference',
      class: 'internal',
      to: 'organisation.party_organisation',
      hangs: true,
      label: { zh: '临时党组织', en: 'Temporary organisation' },
      heading: { zh: '临时党组织代码', en: 'Code of the temporary organisation' },
      required: true,
      example: 'DZZ-0900',
    },
  ],
  acts: [
    {
      kind: 'began',
      effect: 'begins',
      label: { zh: '编入', en: 'Assign' },
      sets: ['person_id', 'organisation_id'],
    },
    { kind: 'ended', effect: 'ends', label: { zh: '退出', en: 'Leave' }, sets: [] },
  ],
  title: 'person_id',
  naturalKey: ['person_id', 'organisation_id'],
  scoped: true,
  permissions,
})
