import { defineRecordType } from '../../../platform/records/record-type.ts'
import { communityPosts } from '../terms.ts'
import { actsWithin, invented, leaving, ofHolding, permissions, person } from './common-fields.ts'

/** A post that a person holds in a community, from a day on. */
export const communityPostType = defineRecordType({
  id: 'people.community_post',
  label: { zh: '社区岗位', en: 'Community post' },
  plural: { zh: '社区岗位', en: 'Community posts' },
  header: [invented],
  attributes: [
    person,
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
      key: 'post',
      kind: 'choice',
      class: 'internal',
      choices: communityPosts,
      label: { zh: '岗位', en: 'Post' },
      required: true,
      example: '党建社工',
    },
    ...ofHolding,
    {
      key: 'contract_until',
      kind: 'day',
      class: 'internal',
      label: { zh: '合同到期', en: 'Contract until' },
      help: { zh: '聘用人员填写，含当日。', en: 'For employed staff; that day included.' },
      required: false,
      example: '',
    },
  ],
  acts: [
    {
      kind: 'began',
      effect: 'begins',
      label: { zh: '到岗', en: 'Take up' },
      sets: ['person_id', 'place_id', 'post', ...ofHolding.map(({ key }) => key), 'contract_until'],
    },
    ...actsWithin,
    {
      kind: 'contract_renewed',
      effect: 'changes',
      label: { zh: '续签合同', en: 'Renew the contract' },
      sets: ['contract_until'],
    },
    { kind: 'ended', effect: 'ends', label: { zh: '离岗', en: 'Leave' }, sets: [], details: [leaving] },
  ],
  title: 'person_id',
  naturalKey: ['person_id', 'place_id', 'post'],
  scoped: true,
  permissions,
})
