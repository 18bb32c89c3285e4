import { defineRecordType, type RecordField } from '../../records/record-type.ts'
import { text } from '../../text.ts'

const permissions = { see: 'alpha.see', record: 'alpha.record', correct: 'alpha.correct' }
const name: RecordField = {
  key: 'name',
  kind: 'text',
  class: 'internal',
  label: text('名称', 'Name'),
  required: true,
}
const code: RecordField = {
  key: 'code',
  kind: 'text',
  class: 'internal',
  label: text('代码', 'Code'),
  required: true,
}

export const holderKinds = { firm: text('单位', 'Firm'), person: text('个人', 'Person') }

export const siteType = defineRecordType({
  id: 'alpha.site',
  label: text('地点', 'Site'),
  plural: text('地点', 'Sites'),
  header: [],
  attributes: [
    name,
    code,
    {
      key: 'parent_id',
      kind: 'reference',
      class: 'internal',
      to: 'alpha.site',
      label: text('上级', 'Parent'),
      required: false,
    },
  ],
  acts: [
    { kind: 'opened', effect: 'begins', label: text('启用', 'Open'), sets: ['name', 'code', 'parent_id'] },
    { kind: 're_homed', effect: 'changes', label: text('划转', 'Re-home'), sets: ['parent_id'] },
    { kind: 'closed', effect: 'ends', label: text('停用', 'Close'), sets: [] },
  ],
  title: 'name',
  naturalKey: ['code'],
  parent: 'parent_id',
  scoped: true,
  permissions,
})

export const holderType = defineRecordType({
  id: 'alpha.holder',
  label: text('持有人', 'Holder'),
  plural: text('持有人', 'Holders'),
  header: [
    code,
    {
      key: 'contact',
      kind: 'text',
      class: 'personal',
      enciphered: 'found',
      label: text('联系人', 'Contact'),
      required: false,
    },
    { key: 'rank', kind: 'count', class: 'internal', label: text('次序', 'Rank'), required: false },
    { key: 'pledge', kind: 'amount', class: 'internal', label: text('押金', 'Pledge'), required: false },
  ],
  attributes: [
    name,
    {
      key: 'kind',
      kind: 'choice',
      class: 'internal',
      choices: holderKinds,
      label: text('类型', 'Kind'),
      required: true,
    },
    {
      key: 'site_id',
      kind: 'reference',
      class: 'internal',
      to: 'alpha.site',
      label: text('所在地点', 'Site'),
      required: true,
    },
    {
      key: 'parent_id',
      kind: 'reference',
      class: 'internal',
      to: 'alpha.holder',
      label: text('上级', 'Parent'),
      required: false,
    },
    {
      key: 'seats',
      kind: 'count',
      class: 'internal',
      least: 1,
      most: 500,
      unit: text('席', 'seats'),
      label: text('席位', 'Seats'),
      required: false,
    },
    {
      key: 'funds',
      kind: 'amount',
      class: 'internal',
      least: '-1000000',
      most: '100000000000000',
      label: text('资金', 'Funds'),
      required: false,
    },
  ],
  acts: [
    {
      kind: 'registered',
      effect: 'begins',
      label: text('登记', 'Register'),
      sets: ['name', 'kind', 'site_id', 'parent_id', 'seats', 'funds'],
    },
    { kind: 'moved', effect: 'changes', label: text('迁移', 'Move'), sets: ['site_id'] },
    {
      kind: 'resized',
      effect: 'changes',
      label: text('增减席位', 'Resize'),
      sets: ['seats'],
      details: [
        {
          key: 'ballots',
          kind: 'count',
          class: 'internal',
          unit: text('张', 'ballots'),
          label: text('发出的票', 'Ballots issued'),
          required: false,
        },
      ],
    },
    {
      kind: 'funded',
      effect: 'changes',
      label: text('增减资金', 'Fund'),
      sets: ['funds'],
      details: [
        { key: 'fee', kind: 'amount', class: 'internal', label: text('手续费', 'Fee'), required: false },
      ],
    },
    { kind: 'left', effect: 'ends', label: text('离开', 'Leave'), sets: [] },
  ],
  title: 'name',
  naturalKey: ['code'],
  parent: 'parent_id',
  mergeable: { alike: [['name', 'site_id'], ['contact']] },
  scoped: true,
  permissions,
})
