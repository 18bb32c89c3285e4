import { defineRecordType } from '../../../platform/records/record-type.ts'
import { officerRoles } from '../terms.ts'
import { permissions, personNamed } from './common-fields.ts'

/** Who watches over the count of an election and who makes it. None of them stands in it (R-S4-03). */
export const electionOfficerType = defineRecordType({
  id: 'people.election_officer',
  label: { zh: '监票计票人员', en: 'Scrutineer or teller' },
  plural: { zh: '监票计票人员', en: 'Scrutineers and tellers' },
  header: [],
  attributes: [
    personNamed,
    {
      key: 'election_id',
      kind: 'reference',
      class: 'internal',
      to: 'people.election',
      hangs: true,
      label: { zh: '选举', en: 'Election' },
      required: true,
    },
    {
      key: 'role',
      kind: 'choice',
      class: 'internal',
      choices: officerRoles,
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
    { kind: 'released', effect: 'ends', label: { zh: '免去', en: 'Release' }, sets: [] },
  ],
  title: 'person_id',
  naturalKey: ['person_id', 'election_id', 'role'],
  scoped: true,
  permissions,
})
