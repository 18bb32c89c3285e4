import { type Figure, flow, type Percent, percentile } from '../../../platform/figures/figure.ts'
import type { RowSet } from '../../../platform/figures/row-set.ts'
import { type Text, text } from '../../../platform/text.ts'
import { service } from './company-figures.ts'
import * as rows from './hours-rows.ts'

const hours = (of: Percent, name: string, label: Text, set: RowSet, others: Text) =>
  percentile({
    ...service,
    id: `enterprise.${name}`,
    label,
    unit: text('办公小时', 'office hours'),
    decimals: 2,
    rows: set,
    amount: text('办公小时', 'office hours'),
    scale: 2,
    percent: of,
    leastCases: 5,
    apart: true,
    remark: text(
      `不能计算的有多少件，见“${others.zh}”。`,
      `How many could not be measured is “${others.en}”.`,
    ),
  })
const others = (name: string, label: Text, set: RowSet) =>
  flow({
    ...service,
    id: `enterprise.${name}`,
    label,
    unit: text('件', 'requests'),
    rows: set,
    measure: { by: 'distinct', of: text('企业诉求', 'requests') },
    apart: true,
  })

const notResponded = text('没有计入响应用时的诉求', 'Responses not measured')
const notSolved = text('没有计入解决用时的诉求', 'Solutions not measured')

/** How long companies wait in hours that the office works: until the lead first acts, and until it is solved. */
export const hoursFigures: readonly Figure[] = [
  hours(
    50,
    'response_hours_median',
    text('响应用时（中位数）', 'Time to respond (median)'),
    rows.responses,
    notResponded,
  ),
  hours(
    90,
    'response_hours_90',
    text('响应用时（九成以内）', 'Time to respond (90th percentile)'),
    rows.responses,
    notResponded,
  ),
  others('responses_not_measured', notResponded, rows.responsesUnmeasured),
  hours(
    50,
    'solving_hours_median',
    text('解决用时（中位数）', 'Time to solve (median)'),
    rows.solved,
    notSolved,
  ),
  hours(
    90,
    'solving_hours_90',
    text('解决用时（九成以内）', 'Time to solve (90th percentile)'),
    rows.solved,
    notSolved,
  ),
  others('solutions_not_measured', notSolved, rows.solvedUnmeasured),
]
