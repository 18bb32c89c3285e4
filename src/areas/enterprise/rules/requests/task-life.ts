import { type Text, text } from '../../../../platform/text.ts'
import type { TimelineEvent } from '../../../../platform/timeline/timeline.ts'
import { type TaskStage, taskStages } from '../../terms.ts'
import { type Life, stageAfter } from './life.ts'

/** What can happen to a department's part of a request. */
export const taskActs = [
  'assigned',
  'objected',
  'upheld',
  'rejected',
  'accepted',
  'paused',
  'resumed',
  'extended',
  'adjusted',
  'answered',
  'reopened',
] as const
export type TaskAct = (typeof taskActs)[number]

export const taskActWords: Readonly<Record<TaskAct, Text>> = {
  assigned: text('派单', 'Assign'),
  objected: text('提出异议', 'Object'),
  upheld: text('异议成立，退回', 'Uphold the objection'),
  rejected: text('异议不成立', 'Reject the objection'),
  accepted: text('接单办理', 'Accept'),
  paused: text('暂停计时', 'Pause'),
  resumed: text('恢复计时', 'Resume'),
  extended: text('延期', 'Extend'),
  adjusted: text('调整主协办或承办人', 'Change role or holder'),
  answered: text('答复', 'Answer'),
  reopened: text('重新办理', 'Take up again'),
}

export const taskLife: Life<TaskStage, TaskAct> = {
  stages: taskStages,
  acts: taskActWords,
  transitions: {
    none: { assigned: 'assigned' },
    assigned: {
      objected: 'objected',
      accepted: 'accepted',
      extended: 'assigned',
      adjusted: 'assigned',
      answered: 'answered',
    },
    objected: { upheld: 'returned', rejected: 'assigned' },
    accepted: { paused: 'paused', extended: 'accepted', adjusted: 'accepted', answered: 'answered' },
    paused: { resumed: 'accepted', adjusted: 'paused' },
    answered: { reopened: 'assigned', adjusted: 'answered' },
    returned: { reopened: 'assigned' },
  },
  what: text('这个部门的办理状态', 'the department’s part'),
  notBegun: {
    why: text('还没有派单', 'it was not assigned yet'),
    first: text('请先派单，或核对日期先后。', 'Assign it first, or check the order of the days.'),
  },
}

/** The part is still to be answered, and its clock counts. */
export const isOpenTask = (stage: TaskStage): boolean => stage !== 'answered' && stage !== 'returned'

export const taskStageBy = (events: readonly Pick<TimelineEvent, 'kind'>[]) => stageAfter(taskLife, events)
