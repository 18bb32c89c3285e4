import { type Text, text } from '../../../../platform/text.ts'
import type { TimelineEvent } from '../../../../platform/timeline/timeline.ts'
import { type TaskStage, taskStages } from '../../terms.ts'

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

type Reached = Readonly<Partial<Record<TaskAct, TaskStage>>>

/** Which act is allowed in which stage, and the stage that it leads to. What is not named here is refused. */
export const taskTransitions: Readonly<Record<TaskStage | 'none', Reached>> = {
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
}

/** The part is still to be answered, and its clock counts. */
export const isOpenTask = (stage: TaskStage): boolean => stage !== 'answered' && stage !== 'returned'

export const taskStageBy = (events: readonly Pick<TimelineEvent, 'kind'>[]): TaskStage | 'none' =>
  events.reduce<TaskStage | 'none'>(
    (stage, { kind }) => taskTransitions[stage][kind as TaskAct] ?? stage,
    'none',
  )

/** The first act that its stage does not allow, said to a person; null where the events make a life. Events in order. */
export function taskLifeFault(events: readonly Pick<TimelineEvent, 'kind' | 'onDate'>[]): Text | null {
  let stage: TaskStage | 'none' = 'none'
  for (const { kind, onDate } of events) {
    const act = kind as TaskAct
    const next: TaskStage | undefined = taskTransitions[stage][act]
    if (next === undefined) return notAllowed(onDate, stage, act)
    stage = next
  }
  return null
}

function notAllowed(on: string, stage: TaskStage | 'none', act: TaskAct): Text {
  const words = taskActWords[act]
  if (stage === 'none')
    return text(
      `${on}还没有派单，不能登记“${words.zh}”。请先派单，或核对日期先后。`,
      `On ${on} it was not assigned yet, so “${words.en}” cannot be recorded. Assign it first, or check the order of the days.`,
    )
  const allowed = Object.keys(taskTransitions[stage]).map((key) => taskActWords[key as TaskAct])
  return text(
    `${on}这个部门的办理状态是“${taskStages[stage].zh}”，不能登记“${words.zh}”；此时可以：${allowed.map(({ zh }) => zh).join('、')}。`,
    `On ${on} the department’s part is “${taskStages[stage].en}”, so “${words.en}” cannot be recorded. What may follow: ${allowed.map(({ en }) => en).join(', ')}.`,
  )
}
