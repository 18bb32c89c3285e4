import { defineRecordType, type RecordAct, type RecordField } from '../../../platform/records/record-type.ts'
import type { Text } from '../../../platform/text.ts'
import { type TaskAct, taskActWords } from '../rules/requests/task-life.ts'
import { taskRoles } from '../terms.ts'
import { permissions, personNamed } from './common-fields.ts'
import { timeOfDay } from './time-of-day.ts'

const act = (kind: TaskAct, more: Partial<Omit<RecordAct, 'kind' | 'label' | 'effect'>>): RecordAct => ({
  kind,
  effect: kind === 'assigned' ? 'begins' : 'changes',
  label: taskActWords[kind],
  sets: [],
  ...more,
})
const words = (key: string, label: Text, help?: Text): RecordField => ({
  key,
  kind: 'text',
  class: 'internal',
  label,
  ...(help ? { help } : {}),
  required: true,
})
const why = words('why', { zh: '原因', en: 'Why' })

/** A department's part of a request. Returned or answered are stages of it: both may come on the day on which it was assigned. */
export const taskType = defineRecordType({
  id: 'enterprise.task',
  label: { zh: '诉求交办单', en: 'Department’s part of a request' },
  plural: { zh: '诉求交办单', en: 'Departments’ parts of requests' },
  header: [],
  attributes: [
    {
      key: 'request_id',
      kind: 'reference',
      class: 'internal',
      to: 'enterprise.request',
      hangs: true,
      label: { zh: '企业诉求', en: 'Request' },
      heading: { zh: '诉求受理编号', en: 'Number of the request' },
      required: true,
      example: '2018-0001',
    },
    {
      key: 'department_id',
      kind: 'reference',
      class: 'internal',
      to: 'enterprise.department',
      label: { zh: '办理部门', en: 'Department' },
      heading: { zh: '部门代码', en: 'Code of the department' },
      required: true,
      example: 'BM-01',
    },
    {
      key: 'role',
      kind: 'choice',
      class: 'internal',
      choices: taskRoles,
      label: { zh: '主协办', en: 'Role' },
      required: true,
      example: '主办',
    },
    {
      ...personNamed,
      key: 'holder_id',
      label: { zh: '承办人', en: 'Holder' },
      heading: { zh: '承办人编号', en: 'Number of the holder' },
      required: false,
    },
  ],
  acts: [
    act('assigned', { sets: ['request_id', 'department_id', 'role', 'holder_id'] }),
    act('objected', { details: [why] }),
    act('upheld', {
      help: {
        zh: '异议当日处理；退回后另行派单。',
        en: 'An objection is settled the same day; the request is then assigned anew.',
      },
    }),
    act('rejected', {}),
    act('accepted', { sets: ['holder_id'], details: [timeOfDay] }),
    act('paused', {
      help: {
        zh: '如等待企业补充材料；暂停期间不计入时限。',
        en: 'As while the company adds papers; the time until it goes on does not count.',
      },
      details: [why],
    }),
    act('resumed', {}),
    act('extended', {
      help: {
        zh: '到期前1个工作日提出，写明新的期限，并向企业说明。',
        en: 'Asked for at least 1 working day ahead of expiry, with a new day and an explanation to the company.',
      },
      details: [
        {
          key: 'new_due',
          kind: 'day',
          class: 'internal',
          label: { zh: '新的期限', en: 'New due day' },
          required: true,
        },
        {
          key: 'asked_on',
          kind: 'day',
          class: 'internal',
          label: { zh: '提出日期', en: 'Asked for on' },
          required: true,
        },
        words('explanation', { zh: '向企业的说明', en: 'Explanation to the company' }),
      ],
    }),
    act('adjusted', { sets: ['role', 'holder_id'] }),
    act('answered', {
      details: [words('answer', { zh: '答复内容', en: 'Answer' }), timeOfDay],
    }),
    act('reopened', { sets: ['holder_id'], details: [why] }),
  ],
  title: 'request_id',
  naturalKey: ['request_id', 'department_id'],
  scoped: true,
  permissions,
})
