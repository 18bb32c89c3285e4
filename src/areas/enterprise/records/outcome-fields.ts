import type { RecordAct, RecordField } from '../../../platform/records/record-type.ts'

export const code: RecordField = {
  key: 'code',
  kind: 'text',
  class: 'internal',
  label: { zh: '成果编号', en: 'Number' },
  help: { zh: '本单位自编，不重复。', en: 'The office’s own; no two alike.' },
  required: true,
  example: 'CG-2018-01',
}

/** What the office itself did: this, and not the result, is its own. */
export const served: RecordField = {
  key: 'served',
  kind: 'text',
  class: 'internal',
  label: { zh: '街道所做的工作', en: 'What the street did' },
  help: {
    zh: '写街道做了什么、在哪一天，如联系、协调、送政策；不写个人信息。结果是企业的，街道只写协助。',
    en: 'What the street did and on which day, such as to put in touch, to coordinate, to explain a policy; no personal values. The result is the company’s: the street assisted.',
  },
  required: true,
  example: '2018年3月上门讲解变更登记办法',
}

/** What the company had asked for, where the result came of it. */
export const request: RecordField = {
  key: 'request_id',
  kind: 'reference',
  class: 'internal',
  to: 'enterprise.request',
  label: { zh: '由哪件诉求促成', en: 'Came of the request' },
  heading: { zh: '诉求受理编号', en: 'Number of the request' },
  required: false,
  example: '',
}

export const evidence: RecordField = {
  key: 'evidence',
  kind: 'text',
  class: 'internal',
  label: { zh: '依据', en: 'Evidence' },
  help: {
    zh: '证明材料的名称和文号。没有依据的不计入统计。',
    en: 'What proves it, by name and number. Without it the result is not counted.',
  },
  required: false,
  example: '',
}

/** Proof that came later; the day of the result stays. */
export const evidenced = (...sets: string[]): RecordAct => ({
  kind: 'evidenced',
  effect: 'changes',
  label: { zh: '补充依据', en: 'Add evidence' },
  help: {
    zh: '日期填收到依据的那一天；成果仍计入它自己的日期。',
    en: 'The day is that on which it was received; the result still counts on its own day.',
  },
  sets,
})
