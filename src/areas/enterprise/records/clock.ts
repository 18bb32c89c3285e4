import { defineRecordType } from '../../../platform/records/record-type.ts'
import { clockSteps, clockUnits } from '../terms.ts'
import { permissions } from './common-fields.ts'

/** How long a step of a request may take, from a day on: the office's own time (domain S8, C15 `ENT_*`). */
export const clockType = defineRecordType({
  id: 'enterprise.clock',
  label: { zh: '诉求办理时限', en: 'Clock of requests' },
  plural: { zh: '诉求办理时限', en: 'Clocks of requests' },
  header: [
    {
      key: 'name',
      kind: 'text',
      class: 'open',
      label: { zh: '名称', en: 'Name' },
      required: true,
      example: '主办部门7个工作日内答复',
    },
    {
      key: 'step',
      kind: 'choice',
      class: 'open',
      choices: clockSteps,
      label: { zh: '环节', en: 'Step' },
      required: true,
      example: '主办答复',
    },
  ],
  attributes: [
    {
      key: 'length',
      kind: 'count',
      class: 'open',
      most: 365,
      label: { zh: '时限', en: 'Length' },
      help: {
        zh: '0为当日。没有登记的环节按泉州做法：当日派单，1个工作日内提出异议，协办3个、主办7个工作日内答复，到期前1个工作日申请延期。',
        en: '0 is the same day. Where nothing is recorded the Quanzhou model holds: assigned the same day, objection within 1, assisting answer within 3 and lead within 7 working days, more time asked for 1 working day ahead of expiry.',
      },
      required: true,
      example: '7',
    },
    {
      key: 'unit',
      kind: 'choice',
      class: 'open',
      choices: clockUnits,
      label: { zh: '单位', en: 'Unit' },
      required: true,
      example: '工作日',
    },
  ],
  acts: [
    {
      kind: 'set',
      effect: 'begins',
      label: { zh: '施行', en: 'Bring into force' },
      sets: ['length', 'unit'],
    },
    { kind: 'changed', effect: 'changes', label: { zh: '调整', en: 'Change' }, sets: ['length', 'unit'] },
    { kind: 'lifted', effect: 'ends', label: { zh: '废止', en: 'Repeal' }, sets: [] },
  ],
  title: 'name',
  naturalKey: ['step'],
  scoped: false,
  permissions,
})
