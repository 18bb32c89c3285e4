import { defineRecordType } from '../../../platform/records/record-type.ts'
import { residentsOfficerRoles } from '../terms.ts'
import { permissions, personNamed } from './common-fields.ts'

/** Who runs a residents’ election, watches over its count or makes it. An election ends with the hand-over, and they stay named in it. */
export const residentsOfficerType = defineRecordType({
  id: 'people.residents_officer',
  label: { zh: '居委会选举工作人员', en: 'Residents’ election officer' },
  plural: { zh: '居委会选举工作人员', en: 'Residents’ election officers' },
  header: [],
  attributes: [
    personNamed,
    {
      key: 'election_id',
      kind: 'reference',
      class: 'internal',
      to: 'people.residents_election',
      label: { zh: '居委会选举', en: 'Residents’ election' },
      required: true,
    },
    {
      key: 'role',
      kind: 'choice',
      class: 'internal',
      choices: residentsOfficerRoles,
      label: { zh: '职责', en: 'Duty' },
      required: true,
    },
  ],
  acts: [
    {
      kind: 'chosen',
      effect: 'begins',
      label: { zh: '推选', en: 'Choose' },
      sets: ['person_id', 'election_id', 'role'],
    },
    { kind: 'released', effect: 'ends', label: { zh: '退出或免去', en: 'Leave or release' }, sets: [] },
  ],
  title: 'person_id',
  naturalKey: ['person_id', 'election_id', 'role'],
  scoped: true,
  permissions,
})
