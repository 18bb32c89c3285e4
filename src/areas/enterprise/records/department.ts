import { defineRecordType } from '../../../platform/records/record-type.ts'
import { invented, permissions } from './common-fields.ts'

/** A department that answers requests of companies; some of them make up the joint mechanism (domain S8: Party work, industry and commerce, trade union). */
export const departmentType = defineRecordType({
  id: 'enterprise.department',
  label: { zh: '办理部门', en: 'Department' },
  plural: { zh: '办理部门', en: 'Departments' },
  header: [
    {
      key: 'code',
      kind: 'text',
      class: 'open',
      label: { zh: '部门代码', en: 'Code' },
      help: { zh: '本街道自编，不重复、不再用。', en: 'The office’s own; unique and never used again.' },
      required: true,
      example: 'BM-01',
    },
    invented,
  ],
  attributes: [
    {
      key: 'name',
      kind: 'text',
      class: 'open',
      label: { zh: '部门名称', en: 'Name' },
      required: true,
      example: '党建办',
    },
    {
      key: 'joint',
      kind: 'flag',
      class: 'open',
      label: { zh: '列入联动机制', en: 'In the joint mechanism' },
      help: {
        zh: '党建、工商、工会等联动服务企业的部门填“是”。',
        en: 'Yes for those that serve companies together: Party work, industry and commerce, trade union.',
      },
      required: false,
      example: '是',
    },
  ],
  acts: [
    {
      kind: 'entered',
      effect: 'begins',
      label: { zh: '列入名册', en: 'Enter' },
      sets: ['name', 'joint'],
    },
    { kind: 'renamed', effect: 'changes', label: { zh: '更名', en: 'Rename' }, sets: ['name'] },
    {
      kind: 'joint_changed',
      effect: 'changes',
      label: { zh: '加入或者退出联动机制', en: 'Join or leave the joint mechanism' },
      sets: ['joint'],
    },
    { kind: 'left', effect: 'ends', label: { zh: '移出名册', en: 'Take off' }, sets: [] },
  ],
  title: 'name',
  naturalKey: ['code'],
  scoped: false,
  permissions,
})
