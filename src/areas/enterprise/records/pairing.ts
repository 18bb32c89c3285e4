import { defineRecordType } from '../../../platform/records/record-type.ts'
import { company, invented, permissions, person } from './common-fields.ts'

/** A person is paired with a company (挂钩) and keeps in touch with it. Who is transferred hands over: the pairing goes on with another. */
export const pairingType = defineRecordType({
  id: 'enterprise.pairing',
  label: { zh: '挂钩', en: 'Pairing' },
  plural: { zh: '挂钩', en: 'Pairings' },
  header: [invented],
  attributes: [company, person],
  acts: [
    {
      kind: 'paired',
      effect: 'begins',
      label: { zh: '挂钩', en: 'Pair' },
      sets: ['company_id', 'person_id'],
    },
    {
      kind: 'handed_over',
      effect: 'changes',
      label: { zh: '移交他人', en: 'Hand over' },
      help: {
        zh: '干部调动时，在挂钩列表中选出其全部挂钩，一次移交给接手的人。',
        en: 'When an officer is transferred, select all pairings in the list and hand them over at once.',
      },
      sets: ['person_id'],
    },
    { kind: 'ended', effect: 'ends', label: { zh: '结束挂钩', en: 'End' }, sets: [] },
    {
      kind: 'paired_again',
      effect: 'begins',
      again: true,
      label: { zh: '恢复挂钩', en: 'Pair again' },
      sets: ['person_id'],
    },
  ],
  title: 'company_id',
  naturalKey: ['company_id', 'person_id'],
  scoped: true,
  permissions,
})
