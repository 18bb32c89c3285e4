import { defineRecordType, type RecordField } from '../../../platform/records/record-type.ts'
import type { Text } from '../../../platform/text.ts'
import { residentsContests, residentsVotes } from '../terms.ts'
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
const needed = (key: string, label: Text): RecordField => ({
  key,
  kind: 'count',
  class: 'internal',
  least: 1,
  most: 99,
  label,
  required: true,
})

/** What is reported of a round; every one of them is a total, proxies too: who holds them is kept nowhere. */
const countFields = [
  counted('entitled', { zh: '有权投票人数', en: 'Entitled to vote' }, 1),
  counted('participants', { zh: '参加投票人数', en: 'Participants' }),
  counted('issued', { zh: '发出选票', en: 'Ballots issued' }),
  counted('returned', { zh: '收回选票', en: 'Ballots returned' }),
  counted('void', { zh: '无效票', en: 'Void ballots' }),
  counted('proxies', { zh: '委托投票数', en: 'Votes by proxy' }),
  counted('most_proxies', { zh: '一人最多受托数', en: 'Most proxies of one holder' }),
  counted('candidate_proxies', { zh: '候选人受托数', en: 'Proxies held by candidates' }),
  counted('unwritten_proxies', { zh: '无书面委托数', en: 'Proxies not in writing' }),
]

/** One round of voting for one kind of post of a residents’ committee, in totals. It stays when its election has ended. */
export const residentsBallotType = defineRecordType({
  id: 'people.residents_ballot',
  label: { zh: '居委会选举投票', en: 'Residents’ ballot' },
  plural: { zh: '居委会选举投票', en: 'Residents’ ballots' },
  header: [
    {
      key: 'code',
      kind: 'text',
      class: 'internal',
      label: { zh: '投票编号', en: 'Ballot number' },
      required: true,
    },
    invented,
  ],
  attributes: [
    {
      key: 'election_id',
      kind: 'reference',
      class: 'internal',
      to: 'people.residents_election',
      label: { zh: '居委会选举', en: 'Residents’ election' },
      required: true,
    },
    {
      key: 'contest',
      kind: 'choice',
      class: 'internal',
      choices: residentsContests,
      label: { zh: '选举职务', en: 'Held on' },
      required: true,
    },
    {
      key: 'vote',
      kind: 'choice',
      class: 'internal',
      choices: residentsVotes,
      label: { zh: '投票性质', en: 'Which vote' },
      required: true,
    },
    needed('round', { zh: '轮次', en: 'Round' }),
    needed('seats', { zh: '本轮应选名额', en: 'Seats in this round' }),
    {
      key: 'voted_on',
      kind: 'day',
      class: 'internal',
      label: { zh: '投票日期', en: 'Day of the vote' },
      required: false,
    },
    ...countFields,
  ],
  acts: [
    {
      kind: 'prepared',
      effect: 'begins',
      label: { zh: '准备投票', en: 'Prepare' },
      sets: ['election_id', 'contest', 'vote', 'round', 'seats'],
    },
    {
      kind: 'counted',
      effect: 'changes',
      label: { zh: '计票', en: 'Count' },
      sets: ['voted_on', ...countFields.map(({ key }) => key)],
      onlyInDeeds: true,
    },
  ],
  title: 'code',
  naturalKey: ['code'],
  scoped: true,
  permissions,
})
