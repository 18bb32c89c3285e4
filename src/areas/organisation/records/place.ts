import { defineRecordType } from '../../../platform/records/record-type.ts'
import { placeKinds } from '../terms.ts'
import { invented, name, permissions } from './common-fields.ts'

export const placeType = defineRecordType({
  id: 'organisation.place',
  label: { zh: '地点', en: 'Place' },
  plural: { zh: '地点', en: 'Places' },
  header: [
    {
      key: 'kind',
      kind: 'choice',
      class: 'open',
      choices: placeKinds,
      label: { zh: '层级', en: 'Level' },
      required: true,
      example: '小区',
    },
    invented,
  ],
  attributes: [
    name({ label: { zh: '名称', en: 'Name' }, example: '示例花园' }),
    {
      key: 'code',
      kind: 'text',
      class: 'open',
      label: { zh: '代码', en: 'Code' },
      help: {
        zh: '街道、社区填12位统计用区划代码，小区、楼栋、楼道填本街道自编代码。',
        en: 'The 12-digit area code of a subdistrict or community; the office’s own code below.',
      },
      required: true,
      example: '350206005023-01',
    },
    {
      key: 'parent_id',
      kind: 'reference',
      class: 'open',
      to: 'organisation.place',
      hangs: true,
      label: { zh: '上级地点', en: 'Parent place' },
      heading: { zh: '上级地点代码', en: 'Code of the parent place' },
      help: { zh: '街道不填。', en: 'Empty for the subdistrict itself.' },
      required: false,
      example: '350206005023',
    },
  ],
  acts: [
    {
      kind: 'established',
      effect: 'begins',
      label: { zh: '设立', en: 'Establish' },
      sets: ['name', 'code', 'parent_id'],
    },
    { kind: 'renamed', effect: 'changes', label: { zh: '更名', en: 'Rename' }, sets: ['name'] },
    { kind: 'recoded', effect: 'changes', label: { zh: '变更代码', en: 'Change code' }, sets: ['code'] },
    { kind: 're_homed', effect: 'changes', label: { zh: '划转', en: 'Re-home' }, sets: ['parent_id'] },
    { kind: 'dissolved', effect: 'ends', label: { zh: '撤销', en: 'Dissolve' }, sets: [] },
  ],
  deeds: [
    {
      kind: 'dissolve',
      label: { zh: '撤销并安排去向', en: 'Dissolve and hand over' },
      ending: { act: 'dissolved', least: 1, label: { zh: '撤销的地点', en: 'Places dissolved' } },
    },
  ],
  title: 'name',
  naturalKey: ['code'],
  parent: 'parent_id',
  scoped: true,
  permissions,
})
