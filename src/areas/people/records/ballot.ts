import { defineRecordType, type RecordField } from '../../../platform/records/record-type.ts'
import type { Text } from '../../../platform/text.ts'
import { ballotVotes, contests, rulings, settlements } from '../terms.ts'
import { invented, permissions } from './common-fields.ts'

const counted = (key: string, label: Text, least = 0): RecordField => ({
  key,
  kind: 'count',
  class: 'internal',
  least,
  most: 99_999,
  label,
  required: false,
})

/** What the scrutineers report of a round; every one of them is a total. */
const countFields = [
  counted('due', { zh: '应到会人数', en: 'Voters due to attend' }, 1),
  counted('present', { zh: '实到会人数', en: 'Voters present' }),
  counted('issued', { zh: '发出选票', en: 'Ballots issued' }),
  counted('returned', { zh: '收回选票', en: 'Ballots returned' }),
  counted('void', { zh: '无效票', en: 'Void ballots' }),
]

/** One round of voting for one kind of post. No voter's ballot is kept anywhere: totals are (domain C13, P17). */
export const ballotType = defineRecordType({
  id: 'people.ballot',
  label: { zh: '投票', en: 'Ballot' },
  plural: { zh: '投票', en: 'Ballots' },
  header: [
    {
      key: 'code',
      kind: 'text',
      class: 'internal',
      label: { zh: '投票编号', en: 'Ballot number' },
      required: true,
      example: 'XJ-2018-01-委员-1',
    },
    invented,
  ],
  attributes: [
    {
      key: 'election_id',
      kind: 'reference',
      class: 'internal',
      to: 'people.election',
      hangs: true,
      label: { zh: '选举', en: 'Election' },
      heading: { zh: '选举编号', en: 'Election number' },
      required: true,
      example: 'XJ-2018-01',
    },
    {
      key: 'contest',
      kind: 'choice',
      class: 'internal',
      choices: contests,
      label: { zh: '选举职务', en: 'Held on' },
      required: true,
      example: '委员',
    },
    {
      key: 'vote',
      kind: 'choice',
      class: 'internal',
      choices: ballotVotes,
      label: { zh: '投票性质', en: 'Which vote' },
      required: true,
      example: '首次投票',
    },
    {
      key: 'round',
      kind: 'count',
      class: 'internal',
      least: 1,
      most: 99,
      label: { zh: '轮次', en: 'Round' },
      required: true,
      example: '1',
    },
    {
      key: 'seats',
      kind: 'count',
      class: 'internal',
      least: 1,
      most: 99,
      label: { zh: '本轮应选名额', en: 'Seats in this round' },
      required: true,
      example: '5',
    },
    {
      key: 'voted_on',
      kind: 'day',
      class: 'internal',
      label: { zh: '投票日期', en: 'Day of the vote' },
      required: false,
      example: '2018-06-20',
    },
    ...countFields,
    {
      ...counted('valid', { zh: '原件所载有效票', en: 'Valid ballots as stated' }),
      help: {
        zh: '只登记以往选举的原件数字；按步骤办理的，由收回减无效得出。',
        en: 'Of a past election alone, as its paper says; else they are those returned less those void.',
      },
    },
    {
      key: 'ruling',
      kind: 'choice',
      class: 'internal',
      choices: rulings,
      label: { zh: '上级裁定', en: 'Ruling' },
      required: false,
    },
    {
      key: 'settled',
      kind: 'choice',
      class: 'internal',
      choices: settlements,
      label: { zh: '缺额处理', en: 'Seats left' },
      required: false,
    },
  ],
  acts: [
    {
      kind: 'prepared',
      effect: 'begins',
      label: { zh: '准备投票', en: 'Prepare' },
      sets: ['election_id', 'contest', 'vote', 'round', 'seats'],
    },
    {
      kind: 'recorded',
      effect: 'begins',
      label: { zh: '登记以往投票结果', en: 'Enter the result of a past ballot' },
      sets: [
        'election_id',
        'contest',
        'vote',
        'round',
        'seats',
        'voted_on',
        ...countFields.map(({ key }) => key),
        'valid',
        'ruling',
        'settled',
      ],
    },
    {
      kind: 'counted',
      effect: 'changes',
      label: { zh: '计票', en: 'Count' },
      sets: ['voted_on', ...countFields.map(({ key }) => key)],
      onlyInDeeds: true,
    },
    {
      kind: 'ruled',
      effect: 'changes',
      label: { zh: '上级裁定半数基数', en: 'The higher organisation rules on the majority' },
      help: {
        zh: '填裁定文件的文号，没有文号的不作数。',
        en: 'Give the number of its document: without one it does not count.',
      },
      sets: ['ruling'],
    },
    {
      kind: 'settled_for_fewer',
      effect: 'changes',
      label: { zh: '经同意减少名额，不再选举', en: 'Do with fewer, by consent' },
      help: {
        zh: '当选人数接近应选名额，且半数以上选举人同意。',
        en: 'The number elected is close to the seats and at least half of the voters agree.',
      },
      sets: ['settled'],
    },
  ],
  title: 'code',
  naturalKey: ['code'],
  scoped: true,
  permissions,
})
