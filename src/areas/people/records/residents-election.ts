import { defineRecordType, type RecordField } from '../../../platform/records/record-type.ts'
import type { Text } from '../../../platform/text.ts'
import { residentsStepWords as stepWords } from '../rules/elections/residents/steps/residents-steps.ts'
import { committeeChoosers, electionKinds, voterModes } from '../terms.ts'
import { invented, permissions } from './common-fields.ts'

const counted = (key: string, label: Text, help: Text): RecordField => ({
  key,
  kind: 'count',
  class: 'internal',
  least: 1,
  most: 99_999,
  label,
  help,
  required: false,
})
const checker = (key: string, label: Text): RecordField => ({
  key,
  kind: 'text',
  class: 'internal',
  label,
  required: false,
})

/** An election of a residents' committee. Its voter list is a day and a total: no voter is a record (domain P17). */
export const residentsElectionType = defineRecordType({
  id: 'people.residents_election',
  label: { zh: '居委会选举', en: 'Residents’ election' },
  plural: { zh: '居委会选举', en: 'Residents’ elections' },
  header: [
    {
      key: 'code',
      kind: 'text',
      class: 'internal',
      label: { zh: '选举编号', en: 'Election number' },
      help: { zh: '本街道自编，不重复、不再用。', en: 'The office’s own; unique and never used again.' },
      required: true,
      example: 'JW-2026-01',
    },
    invented,
  ],
  attributes: [
    {
      key: 'place_id',
      kind: 'reference',
      class: 'internal',
      to: 'organisation.place',
      hangs: true,
      label: { zh: '社区', en: 'Community' },
      heading: { zh: '社区代码', en: 'Code of the community' },
      required: true,
      example: '350206005023',
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
        zh: '主任、副主任、委员合计；补选填补选名额。',
        en: 'Director, deputies and members together; of a by-election, the seats to fill.',
      },
      required: true,
      example: '5',
    },
    {
      key: 'mode',
      kind: 'choice',
      class: 'internal',
      choices: voterModes,
      label: { zh: '选举方式', en: 'Elected by' },
      required: true,
      example: '全体有选举权的居民选举',
    },
    {
      key: 'planned_on',
      kind: 'day',
      class: 'internal',
      label: { zh: '计划选举日', en: 'Planned day' },
      help: { zh: '各步时限按这一天推算。', en: 'The times of the steps follow from it.' },
      required: true,
      example: '2026-06-20',
    },
    {
      key: 'chosen_by',
      kind: 'choice',
      class: 'internal',
      choices: committeeChoosers,
      label: { zh: '选举委员会由谁推选', en: 'Election committee chosen by' },
      required: false,
    },
    counted(
      'voters',
      { zh: '选民名单人数', en: 'Voters on the list' },
      {
        zh: '只登记总数，不登记名单上的人。',
        en: 'The total alone: nobody on the list is recorded here.',
      },
    ),
    counted(
      'objections',
      { zh: '异议件数', en: 'Objections' },
      { zh: '只登记件数，不登记提出人。', en: 'Their number alone, not who made them.' },
    ),
    checker('eligibility_by', { zh: '资格核对人', en: 'Eligibility checked by' }),
    checker('relatives_by', { zh: '回避核对人', en: 'Near relatives checked by' }),
  ],
  acts: [
    {
      kind: 'planned',
      effect: 'begins',
      label: stepWords.planned,
      sets: ['place_id', 'kind', 'term_no', 'seats', 'mode', 'planned_on'],
    },
    {
      kind: 'replanned',
      effect: 'changes',
      label: { zh: '调整计划', en: 'Change the plan' },
      sets: ['term_no', 'seats', 'mode', 'planned_on'],
    },
    {
      kind: 'committee_chosen',
      effect: 'changes',
      label: stepWords.committee_chosen,
      help: {
        zh: '日期填推选会议当日。成员在“选举委员会、监票计票人员”里登记。',
        en: 'On the day of the meeting. Its members are recorded under “Election committee and counters”.',
      },
      sets: ['chosen_by'],
    },
    {
      kind: 'list_published',
      effect: 'changes',
      label: stepWords.list_published,
      help: {
        zh: '日期填公布之日，不得迟于选举日前二十日。',
        en: 'On the day of publication, no later than twenty days before the election.',
      },
      sets: ['voters'],
    },
    {
      kind: 'objected',
      effect: 'changes',
      label: { zh: '收到对选民名单的异议', en: 'An objection to the voter list came in' },
      help: {
        zh: '日期填收到之日；一日收到几件的填件数。',
        en: 'On the day on which it came in; several of one day are told by their number.',
      },
      sets: ['objections'],
    },
    {
      kind: 'objections_decided',
      effect: 'changes',
      label: { zh: '对异议作出处理决定', en: 'Decide on the objections' },
      help: { zh: '此前收到的异议全部处理完毕。', en: 'All those that came in before are decided.' },
      sets: [],
    },
    {
      kind: 'candidates_checked',
      effect: 'changes',
      label: stepWords.candidates_checked,
      help: {
        zh: '候选人在选民名单上，且没有法律规定不得提名的情形。日期填核对之日。',
        en: 'Those who stand are on the voter list and none of them is barred by the law. On the day of the check.',
      },
      sets: ['eligibility_by'],
    },
    {
      kind: 'relatives_checked',
      effect: 'changes',
      label: stepWords.relatives_checked,
      help: {
        zh: '成员之间、候选人与选举委员会成员之间没有近亲属关系。只登记谁在哪天核对，不登记亲属关系。',
        en: 'No near relatives among those who stand, or between them and the election committee. Who checked it and when is recorded, kinship is not.',
      },
      sets: ['relatives_by'],
    },
    { kind: 'held', effect: 'changes', label: stepWords.held, sets: [] },
    {
      kind: 'announced',
      effect: 'changes',
      label: stepWords.announced,
      help: {
        zh: '秘密写票、公开计票，结果当场公布。',
        en: 'Marked in secret, counted in the open, the result announced on the spot.',
      },
      sets: [],
    },
    { kind: 'confirmed', effect: 'changes', label: stepWords.confirmed, sets: [], onlyInDeeds: true },
    {
      kind: 'handed_over',
      effect: 'ends',
      label: stepWords.handed_over,
      help: {
        zh: '新一届居民委员会产生之日起十日内，由街道办事处监督。',
        en: 'Within ten days of the new committee, supervised by the subdistrict office.',
      },
      sets: [],
    },
    { kind: 'cancelled', effect: 'ends', label: { zh: '取消选举', en: 'Cancel the election' }, sets: [] },
  ],
  title: 'code',
  naturalKey: ['code'],
  scoped: true,
  permissions,
})
