import type { RecordAct, RecordField } from '../../../platform/records/record-type.ts'
import { dissolutionCauses, occasions } from '../terms.ts'

const whole = [
  'name',
  'kind',
  'founded_in',
  'parent_id',
  'seat_id',
  'unit_id',
  'purpose',
  'expected_end',
  'term_from',
  'term_years',
]

const occasion: RecordField = {
  key: 'occasion',
  kind: 'choice',
  class: 'internal',
  choices: occasions,
  label: { zh: '组建背景', en: 'Occasion' },
  required: false,
  example: '',
}
const cause: RecordField = {
  key: 'cause',
  kind: 'choice',
  class: 'internal',
  choices: dissolutionCauses,
  label: { zh: '撤销理由', en: 'Cause' },
  required: false,
  example: '',
}

/** How an organisation comes to be, changes and ends (domain S1, S3). Withdrawn (撤销), absorbed (归并) and merged (合并) are different ends. */
export const organisationActs: readonly RecordAct[] = [
  {
    kind: 'established',
    effect: 'begins',
    label: { zh: '成立（新建）', en: 'Establish' },
    sets: whole,
    details: [occasion],
  },
  {
    kind: 'jointly_established',
    effect: 'begins',
    label: { zh: '联合组建', en: 'Establish jointly' },
    help: {
      zh: '几个单位联合组建，成立后在“联合覆盖单位”中登记所覆盖的单位。',
      en: 'Several units form one organisation: afterwards enter each of them under “Covered units”.',
    },
    sets: whole,
    details: [occasion],
  },
  {
    kind: 'founded_by_merger',
    effect: 'begins',
    label: { zh: '合并组建', en: 'Founded by a merger' },
    sets: whole,
    onlyInDeeds: true,
  },
  {
    kind: 'founded_by_split',
    effect: 'begins',
    label: { zh: '分设成立', en: 'Founded by a split' },
    sets: whole,
    onlyInDeeds: true,
  },
  {
    kind: 'restored',
    effect: 'begins',
    again: true,
    label: { zh: '恢复', en: 'Restore' },
    help: {
      zh: '已终止的组织自该日起恢复。从来没有终止过的，请改用更正。',
      en: 'An organisation that had ended is in force again from that day. If it never ended, make a correction.',
    },
    sets: whole,
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
    kind: 'reclassified',
    effect: 'changes',
    label: { zh: '调整类型', en: 'Re-classify' },
    help: {
      zh: '组织本身延续，类型或设置层级改变，如党支部改为联合党支部。',
      en: 'It goes on as another type or tier, such as a branch that becomes a joint branch.',
    },
    sets: ['kind', 'founded_in', 'name'],
    details: [occasion],
  },
  {
    kind: 'raised',
    effect: 'changes',
    label: { zh: '升格', en: 'Raise' },
    help: { zh: '如党支部升格为党总支部。', en: 'Such as a branch that becomes a general branch.' },
    sets: ['kind', 'name'],
  },
  {
    kind: 'term_began',
    effect: 'changes',
    label: { zh: '换届', en: 'Begin a term' },
    sets: ['term_from', 'term_years'],
  },
  {
    kind: 'purpose_changed',
    effect: 'changes',
    label: { zh: '变更设立事由或预计结束日期', en: 'Change what it exists for, or until when' },
    sets: ['purpose', 'expected_end'],
  },
  {
    kind: 'took_in',
    effect: 'changes',
    label: { zh: '接收归并', en: 'Took in others' },
    sets: [],
    onlyInDeeds: true,
  },
  {
    kind: 'divided',
    effect: 'changes',
    label: { zh: '分出新组织', en: 'Had others split off' },
    sets: [],
    onlyInDeeds: true,
  },
  {
    kind: 'dissolved',
    effect: 'ends',
    label: { zh: '撤销', en: 'Dissolve' },
    help: {
      zh: '组织自该日起不再有效，历史保留。名下还有下级组织或覆盖单位的，请用“撤销并安排去向”。',
      en: 'From that day it is no longer in force; its history stays. Where something still hangs on it, use “Dissolve and hand over”.',
    },
    sets: [],
    details: [cause],
  },
  {
    kind: 'absorbed',
    effect: 'ends',
    label: { zh: '归并', en: 'Absorbed' },
    sets: [],
    onlyInDeeds: true,
  },
  { kind: 'merged', effect: 'ends', label: { zh: '合并', en: 'Merged' }, sets: [], onlyInDeeds: true },
  { kind: 'split', effect: 'ends', label: { zh: '分设', en: 'Split' }, sets: [], onlyInDeeds: true },
]
