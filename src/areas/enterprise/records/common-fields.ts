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

/** The company by its credit code. Of what is past once it has happened: it keeps no company on the list. */
export const companyNamed = {
  key: 'company_id',
  kind: 'reference',
  class: 'internal',
  to: 'enterprise.company',
  label: { zh: '企业', en: 'Company' },
  heading: { zh: '企业信用代码', en: 'Credit code of the company' },
  required: true,
  example: '91350206MA00000000',
} as const satisfies RecordField

/** What names it hangs on it. */
export const company = { ...companyNamed, hangs: true } as const satisfies RecordField

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

export const person = { ...personNamed, hangs: true } as const satisfies RecordField

/** The zone by its code. */
export const zone = {
  key: 'zone_id',
  kind: 'reference',
  class: 'internal',
  to: 'enterprise.zone',
  hangs: true,
  label: { zh: '片区', en: 'Zone' },
  heading: { zh: '片区编号', en: 'Code of the zone' },
  required: true,
  example: 'PQ-01',
} as const satisfies RecordField
