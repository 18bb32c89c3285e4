import { defineRecordType } from '../../../platform/records/record-type.ts'
import { legalPersonKinds, legalPersonStates } from '../terms.ts'
import { invented, name, permissions } from './common-fields.ts'

export const legalPersonType = defineRecordType({
  id: 'organisation.legal_person',
  label: { zh: '法人单位', en: 'Legal person' },
  plural: { zh: '法人单位', en: 'Legal persons' },
  header: [
    {
      key: 'credit_code',
      kind: 'text',
      class: 'open',
      label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      help: { zh: '18位，末位为校验码。', en: '18 characters; the last is a check character.' },
      required: true,
      example: '91350206MA00000000',
    },
    {
      key: 'kind',
      kind: 'choice',
      class: 'open',
      choices: legalPersonKinds,
      label: { zh: '单位性质', en: 'Kind' },
      required: true,
      example: '非公企业',
    },
    invented,
  ],
  attributes: [
    name({ label: { zh: '单位名称', en: 'Name' }, example: '示例有限公司' }),
    {
      key: 'address',
      kind: 'text',
      class: 'internal',
      label: { zh: '住所', en: 'Address' },
      required: false,
      example: '',
    },
    {
      key: 'state',
      kind: 'choice',
      class: 'internal',
      choices: legalPersonStates,
      label: { zh: '登记状态', en: 'State' },
      required: true,
      example: '在营',
    },
  ],
  acts: [
    {
      kind: 'established',
      effect: 'begins',
      label: { zh: '登记', en: 'Register' },
      sets: ['name', 'address', 'state'],
    },
    { kind: 'renamed', effect: 'changes', label: { zh: '更名', en: 'Rename' }, sets: ['name'] },
    { kind: 'moved', effect: 'changes', label: { zh: '变更住所', en: 'Change address' }, sets: ['address'] },
    {
      kind: 'state_changed',
      effect: 'changes',
      label: { zh: '变更登记状态', en: 'Change state' },
      sets: ['state'],
    },
  ],
  title: 'name',
  naturalKey: ['credit_code'],
  scoped: false,
  permissions,
})
