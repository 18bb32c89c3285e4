import { defineRecordType } from '../../../platform/records/record-type.ts'
import { councilKinds } from '../terms.ts'
import { invented, name, permissions } from './common-fields.ts'

export const councilType = defineRecordType({
  id: 'organisation.council',
  label: { zh: '大党委', en: 'Joint council' },
  plural: { zh: '大党委', en: 'Joint councils' },
  header: [
    {
      key: 'code',
      kind: 'text',
      class: 'internal',
      label: { zh: '代码', en: 'Code' },
      required: true,
      example: 'DW-JA',
    },
    invented,
  ],
  attributes: [
    name({ label: { zh: '名称', en: 'Name' }, example: '示例社区大党委' }),
    {
      key: 'kind',
      kind: 'choice',
      class: 'internal',
      choices: councilKinds,
      label: { zh: '类型', en: 'Type' },
      required: true,
      example: '社区大党委',
    },
    {
      key: 'place_id',
      kind: 'reference',
      class: 'internal',
      to: 'organisation.place',
      hangs: true,
      label: { zh: '所在地点', en: 'Place' },
      heading: { zh: '所在地点代码', en: 'Code of the place' },
      required: true,
      example: '350206005023',
    },
    {
      key: 'lead_id',
      kind: 'reference',
      class: 'internal',
      to: 'organisation.party_organisation',
      hangs: true,
      label: { zh: '牵头党组织', en: 'Leading organisation' },
      heading: { zh: '牵头党组织代码', en: 'Code of the leading organisation' },
      help: {
        zh: '大党委以哪个党组织为主体召集；隶属关系不因此改变。',
        en: 'The organisation that convenes it. Nobody answers to it for that.',
      },
      required: false,
      example: '',
    },
  ],
  acts: [
    {
      kind: 'established',
      effect: 'begins',
      label: { zh: '成立', en: 'Establish' },
      sets: ['name', 'kind', 'place_id', 'lead_id'],
    },
    { kind: 'renamed', effect: 'changes', label: { zh: '更名', en: 'Rename' }, sets: ['name'] },
    {
      kind: 'lead_changed',
      effect: 'changes',
      label: { zh: '变更牵头党组织', en: 'Change the leading organisation' },
      sets: ['lead_id'],
    },
    { kind: 'dissolved', effect: 'ends', label: { zh: '撤销', en: 'Dissolve' }, sets: [] },
  ],
  title: 'name',
  naturalKey: ['code'],
  scoped: true,
  permissions,
})
