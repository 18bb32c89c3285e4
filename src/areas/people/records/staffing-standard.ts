import { defineRecordType } from '../../../platform/records/record-type.ts'
import { communityPosts } from '../terms.ts'
import { permissions } from './common-fields.ts'

/** How many holders of a post every community needs, from a day on: the office's own standard (domain S5). */
export const staffingStandardType = defineRecordType({
  id: 'people.staffing_standard',
  label: { zh: '配备标准', en: 'Staffing standard' },
  plural: { zh: '配备标准', en: 'Staffing standards' },
  header: [
    {
      key: 'name',
      kind: 'text',
      class: 'open',
      label: { zh: '标准名称', en: 'Name' },
      required: true,
      example: '每个社区1名党建社工',
    },
    {
      key: 'post',
      kind: 'choice',
      class: 'open',
      choices: communityPosts,
      label: { zh: '岗位', en: 'Post' },
      required: true,
      example: '党建社工',
    },
  ],
  attributes: [
    {
      key: 'needed',
      kind: 'count',
      class: 'open',
      least: 1,
      most: 99,
      label: { zh: '每个社区应配人数', en: 'Needed in each community' },
      required: true,
      example: '1',
    },
  ],
  acts: [
    { kind: 'set', effect: 'begins', label: { zh: '施行', en: 'Bring into force' }, sets: ['needed'] },
    {
      kind: 'changed',
      effect: 'changes',
      label: { zh: '调整标准', en: 'Change the standard' },
      sets: ['needed'],
    },
    { kind: 'lifted', effect: 'ends', label: { zh: '废止', en: 'Repeal' }, sets: [] },
  ],
  title: 'name',
  naturalKey: ['post'],
  scoped: false,
  permissions,
})
