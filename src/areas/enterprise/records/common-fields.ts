import type { RecordField } from '../../../platform/records/record-type.ts'

export const permissions = {
  see: 'enterprise.see',
  record: 'enterprise.record',
  correct: 'enterprise.correct',
}

export const invented: RecordField = {
  key: 'invented',
  kind: 'flag',
  class: 'open',
  label: { zh: '虚构', en: 'Invented' },
  help: { zh: '演示数据中虚构的对象填“是”。', en: 'Yes for something invented for a demonstration.' },
  required: false,
}

/** The company by its credit code; what names it hangs on it. */
export const company = {
  key: 'company_id',
  kind: 'reference',
  class: 'internal',
  to: 'enterprise.company',
  hangs: true,
  label: { zh: '企业', en: 'Company' },
  heading: { zh: '企业信用代码', en: 'Credit code of the company' },
  required: true,
  example: '91350206MA00000000',
} as const satisfies RecordField

export const person = {
  key: 'person_id',
  kind: 'reference',
  class: 'internal',
  to: 'people.person',
  hangs: true,
  label: { zh: '人员', en: 'Person' },
  heading: { zh: '人员编号', en: 'Person number' },
  required: true,
  example: 'RY-00001',
} as const satisfies RecordField

/** As {@link company}, by what happened once: it keeps no company from leaving. */
const { hangs: _company, ...companyThen } = company
export { companyThen }
