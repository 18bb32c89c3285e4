import { type Text, text } from '../../../../platform/text.ts'
import type { TimelineEvent } from '../../../../platform/timeline/timeline.ts'
import { type SubmissionStage, submissionStages } from '../../terms.ts'
import { type Life, stageAfter } from './life.ts'

/** What can happen to what a company sent through the public form. That it was taken up is told by the request that names it. */
export const submissionActs = ['submitted', 'declined', 'reconsidered'] as const
export type SubmissionAct = (typeof submissionActs)[number]

export const submissionActWords: Readonly<Record<SubmissionAct, Text>> = {
  submitted: text('企业提交', 'Sent by the company'),
  declined: text('不予受理', 'Decline'),
  reconsidered: text('重新考虑受理', 'Reconsider'),
}

export const submissionLife: Life<SubmissionStage, SubmissionAct> = {
  stages: submissionStages,
  acts: submissionActWords,
  transitions: {
    none: { submitted: 'waiting' },
    waiting: { declined: 'declined' },
    declined: { reconsidered: 'waiting' },
  },
  what: text('这份网上诉求单的状态', 'what was sent'),
  notBegun: {
    why: text('还没有提交', 'it was not sent yet'),
    first: text('请核对日期先后。', 'Check the order of the days.'),
  },
}

export const submissionStageBy = (events: readonly Pick<TimelineEvent, 'kind'>[]) =>
  stageAfter(submissionLife, events)
