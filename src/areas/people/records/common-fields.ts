import type { RecordAct, RecordField } from '../../../platform/records/record-type.ts'
import { gainings, leavings, standings, workingTimes } from '../terms.ts'

export const permissions = {
  see: 'people.see',
  record: 'people.record',
  correct: 'people.correct',
}

export const invented: RecordField = {
  key: 'invented',
  kind: 'flag',
  class: 'open',
  label: { zh: '虚构', en: 'Invented' },
  help: { zh: '演示数据中虚构的对象填“是”。', en: 'Yes for something invented for a demonstration.' },
  required: false,
}

/** Of what is past once it has happened: it keeps nobody's file from being closed. */
export const personNamed = {
  key: 'person_id',
  kind: 'reference',
  class: 'internal',
  to: 'people.person',
  label: { zh: '人员', en: 'Person' },
  heading: { zh: '人员编号', en: 'Person number' },
  required: true,
  example: 'RY-00001',
} as const satisfies RecordField

export const person: RecordField = { ...personNamed, hangs: true }

/** What every holding of a post says of itself. */
export const ofHolding: readonly RecordField[] = [
  {
    key: 'duty',
    kind: 'text',
    class: 'internal',
    label: { zh: '分工', en: 'Duty' },
    help: { zh: '如组织委员、纪检委员、宣传委员。', en: 'Such as organisation, discipline or publicity.' },
    required: false,
    example: '组织委员',
  },
  {
    key: 'gained',
    kind: 'choice',
    class: 'internal',
    choices: gainings,
    label: { zh: '任职方式', en: 'Gained by' },
    required: true,
    example: '选举',
  },
  {
    key: 'won_on',
    kind: 'day',
    class: 'internal',
    label: { zh: '当选（任命）日期', en: 'Elected or appointed on' },
    help: {
      zh: '当选的填本届选举日，连任后改为新一届选举日。',
      en: 'Of an elected holder, the day of the election of the present term; a re-election sets another.',
    },
    required: false,
    example: '2018-06-20',
  },
  {
    key: 'working_time',
    kind: 'choice',
    class: 'internal',
    choices: workingTimes,
    label: { zh: '专兼职', en: 'Working time' },
    required: true,
    example: '兼职',
  },
  {
    key: 'standing',
    kind: 'choice',
    class: 'internal',
    choices: standings,
    label: { zh: '主兼任', en: 'Standing' },
    help: {
      zh: '一人有几个职务时，写明哪个是主要职务。',
      en: 'Of several posts of a person, which one is the main one.',
    },
    required: false,
    example: '主要职务',
  },
  {
    key: 'rank',
    kind: 'count',
    class: 'internal',
    least: 1,
    most: 999,
    label: { zh: '排序', en: 'Rank' },
    help: {
      zh: '领导名单按职务排序，由人工填写，不按笔画或拼音。',
      en: 'Lists of leaders go by official rank, kept by hand, and by no alphabet.',
    },
    required: false,
    example: '1',
  },
]

export const leaving: RecordField = {
  key: 'cause',
  kind: 'choice',
  class: 'internal',
  choices: leavings,
  label: { zh: '离任原因', en: 'Why it ended' },
  required: false,
}

/** What happens to a holding between its beginning and its end. */
export const actsWithin: readonly RecordAct[] = [
  {
    kind: 're_elected',
    effect: 'changes',
    label: { zh: '连任', en: 'Be elected again' },
    help: { zh: '换届后继续担任同一职务。', en: 'Goes on in the same post after an election.' },
    sets: ['gained', 'won_on', 'duty', 'rank'],
  },
  {
    kind: 'duty_changed',
    effect: 'changes',
    label: { zh: '调整分工', en: 'Change the duty' },
    sets: ['duty'],
  },
  {
    kind: 'terms_changed',
    effect: 'changes',
    label: { zh: '变更专兼职或主兼任', en: 'Change working time or standing' },
    sets: ['working_time', 'standing'],
  },
  { kind: 're_ranked', effect: 'changes', label: { zh: '调整排序', en: 'Change the rank' }, sets: ['rank'] },
]
