import { defineRecordType } from '../../../platform/records/record-type.ts'
import { practiceLeadTimes } from '../rules/elections/calendar/lead-times.ts'
import { leadSteps } from '../terms.ts'
import { permissions } from './common-fields.ts'

const { remind, request, nominees } = practiceLeadTimes

/** How many months before the month of an election a step is due, from a day on: the office's own time (domain S4, C15 `EL_*`). */
export const leadTimeType = defineRecordType({
  id: 'people.lead_time',
  label: { zh: '换届提前时间', en: 'Lead time of elections' },
  plural: { zh: '换届提前时间', en: 'Lead times of elections' },
  header: [
    {
      key: 'name',
      kind: 'text',
      class: 'open',
      label: { zh: '名称', en: 'Name' },
      required: true,
      example: '换届前6个月提醒',
    },
    {
      key: 'step',
      kind: 'choice',
      class: 'open',
      choices: leadSteps,
      label: { zh: '事项', en: 'Step' },
      required: true,
      example: '提醒换届，着手准备',
    },
  ],
  attributes: [
    {
      key: 'months',
      kind: 'count',
      class: 'open',
      most: 24,
      unit: { zh: '个月', en: 'months' },
      label: { zh: '提前月数', en: 'Months ahead' },
      help: {
        zh: `从选举所在月份往前数。没有登记的事项按惯例：提醒${remind}个月，请示${request}个月，预备人选${nominees}个月。`,
        en: `Counted back from the month of the election. Where nothing is recorded practice holds: ${remind} for the reminder, ${request} for the request, ${nominees} for the nominees.`,
      },
      required: true,
      example: '6',
    },
  ],
  acts: [
    { kind: 'set', effect: 'begins', label: { zh: '施行', en: 'Bring into force' }, sets: ['months'] },
    {
      kind: 'changed',
      effect: 'changes',
      label: { zh: '调整提前月数', en: 'Change the months' },
      sets: ['months'],
    },
    { kind: 'lifted', effect: 'ends', label: { zh: '废止', en: 'Repeal' }, sets: [] },
  ],
  title: 'name',
  naturalKey: ['step'],
  scoped: false,
  permissions,
})
