import { defineRecordType } from '../../../platform/records/record-type.ts'
import { invented, permissions } from './common-fields.ts'

/** A zone (片区) of the leading group for the service to companies. The number of the document that set it up is that of the act. */
export const zoneType = defineRecordType({
  id: 'enterprise.zone',
  label: { zh: '片区', en: 'Zone' },
  plural: { zh: '片区', en: 'Zones' },
  header: [
    {
      key: 'code',
      kind: 'text',
      class: 'open',
      label: { zh: '片区编号', en: 'Code' },
      help: { zh: '本单位自编，长期不变。', en: 'The office’s own, and never changed.' },
      required: true,
      example: 'PQ-01',
    },
    invented,
  ],
  attributes: [
    {
      key: 'name',
      kind: 'text',
      class: 'open',
      label: { zh: '片区名称', en: 'Name' },
      required: true,
      example: '东部片区',
    },
  ],
  acts: [
    {
      kind: 'set_up',
      effect: 'begins',
      label: { zh: '划分片区', en: 'Set up' },
      help: {
        zh: '文号填领导小组的文件。',
        en: 'The document is that of the leading group.',
      },
      sets: ['name'],
    },
    { kind: 'renamed', effect: 'changes', label: { zh: '更名', en: 'Rename' }, sets: ['name'] },
    { kind: 'dissolved', effect: 'ends', label: { zh: '撤销', en: 'Dissolve' }, sets: [] },
  ],
  title: 'name',
  naturalKey: ['code'],
  scoped: false,
  permissions,
})
