import { defineRecordType } from '../../../platform/records/record-type.ts'
import { limitMatters } from '../terms.ts'
import { permissions } from './common-fields.ts'

/**
 * A limit that the office sets to its own work, from a day on (domain S3): how many companies an instructor answers for (R-S3-07, nothing is
 * judged where none is recorded), and what makes a branch look like a shell, which has a working definition where none is recorded.
 */
export const serviceLimitType = defineRecordType({
  id: 'enterprise.service_limit',
  label: { zh: '工作上限', en: 'Limit of work' },
  plural: { zh: '工作上限', en: 'Limits of work' },
  header: [
    {
      key: 'name',
      kind: 'text',
      class: 'open',
      label: { zh: '名称', en: 'Name' },
      required: true,
      example: '每名党建指导员不超过5家',
    },
    {
      key: 'matter',
      kind: 'choice',
      class: 'open',
      choices: limitMatters,
      label: { zh: '事项', en: 'Matter' },
      required: true,
      example: '一名党建指导员负责的企业数',
    },
  ],
  attributes: [
    {
      key: 'most',
      kind: 'count',
      class: 'open',
      least: 1,
      most: 999,
      label: { zh: '最多', en: 'At most' },
      help: {
        zh: '单位随事项：家、名、个月。',
        en: 'Companies, members or months, as the matter says.',
      },
      required: true,
      example: '5',
    },
  ],
  acts: [
    { kind: 'set', effect: 'begins', label: { zh: '施行', en: 'Bring into force' }, sets: ['most'] },
    { kind: 'changed', effect: 'changes', label: { zh: '调整', en: 'Change' }, sets: ['most'] },
    { kind: 'lifted', effect: 'ends', label: { zh: '废止', en: 'Repeal' }, sets: [] },
  ],
  title: 'name',
  naturalKey: ['matter'],
  scoped: false,
  permissions,
})
