import type { RecordField } from '../../../platform/records/record-type.ts'

/** Events have days; where the time within a day counts, the act says it. Without it the response in working hours is not measured. */
export const timeOfDay: RecordField = {
  key: 'at',
  kind: 'text',
  class: 'internal',
  label: { zh: '时刻', en: 'Time of day' },
  help: {
    zh: '如 09:30。用于计算办公时间内的响应时长；不清楚的留空，不参加计算。',
    en: 'As 09:30. The response in working hours is worked out from it; empty where nobody knows, and then it is not counted.',
  },
  required: false,
  example: '09:30',
}
