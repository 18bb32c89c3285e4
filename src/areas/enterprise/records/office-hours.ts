import { defineRecordType, type RecordField } from '../../../platform/records/record-type.ts'
import type { Text } from '../../../platform/text.ts'
import { permissions } from './common-fields.ts'

const time = (key: string, label: Text, example: string, required: boolean): RecordField => ({
  key,
  kind: 'text',
  class: 'open',
  label,
  required,
  example,
})
const sessions = ['morning_from', 'morning_to', 'afternoon_from', 'afternoon_to']

/** The office's own hours of work, from a day on (domain C4). Where none are recorded, nothing is measured by the hour. */
export const officeHoursType = defineRecordType({
  id: 'enterprise.office_hours',
  label: { zh: '办公时间', en: 'Office hours' },
  plural: { zh: '办公时间', en: 'Office hours' },
  header: [
    {
      key: 'name',
      kind: 'text',
      class: 'open',
      label: { zh: '名称', en: 'Name' },
      help: {
        zh: '同一日只有一种办公时间：夏季、冬季作息按通知“调整”，不另建一条。',
        en: 'One set of hours holds on any day: those of summer and winter are a change of it as the notice says, and no other record.',
      },
      required: true,
      example: '机关作息时间',
    },
  ],
  attributes: [
    time('morning_from', { zh: '上午上班', en: 'Morning from' }, '08:00', true),
    time('morning_to', { zh: '上午下班', en: 'Morning to' }, '12:00', true),
    time('afternoon_from', { zh: '下午上班', en: 'Afternoon from' }, '14:30', false),
    time('afternoon_to', { zh: '下午下班', en: 'Afternoon to' }, '17:30', false),
  ],
  acts: [
    { kind: 'set', effect: 'begins', label: { zh: '施行', en: 'Bring into force' }, sets: sessions },
    {
      kind: 'changed',
      effect: 'changes',
      label: { zh: '调整', en: 'Change' },
      help: {
        zh: '如夏季作息：自通知所说之日起，到下一次调整为止。',
        en: 'As in summer: from the day that the notice says, until the next change.',
      },
      sets: sessions,
    },
    { kind: 'lifted', effect: 'ends', label: { zh: '废止', en: 'Repeal' }, sets: [] },
  ],
  title: 'name',
  naturalKey: ['name'],
  scoped: false,
  permissions,
})
