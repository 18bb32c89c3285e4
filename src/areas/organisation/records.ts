import { defineRecordType, type RecordField } from '../../platform/records/record-type.ts'
import type { Text } from '../../platform/text.ts'
import {
  councilKinds,
  foundedIn,
  legalPersonKinds,
  legalPersonStates,
  organisationKinds,
  placeKinds,
} from './terms.ts'

const permissions = {
  see: 'organisation.see',
  record: 'organisation.record',
  correct: 'organisation.correct',
}

const name = ({ label, example }: { label: Text; example: string }): RecordField => ({
  key: 'name',
  kind: 'text',
  label,
  required: true,
  example,
})
const invented: RecordField = {
  key: 'invented',
  kind: 'flag',
  label: { zh: '虚构', en: 'Invented' },
  help: { zh: '演示数据中虚构的对象填“是”。', en: 'Yes for something invented for a demonstration.' },
  required: false,
}

export const placeType = defineRecordType({
  id: 'organisation.place',
  label: { zh: '地点', en: 'Place' },
  plural: { zh: '地点', en: 'Places' },
  header: [
    {
      key: 'kind',
      kind: 'choice',
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
      to: 'organisation.place',
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
  title: 'name',
  naturalKey: ['code'],
  parent: 'parent_id',
  scoped: true,
  permissions,
})

export const legalPersonType = defineRecordType({
  id: 'organisation.legal_person',
  label: { zh: '法人单位', en: 'Legal person' },
  plural: { zh: '法人单位', en: 'Legal persons' },
  header: [
    {
      key: 'credit_code',
      kind: 'text',
      label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      help: { zh: '18位，末位为校验码。', en: '18 characters; the last is a check character.' },
      required: true,
      example: '91350206MA00000000',
    },
    {
      key: 'kind',
      kind: 'choice',
      choices: legalPersonKinds,
      label: { zh: '单位性质', en: 'Kind' },
      required: true,
      example: '非公企业',
    },
    invented,
  ],
  attributes: [
    name({ label: { zh: '单位名称', en: 'Name' }, example: '示例有限公司' }),
    { key: 'address', kind: 'text', label: { zh: '住所', en: 'Address' }, required: false, example: '' },
    {
      key: 'state',
      kind: 'choice',
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

export const partyOrganisationType = defineRecordType({
  id: 'organisation.party_organisation',
  label: { zh: '党组织', en: 'Party organisation' },
  plural: { zh: '党组织', en: 'Party organisations' },
  header: [
    {
      key: 'code',
      kind: 'text',
      label: { zh: '党组织代码', en: 'Organisation code' },
      help: { zh: '本街道自编，不重复、不再用。', en: 'The office’s own; unique and never used again.' },
      required: true,
      example: 'JA-001',
    },
    {
      key: 'contact_name',
      kind: 'text',
      label: { zh: '联系人', en: 'Contact' },
      required: false,
      personal: true,
      example: '',
    },
    {
      key: 'contact_phone',
      kind: 'text',
      label: { zh: '联系电话', en: 'Telephone' },
      required: false,
      personal: true,
      example: '',
    },
    invented,
  ],
  attributes: [
    name({ label: { zh: '党组织全称', en: 'Full name' }, example: '示例花园小区党支部' }),
    {
      key: 'kind',
      kind: 'choice',
      choices: organisationKinds,
      label: { zh: '组织类型', en: 'Type' },
      required: true,
      example: '党支部',
    },
    {
      key: 'founded_in',
      kind: 'choice',
      choices: foundedIn,
      label: { zh: '设置于', en: 'Founded in' },
      help: {
        zh: '四位一体的层级，或者单位、项目。楼道党小组不是一级党组织。',
        en: 'A tier of the four-in-one system, a unit or a project. A stairwell group is no level of Party organisation.',
      },
      required: true,
      example: '小区',
    },
    {
      key: 'parent_id',
      kind: 'reference',
      to: 'organisation.party_organisation',
      label: { zh: '上级党组织', en: 'Parent organisation' },
      heading: { zh: '上级党组织代码', en: 'Code of the parent organisation' },
      help: {
        zh: '街道党工委不填。大党委不是上级组织。',
        en: 'Empty for the subdistrict’s own committee. A joint council is never a parent.',
      },
      required: false,
      example: 'JA-000',
    },
    {
      key: 'seat_id',
      kind: 'reference',
      to: 'organisation.place',
      label: { zh: '所在地点', en: 'Seat' },
      heading: { zh: '所在地点代码', en: 'Code of the seat' },
      required: true,
      example: '350206005023-01',
    },
    {
      key: 'unit_id',
      kind: 'reference',
      to: 'organisation.legal_person',
      label: { zh: '所在单位', en: 'Host unit' },
      heading: { zh: '所在单位信用代码', en: 'Credit code of the host unit' },
      help: { zh: '设置于单位的填。', en: 'For an organisation founded in a unit.' },
      required: false,
      example: '',
    },
  ],
  acts: [
    {
      kind: 'established',
      effect: 'begins',
      label: { zh: '成立', en: 'Establish' },
      sets: ['name', 'kind', 'founded_in', 'parent_id', 'seat_id', 'unit_id'],
    },
    { kind: 'renamed', effect: 'changes', label: { zh: '更名', en: 'Rename' }, sets: ['name'] },
    {
      kind: 're_homed',
      effect: 'changes',
      label: { zh: '变更隶属', en: 'Re-home' },
      help: {
        zh: '自变更之日起改由另一党组织领导，此前各日的数字不变。',
        en: 'From that day it answers to another organisation. Figures of earlier days stay.',
      },
      sets: ['parent_id'],
    },
    {
      kind: 're_seated',
      effect: 'changes',
      label: { zh: '变更所在地点', en: 'Re-seat' },
      help: {
        zh: '自变更之日起计入新的地点，此前各日的数字不变。',
        en: 'From that day it counts in the new place. Figures of earlier days stay.',
      },
      sets: ['seat_id', 'parent_id'],
    },
    {
      kind: 'dissolved',
      effect: 'ends',
      label: { zh: '撤销', en: 'Dissolve' },
      help: {
        zh: '组织自该日起不再有效，历史保留。',
        en: 'From that day it is no longer in force. Its history stays.',
      },
      sets: [],
    },
  ],
  title: 'name',
  naturalKey: ['code'],
  parent: 'parent_id',
  scoped: true,
  permissions,
})

export const councilType = defineRecordType({
  id: 'organisation.council',
  label: { zh: '大党委', en: 'Joint council' },
  plural: { zh: '大党委', en: 'Joint councils' },
  header: [
    { key: 'code', kind: 'text', label: { zh: '代码', en: 'Code' }, required: true, example: 'DW-JA' },
    invented,
  ],
  attributes: [
    name({ label: { zh: '名称', en: 'Name' }, example: '示例社区大党委' }),
    {
      key: 'kind',
      kind: 'choice',
      choices: councilKinds,
      label: { zh: '类型', en: 'Type' },
      required: true,
      example: '社区大党委',
    },
    {
      key: 'place_id',
      kind: 'reference',
      to: 'organisation.place',
      label: { zh: '所在地点', en: 'Place' },
      heading: { zh: '所在地点代码', en: 'Code of the place' },
      required: true,
      example: '350206005023',
    },
  ],
  acts: [
    {
      kind: 'established',
      effect: 'begins',
      label: { zh: '成立', en: 'Establish' },
      sets: ['name', 'kind', 'place_id'],
    },
    { kind: 'renamed', effect: 'changes', label: { zh: '更名', en: 'Rename' }, sets: ['name'] },
    { kind: 'dissolved', effect: 'ends', label: { zh: '撤销', en: 'Dissolve' }, sets: [] },
  ],
  title: 'name',
  naturalKey: ['code'],
  scoped: true,
  permissions,
})

/** A member organisation's seat in a council: the overlay of the joint councils, never a parent. */
export const councilSeatType = defineRecordType({
  id: 'organisation.council_seat',
  label: { zh: '成员单位', en: 'Member seat' },
  plural: { zh: '成员单位', en: 'Member seats' },
  header: [invented],
  attributes: [
    {
      key: 'council_id',
      kind: 'reference',
      to: 'organisation.council',
      label: { zh: '大党委', en: 'Council' },
      heading: { zh: '大党委代码', en: 'Code of the council' },
      required: true,
      example: 'DW-JA',
    },
    {
      key: 'unit_id',
      kind: 'reference',
      to: 'organisation.legal_person',
      label: { zh: '单位', en: 'Unit' },
      heading: { zh: '单位信用代码', en: 'Credit code of the unit' },
      required: true,
      example: '91350206MA00000000',
    },
  ],
  acts: [
    {
      kind: 'established',
      effect: 'begins',
      label: { zh: '加入', en: 'Join' },
      sets: ['council_id', 'unit_id'],
    },
    { kind: 'dissolved', effect: 'ends', label: { zh: '退出', en: 'Leave' }, sets: [] },
  ],
  title: 'unit_id',
  naturalKey: ['council_id', 'unit_id'],
  scoped: true,
  permissions,
})

export const recordTypes = [placeType, legalPersonType, partyOrganisationType, councilType, councilSeatType]
