import { defineRecordType, type RecordField } from '../../../platform/records/record-type.ts'
import type { Text } from '../../../platform/text.ts'
import { candidacyWays, statedResults } from '../terms.ts'
import { permissions, personNamed } from './common-fields.ts'

const votes = (key: string, label: Text): RecordField => ({
  key,
  kind: 'count',
  class: 'internal',
  most: 99_999,
  unit: { zh: '票', en: 'votes' },
  label,
  required: false,
})

/** A person who stands in a ballot, and how many votes came out of it. */
export const candidacyType = defineRecordType({
  id: 'people.candidacy',
  label: { zh: '候选人', en: 'Candidacy' },
  plural: { zh: '候选人', en: 'Candidacies' },
  header: [],
  attributes: [
    personNamed,
    {
      key: 'ballot_id',
      kind: 'reference',
      class: 'internal',
      to: 'people.ballot',
      hangs: true,
      label: { zh: '投票', en: 'Ballot' },
      heading: { zh: '投票编号', en: 'Ballot number' },
      required: true,
      example: 'XJ-2018-01-委员-1',
    },
    {
      key: 'way',
      kind: 'choice',
      class: 'internal',
      choices: candidacyWays,
      label: { zh: '产生方式', en: 'Stands as' },
      required: true,
      example: '候选人',
    },
    {
      key: 'list_no',
      kind: 'count',
      class: 'internal',
      least: 1,
      most: 99,
      label: { zh: '名单顺序', en: 'Place on the list' },
      help: {
        zh: '按姓氏笔画排定，可人工更正。',
        en: 'By the strokes of the surname; can be put right by hand.',
      },
      required: false,
    },
    votes('votes_for', { zh: '赞成票', en: 'Votes for' }),
    votes('votes_against', { zh: '不赞成票', en: 'Votes against' }),
    votes('abstentions', { zh: '弃权票', en: 'Abstentions' }),
    {
      key: 'stated',
      kind: 'choice',
      class: 'internal',
      choices: statedResults,
      label: { zh: '原件所载结果', en: 'Result as stated' },
      help: {
        zh: '只登记以往选举的原件所载；与得票推算不一致的另行提示。',
        en: 'Of a past election alone, as its paper says; a finding tells where the votes say otherwise.',
      },
      required: false,
      example: '当选',
    },
  ],
  acts: [
    {
      kind: 'listed',
      effect: 'begins',
      label: { zh: '列为候选人', en: 'List' },
      sets: ['person_id', 'ballot_id', 'way', 'list_no'],
    },
    {
      kind: 'recorded',
      effect: 'begins',
      label: { zh: '登记以往得票', en: 'Enter past votes' },
      sets: [
        'person_id',
        'ballot_id',
        'way',
        'list_no',
        'votes_for',
        'votes_against',
        'abstentions',
        'stated',
      ],
    },
    {
      kind: 'moved',
      effect: 'changes',
      label: { zh: '调整名单顺序', en: 'Move in the list' },
      sets: ['list_no'],
    },
    {
      kind: 'counted',
      effect: 'changes',
      label: { zh: '计票', en: 'Count' },
      sets: ['votes_for', 'votes_against', 'abstentions'],
      onlyInDeeds: true,
    },
    { kind: 'withdrew', effect: 'ends', label: { zh: '退出候选', en: 'Withdraw' }, sets: [] },
  ],
  title: 'person_id',
  naturalKey: ['person_id', 'ballot_id'],
  scoped: true,
  permissions,
})
