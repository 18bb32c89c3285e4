import { defineRecordType } from '../../../platform/records/record-type.ts'
import { postingKinds } from '../terms.ts'
import { company, invented, permissions, person } from './common-fields.ts'

/** A person is sent to a company as instructor (党建指导员) or liaison (联络员). */
export const postingType = defineRecordType({
  id: 'enterprise.posting',
  label: { zh: '指导员、联络员选派', en: 'Posting of an instructor or liaison' },
  plural: { zh: '指导员、联络员选派', en: 'Postings of instructors and liaisons' },
  header: [invented],
  attributes: [
    company,
    person,
    {
      key: 'kind',
      kind: 'choice',
      class: 'internal',
      choices: postingKinds,
      label: { zh: '选派为', en: 'Sent as' },
      required: true,
      example: '党建指导员',
    },
  ],
  acts: [
    {
      kind: 'sent',
      effect: 'begins',
      label: { zh: '选派', en: 'Send' },
      sets: ['company_id', 'person_id', 'kind'],
    },
    {
      kind: 'handed_over',
      effect: 'changes',
      label: { zh: '移交他人', en: 'Hand over' },
      sets: ['person_id'],
    },
    { kind: 'ended', effect: 'ends', label: { zh: '结束选派', en: 'End' }, sets: [] },
    {
      kind: 'sent_again',
      effect: 'begins',
      again: true,
      label: { zh: '再次选派', en: 'Send again' },
      sets: ['person_id'],
    },
  ],
  title: 'company_id',
  naturalKey: ['company_id', 'person_id', 'kind'],
  scoped: true,
  permissions,
})
