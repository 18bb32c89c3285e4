import { defineRecordType } from '../../../platform/records/record-type.ts'
import { partyPosts } from '../terms.ts'
import { actsWithin, invented, leaving, ofHolding, permissions, person } from './common-fields.ts'

/** A post that a person holds in a Party organisation, from a day on. */
export const partyPostType = defineRecordType({
  id: 'people.party_post',
  label: { zh: '党内职务', en: 'Party post' },
  plural: { zh: '党内职务', en: 'Party posts' },
  header: [invented],
  attributes: [
    person,
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
      key: 'post',
      kind: 'choice',
      class: 'internal',
      choices: partyPosts,
      label: { zh: '职务', en: 'Post' },
      required: true,
      example: '委员',
    },
    ...ofHolding,
  ],
  acts: [
    {
      kind: 'began',
      effect: 'begins',
      label: { zh: '任职', en: 'Take up' },
      sets: ['person_id', 'organisation_id', 'post', ...ofHolding.map(({ key }) => key)],
    },
    ...actsWithin,
    {
      kind: 'handed_over',
      effect: 'changes',
      label: { zh: '随组织变动转任', en: 'Go over to another organisation' },
      help: {
        zh: '组织合并、分设时，职务转到另一个组织。',
        en: 'Where organisations merge or split, the post goes over to another one.',
      },
      sets: ['organisation_id'],
    },
    { kind: 'ended', effect: 'ends', label: { zh: '离任', en: 'Leave' }, sets: [], details: [leaving] },
  ],
  title: 'person_id',
  naturalKey: ['person_id', 'organisation_id', 'post'],
  scoped: true,
  permissions,
})
