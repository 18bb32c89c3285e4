import { type Text, text } from '../../../../platform/text.ts'
import type { TimelineEvent } from '../../../../platform/timeline/timeline.ts'
import { type RequestStage, requestStages } from '../../terms.ts'
import { type Life, stageAfter } from './life.ts'

/** What can happen to a request itself. */
export const requestActs = ['received', 'amended', 'supervised', 'closed', 'called_back', 'reopened'] as const
export type RequestAct = (typeof requestActs)[number]

export const requestActWords: Readonly<Record<RequestAct, Text>> = {
  received: text('受理', 'Receive'),
  amended: text('更改诉求要素', 'Amend'),
  supervised: text('督办', 'Supervise'),
  closed: text('办结', 'Close'),
  called_back: text('回访', 'Call back'),
  reopened: text('重新办理', 'Reopen'),
}

export const requestLife: Life<RequestStage, RequestAct> = {
  stages: requestStages,
  acts: requestActWords,
  transitions: {
    none: { received: 'open' },
    open: { amended: 'open', supervised: 'open', closed: 'closed' },
    closed: { called_back: 'called_back', reopened: 'open' },
    called_back: { called_back: 'called_back', reopened: 'open' },
  },
  what: text('这件诉求的状态', 'the request'),
  notBegun: {
    why: text('还没有受理', 'the request was not received yet'),
    first: text('请核对日期先后。', 'Check the order of the days.'),
  },
}

export const requestStageBy = (events: readonly Pick<TimelineEvent, 'kind'>[]) =>
  stageAfter(requestLife, events)
