import { defineRecordType } from '../../../platform/records/record-type.ts'
import { candidacyWays, nominators } from '../terms.ts'
import { permissions, personNamed } from './common-fields.ts'

/** A person who stands for a post of a residents' committee, by whom nominated, and with how many votes. */
export const residentsCandidacyType = defineRecordType({
  id: 'people.residents_candidacy',
  label: { zh: '居委会候选人', en: 'Residents’ candidacy' },
  plural: { zh: '居委会候选人', en: 'Residents’ candidacies' },
  header: [],
  attributes: [
    personNamed,
    {
      key: 'ballot_id',
      kind: 'reference',
      class: 'internal',
      to: 'people.residents_ballot',
      hangs: true,
      label: { zh: '居委会选举投票', en: 'Residents’ ballot' },
      required: true,
    },
    {
      key: 'way',
      kind: 'choice',
      class: 'internal',
      choices: candidacyWays,
      label: { zh: '产生方式', en: 'Stands as' },
      required: true,
    },
    {
      key: 'nominated_by',
      kind: 'choice',
      class: 'internal',
      choices: nominators,
      label: { zh: '提名方式', en: 'Nominated' },
      required: false,
    },
    {
      key: 'nominators',
      kind: 'count',
      class: 'internal',
      least: 1,
      most: 99_999,
      label: { zh: '联名选民人数', en: 'Number of nominating voters' },
      help: { zh: '只登记人数。', en: 'Their number alone.' },
      required: false,
    },
    {
      key: 'list_no',
      kind: 'count',
      class: 'internal',
      least: 1,
      most: 99,
      label: { zh: '名单顺序', en: 'Place on the list' },
      required: false,
    },
    {
      key: 'votes_for',
      kind: 'count',
      class: 'internal',
      most: 99_999,
      unit: { zh: '票', en: 'votes' },
      label: { zh: '得票', en: 'Votes' },
      required: false,
    },
  ],
  acts: [
    {
      kind: 'listed',
      effect: 'begins',
      label: { zh: '列为候选人', en: 'List' },
      sets: ['person_id', 'ballot_id', 'way', 'nominated_by', 'nominators', 'list_no'],
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
      sets: ['votes_for'],
      onlyInDeeds: true,
    },
    { kind: 'withdrew', effect: 'ends', label: { zh: '退出候选', en: 'Withdraw' }, sets: [] },
  ],
  title: 'person_id',
  naturalKey: ['person_id', 'ballot_id'],
  scoped: true,
  permissions,
})
