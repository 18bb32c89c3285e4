import {
  type Figure,
  flow,
  type Percent,
  percent,
  percentile,
  share,
  stock,
} from '../../../platform/figures/figure.ts'
import { text } from '../../../platform/text.ts'
import * as clocks from './clock-rows.ts'
import { companies, distinctCompanies, service } from './company-figures.ts'
import { jointDepartments } from './department-rows.ts'
import * as rows from './request-rows.ts'

const requests = { zh: '件', en: 'requests' }
const parts = { zh: '件', en: 'parts' }
const distinctRequests = { by: 'distinct', of: { zh: '企业诉求', en: 'requests' } } as const
const count = { by: 'count' } as const

const received = flow({
  ...service,
  id: 'enterprise.requests_received',
  label: { zh: '受理企业诉求', en: 'Requests received' },
  unit: requests,
  rows: rows.requestsReceived,
  measure: count,
})

const closed = flow({
  ...service,
  id: 'enterprise.requests_closed',
  label: { zh: '办结企业诉求', en: 'Requests closed' },
  unit: requests,
  rows: rows.requestsClosed,
  measure: distinctRequests,
  apart: true,
})

const due = flow({
  ...service,
  id: 'enterprise.leads_due',
  label: { zh: '到期的主办办理', en: 'Leads’ parts due' },
  unit: parts,
  rows: clocks.leadsDue,
  measure: count,
  apart: true,
})

const callBack = (
  name: string,
  said: Parameters<typeof rows.callBacks>[1],
  label: { zh: string; en: string },
) =>
  flow({
    ...service,
    id: `enterprise.${name}`,
    label,
    unit: requests,
    rows: rows.callBacks(name, said, {
      zh: `期内回访，企业评价为“${label.zh}”的诉求（以期内最后一次回访为准，回访后没有重新办理）`,
      en: `requests called back in the period of which the company said “${label.en}” (by its last call-back in the period, and not reopened after it)`,
    }),
    measure: distinctRequests,
    apart: true,
  })

const reached = rows.callBacks('called_back_and_reached', ['satisfied', 'fairly', 'not_satisfied'], {
  zh: '期内回访并联系上企业的诉求（以期内最后一次回访为准，回访后没有重新办理）',
  en: 'requests of which the company was reached when it was called back in the period (by the last call-back, and not reopened after it)',
})
const content = rows.callBacks('called_back_and_content', ['satisfied', 'fairly'], {
  zh: '期内回访，企业评价为“满意”或者“基本满意”的诉求（以期内最后一次回访为准，回访后没有重新办理）',
  en: 'requests called back in the period of which the company said “satisfied” or “fairly satisfied” (by the last call-back, and not reopened after it)',
})

const daysToClose = (of: Percent, name: string, label: { zh: string; en: string }) =>
  percentile({
    ...service,
    id: `enterprise.${name}`,
    label,
    unit: { zh: '个工作日', en: 'working days' },
    rows: rows.workingDaysToClose,
    amount: { zh: '工作日', en: 'working days' },
    scale: 0,
    percent: of,
    leastCases: 5,
    apart: true,
  })

