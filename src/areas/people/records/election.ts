import { defineRecordType, type RecordAct } from '../../../platform/records/record-type.ts'
import type { ElectionStep } from '../rules/elections/steps/election-steps.ts'
import { stepWords } from '../rules/elections/steps/step-words.ts'
import { electionKinds, secretaryElectors } from '../terms.ts'
import { invented, permissions } from './common-fields.ts'

const step = (kind: ElectionStep): RecordAct => ({
  kind,
  effect: 'changes',
  label: stepWords[kind],
  sets: [],
})

/** An election of a Party organisation, under way from its planning until its outcome is confirmed; its acts are its steps. */
export const electionType = defineRecordType({
  id: 'people.election',
  label: { zh: '党组织选举', en: 'Party election' },
  plural: { zh: '党组织选举', en: 'Party elections' },
  header: [
    {
      key: 'code',
      kind: 'text',
      class: 'internal',
      label: { zh: '选举编号', en: 'Election number' },
      help: { zh: '本街道自编，不重复、不再用。', en: 'The office’s own; unique and never used again.' },
      required: true,
      example: 'XJ-2018-01',
    },
    invented,
  ],
  attributes: [
    {
      key: 'organisation_id',
      kind: 'reference',
      class: 'internal',
      to: 'organisation.party_organisation',
      hangs: true,
      label: { zh: '党组织', en: 'Party organisation' },
      heading: { zh: '党组织代码', en: 'Code of the Party organisation' },
      required: true,
      example: 'DZZ-0001',
    },
    {
      key: 'kind',
      kind: 'choice',
      class: 'internal',
      choices: electionKinds,
      label: { zh: '选举类型', en: 'Kind' },
      required: true,
      example: '换届选举',
    },
    {
      key: 'term_no',
      kind: 'count',
      class: 'internal',
      least: 1,
      most: 99,
      label: { zh: '届次', en: 'Term number' },
      required: false,
      example: '3',
    },
    {
      key: 'seats',
      kind: 'count',
      class: 'internal',
      least: 1,
      most: 99,
      unit: { zh: '名', en: 'seats' },
      label: { zh: '应选名额', en: 'Seats' },
      help: {
        zh: '委员名额，含书记、副书记；不设委员会的填书记、副书记人数。',
        en: 'Seats of the committee, its secretary and deputies among them; without a committee, those posts.',
      },
      required: true,
      example: '5',
    },
    {
      key: 'secretary_by',
      kind: 'choice',
      class: 'internal',
      choices: secretaryElectors,
      label: { zh: '书记由谁选举', en: 'Secretary elected by' },
      required: true,
      example: '委员会第一次会议',
    },
    {
      key: 'planned_on',
      kind: 'day',
      class: 'internal',
      label: { zh: '计划选举日期', en: 'Planned day' },
      help: {
        zh: '各步时限按这一天所在月份推算。以往选举填选举日期。',
        en: 'The times of the steps follow from its month. Of a past election, the day on which it was held.',
      },
      required: true,
      example: '2018-06-20',
    },
  ],
  acts: [
    {
      kind: 'planned',
      effect: 'begins',
      label: stepWords.planned,
      sets: ['organisation_id', 'kind', 'term_no', 'seats', 'secretary_by', 'planned_on'],
    },
    {
      kind: 'recorded',
      effect: 'begins',
      label: { zh: '登记以往选举', en: 'Enter a past election' },
      help: {
        zh: '照原件登记已经办完的选举。任职和任期在各自的台账登记，这里不产生任职。',
        en: 'An election that is over, as its papers have it. Posts and terms are entered in their own ledgers: none come of it.',
      },
      sets: ['organisation_id', 'kind', 'term_no', 'seats', 'secretary_by', 'planned_on'],
    },
    {
      kind: 'replanned',
      effect: 'changes',
      label: { zh: '调整计划', en: 'Change the plan' },
      help: {
        zh: '批复的名额、日期与计划不同的，也在这里登记。',
        en: 'Also where the reply sets other seats or another day.',
      },
      sets: ['term_no', 'seats', 'secretary_by', 'planned_on'],
    },
    step('requested'),
    step('approved'),
    step('candidates_requested'),
    step('candidates_approved'),
    step('held'),
    step('reported'),
    {
      kind: 'confirmed',
      effect: 'ends',
      label: stepWords.confirmed,
      sets: [],
      onlyInDeeds: true,
    },
    {
      kind: 'cancelled',
      effect: 'ends',
      label: { zh: '取消选举', en: 'Cancel the election' },
      sets: [],
    },
  ],
  title: 'code',
  naturalKey: ['code'],
  scoped: true,
  permissions,
})
