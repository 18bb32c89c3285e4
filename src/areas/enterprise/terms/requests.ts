import type { Text } from '../../../platform/text.ts'

/** What a company asks for (domain S8); financing, upgrading and hiring are the three that the office reports. */
export const requestKinds = {
  financing: { zh: '融资', en: 'Financing' },
  upgrading: { zh: '转型升级', en: 'Upgrading' },
  hiring: { zh: '用工', en: 'Hiring' },
  land: { zh: '用地厂房', en: 'Land and premises' },
  approval: { zh: '审批', en: 'Approval' },
  facilities: { zh: '配套（停车、公交、入学）', en: 'Facilities (parking, buses, schooling)' },
  policy: { zh: '政策咨询', en: 'Policy question' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>
export type RequestKind = keyof typeof requestKinds

/** By which way a request came in. */
export const requestChannels = {
  telephone: { zh: '电话', en: 'Telephone' },
  visit: { zh: '走访', en: 'Visit' },
  paper: { zh: '书面材料', en: 'Paper' },
  public_form: { zh: '网上诉求单', en: 'Public form' },
} as const satisfies Record<string, Text>

/** What became of a request when it was closed (domain S8). */
export const requestOutcomes = {
  solved: { zh: '解决', en: 'Solved' },
  partly_solved: { zh: '部分解决', en: 'Partly solved' },
  explained: { zh: '政策不允许，已解释', en: 'Not allowed by policy, explained' },
  passed_on: { zh: '转上级', en: 'Passed on to above' },
  withdrawn: { zh: '企业撤回', en: 'Withdrawn by the company' },
} as const satisfies Record<string, Text>
export type RequestOutcome = keyof typeof requestOutcomes

/** By what it is known that the problem is solved. */
export const confirmations = {
  written: { zh: '企业书面确认', en: 'The company confirmed in writing' },
  spoken: { zh: '企业电话或者当面确认', en: 'The company confirmed by telephone or in person' },
  evidence: { zh: '有办结凭证', en: 'A document shows it' },
} as const satisfies Record<string, Text>

/** What a company says when it is called back. */
export const satisfactions = {
  satisfied: { zh: '满意', en: 'Satisfied' },
  fairly: { zh: '基本满意', en: 'Fairly satisfied' },
  not_satisfied: { zh: '不满意', en: 'Not satisfied' },
  not_reached: { zh: '未联系上', en: 'Not reached' },
} as const satisfies Record<string, Text>

/** Where a request stands by its own events; its departments' parts stand apart. */
export const requestStages = {
  open: { zh: '办理中', en: 'Open' },
  closed: { zh: '已办结，待回访', en: 'Closed, waiting for call-back' },
  called_back: { zh: '已回访', en: 'Called back' },
} as const satisfies Record<string, Text>
export type RequestStage = keyof typeof requestStages

/** Where what a company sent through the public form stands, while no request was made of it. */
export const submissionStages = {
  waiting: { zh: '待受理', en: 'Waiting' },
  declined: { zh: '不予受理', en: 'Not taken up' },
} as const satisfies Record<string, Text>
export type SubmissionStage = keyof typeof submissionStages

/** A department's part: it answers the company, or it answers the department that does. */
export const taskRoles = {
  lead: { zh: '主办', en: 'Lead' },
  assist: { zh: '协办', en: 'Assist' },
} as const satisfies Record<string, Text>
export type TaskRole = keyof typeof taskRoles

/** Where a department's part stands. */
export const taskStages = {
  assigned: { zh: '已派单', en: 'Assigned' },
  objected: { zh: '提出异议', en: 'Objected to' },
  accepted: { zh: '办理中', en: 'In work' },
  paused: { zh: '暂停计时', en: 'Paused' },
  answered: { zh: '已答复', en: 'Answered' },
  returned: { zh: '已退回', en: 'Returned' },
} as const satisfies Record<string, Text>
export type TaskStage = keyof typeof taskStages

/** The steps for which the office has set a time. */
export const clockSteps = {
  assign: { zh: '派单', en: 'Assign' },
  object: { zh: '提出异议', en: 'Object' },
  settle: { zh: '处理异议', en: 'Settle an objection' },
  assist: { zh: '协办答复', en: 'Answer of who assists' },
  lead: { zh: '主办答复', en: 'Answer of the lead' },
  extend: { zh: '申请延期（到期前）', en: 'Ask for more time (ahead of expiry)' },
} as const satisfies Record<string, Text>

export const clockUnits = {
  working_day: { zh: '工作日', en: 'Working days' },
  day: { zh: '自然日', en: 'Days' },
} as const satisfies Record<string, Text>
