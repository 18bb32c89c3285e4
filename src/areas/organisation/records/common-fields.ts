import type { RecordField } from '../../../platform/records/record-type.ts'
import type { Text } from '../../../platform/text.ts'

export const permissions = {
  see: 'organisation.see',
  record: 'organisation.record',
  correct: 'organisation.correct',
}

/** The name, with its own label. */
export const name = ({ label, example }: { label: Text; example: string }): RecordField => ({
  key: 'name',
  kind: 'text',
  class: 'open',
  label,
  required: true,
  example,
})
export const invented: RecordField = {
  key: 'invented',
  kind: 'flag',
  class: 'open',
  label: { zh: '虚构', en: 'Invented' },
  help: { zh: '演示数据中虚构的对象填“是”。', en: 'Yes for something invented for a demonstration.' },
  required: false,
}
