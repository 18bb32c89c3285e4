import { creditCodeField } from '../../organisation/index.ts'
import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { clockType, departmentType, officeHoursType, requestType, taskType } from '../records.ts'

export const departmentsLedger = defineLedger({
  id: 'enterprise.departments',
  type: departmentType,
  sheet: text('诉求办理部门', 'Departments'),
  dayColumns: { begins: text('列入日期', 'Entered on'), ends: text('移出日期', 'Left on') },
  columns: ['code', 'name', 'joint', 'invented'],
  fields: { code: { fold: 'code' }, name: { also: text('单位名称', 'Unit') } },
})

export const clocksLedger = defineLedger({
  id: 'enterprise.clocks',
  type: clockType,
  sheet: text('诉求办理时限', 'Clocks of requests'),
  dayColumns: { begins: text('施行日期', 'In force from'), ends: text('废止日期', 'Repealed on') },
  columns: ['name', 'step', 'length', 'unit'],
})

export const officeHoursLedger = defineLedger({
  id: 'enterprise.office_hours',
  type: officeHoursType,
  sheet: text('办公时间', 'Office hours'),
  dayColumns: { begins: text('施行日期', 'In force from'), ends: text('废止日期', 'Repealed on') },
  columns: ['name', 'morning_from', 'morning_to', 'afternoon_from', 'afternoon_to'],
})

export const requestsLedger = defineLedger({
  id: 'enterprise.requests',
  type: requestType,
  sheet: text('企业诉求台账', 'Requests of companies'),
  dayColumns: { begins: text('受理日期', 'Received on') },
  columns: [
    'number',
    'company_id',
    'kind',
    'channel',
    'subject',
    'content',
    'wished_on',
    'submission_id',
    'asker_name',
    'asker_phone',
    'invented',
  ],
  fields: {
    number: { fold: 'code', also: text('编号、受理单号、序号', 'No.') },
    company_id: creditCodeField,
    kind: { also: text('诉求类别、问题类型', 'Type') },
    subject: { also: text('诉求标题、问题', 'Title') },
    content: { also: text('问题描述、诉求事项', 'Description') },
    asker_name: { also: text('联系人', 'Contact') },
    asker_phone: { also: text('联系电话、电话', 'Phone') },
  },
  notes: [
    text(
      '本表只登记受理；派单在“诉求交办单”中登记，办结、回访在诉求的页面上登记。',
      'This sheet has what was received; who answers it is in the sheet of departments’ parts, and closing and calling back are recorded on the page of the request.',
    ),
  ],
})

export const tasksLedger = defineLedger({
  id: 'enterprise.tasks',
  type: taskType,
  sheet: text('诉求交办单', 'Departments’ parts of requests'),
  dayColumns: { begins: text('派单日期', 'Assigned on') },
  columns: ['request_id', 'department_id', 'role', 'holder_id'],
  fields: {
    request_id: { fold: 'code' },
    department_id: { fold: 'code' },
    holder_id: { fold: 'code' },
  },
})