/** Beside one another on the overview: how many were received, closed, answered in time; what companies say of it. */
export const requestFigures: readonly Figure[] = [
  stock({
    ...service,
    id: 'enterprise.joint_departments',
    label: { zh: '联动服务企业的部门', en: 'Departments in the joint mechanism' },
    unit: { zh: '个', en: 'departments' },
    rows: jointDepartments,
    measure: count,
  }),
  received,
  closed,
  stock({
    ...service,
    id: 'enterprise.requests_open',
    label: { zh: '在办企业诉求', en: 'Requests open' },
    unit: requests,
    rows: rows.requestsOpen,
    measure: count,
  }),
  stock({
    ...service,
    id: 'enterprise.parts_overdue',
    label: { zh: '逾期未答复', en: 'Overdue and not answered' },
    unit: parts,
    rows: clocks.partsOverdue,
    measure: count,
  }),
  flow({
    ...service,
    id: 'enterprise.companies_with_problem_solved',
    label: { zh: '解决融资难、升级难、用工难的企业', en: 'Companies with a problem solved' },
    unit: companies,
    rows: rows.problemsSolved,
    measure: distinctCompanies,
    remark: text(
      '一家企业解决几件只算一家；件数见“解决的融资、升级、用工诉求”。',
      'A company with several requests solved counts once; how many requests is the figure beside it.',
    ),
  }),
  flow({
    ...service,
    id: 'enterprise.problems_solved',
    label: { zh: '解决的融资、升级、用工诉求', en: 'Problems of the three kinds solved' },
    unit: requests,
    rows: rows.problemsSolved,
    measure: count,
    apart: true,
  }),
  due,
  share({
    ...service,
    id: 'enterprise.on_time_rate',
    label: { zh: '按时答复率', en: 'Answered in time' },
    unit: percent,
    decimals: 2,
    leastCases: 5,
    numerator: flow({
      ...service,
      id: 'enterprise.leads_answered_in_time',
      label: { zh: '按时答复的主办办理', en: 'Leads’ parts answered in time' },
      unit: parts,
      rows: clocks.leadsAnsweredInTime,
      measure: count,
    }),
    denominator: due,
    remark: text('逾期还没有答复的计入分母。', 'What is overdue and not answered yet is in the denominator.'),
  }),
  share({
    ...service,
    id: 'enterprise.completion_rate',
    label: { zh: '办结率', en: 'Completion rate' },
    unit: percent,
    decimals: 2,
    leastCases: 5,
    numerator: flow({
      ...service,
      id: 'enterprise.requests_received_and_closed',
      label: { zh: '期内受理、期末已办结', en: 'Received in the period and closed' },
      unit: requests,
      rows: rows.requestsReceivedAndClosed,
      measure: count,
    }),
    denominator: received,
    apart: true,
  }),
  share({
    ...service,
    id: 'enterprise.call_back_rate',
    label: { zh: '回访率', en: 'Call-back rate' },
    unit: percent,
    decimals: 2,
    leastCases: 5,
    numerator: flow({
      ...service,
      id: 'enterprise.requests_closed_and_reached',
      label: { zh: '办结后已回访并联系上', en: 'Closed, called back and reached' },
      unit: requests,
      rows: rows.requestsClosedAndReached,
      measure: distinctRequests,
    }),
    denominator: closed,
    apart: true,
  }),
  share({
    ...service,
    id: 'enterprise.satisfied_rate',
    label: { zh: '满意率', en: 'Satisfied' },
    unit: percent,
    decimals: 2,
    leastCases: 5,
    numerator: flow({
      ...service,
      id: 'enterprise.called_back_and_content',
      label: { zh: '满意和基本满意', en: 'Satisfied or fairly satisfied' },
      unit: requests,
      rows: content,
      measure: distinctRequests,
    }),
    denominator: flow({
      ...service,
      id: 'enterprise.called_back_and_reached',
      label: { zh: '回访并联系上', en: 'Called back and reached' },
      unit: requests,
      rows: reached,
      measure: distinctRequests,
    }),
    remark: text(
      '满意、基本满意、不满意三个数和回访率与它一并公布；联系上的不足5件不计算。',
      'Published together with the three counts and the call-back rate; not worked out for fewer than 5 that were reached.',
    ),
  }),
  daysToClose(50, 'working_days_to_close_median', { zh: '办结用时（中位数）', en: 'Time to close (median)' }),
  daysToClose(90, 'working_days_to_close_90', {
    zh: '办结用时（九成以内）',
    en: 'Time to close (90th percentile)',
  }),
  callBack('called_back_satisfied', ['satisfied'], { zh: '满意', en: 'Satisfied' }),
  callBack('called_back_fairly', ['fairly'], { zh: '基本满意', en: 'Fairly satisfied' }),
  callBack('called_back_not_satisfied', ['not_satisfied'], { zh: '不满意', en: 'Not satisfied' }),
]
