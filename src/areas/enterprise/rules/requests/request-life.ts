import { type Text, text } from '../../../../platform/text.ts'
import type { TimelineEvent } from '../../../../platform/timeline/timeline.ts'
import { type RequestStage, requestStages } from '../../terms.ts'

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

type Reached = Readonly<Partial<Record<RequestAct, RequestStage>>>

/** Which act is allowed in which stage, and the stage that it leads to. What is not named here is refused. */
export const requestTransitions: Readonly<Record<RequestStage | 'none', Reached>> = {
  none: { received: 'open' },
  open: { amended: 'open', supervised: 'open', closed: 'closed' },
  closed: { called_back: 'called_back', reopened: 'open' },
  called_back: { called_back: 'called_back', reopened: 'open' },
}

export const requestStageBy = (events: readonly Pick<TimelineEvent, 'kind'>[]): RequestStage | 'none' =>
  events.reduce<RequestStage | 'none'>(
    (stage, { kind }) => requestTransitions[stage][kind as RequestAct] ?? stage,
    'none',
  )

/** The first act that its stage does not allow, said to a person; null where the events make a life. Events in order. */
export function requestLifeFault(events: readonly Pick<TimelineEvent, 'kind' | 'onDate'>[]): Text | null {
  let stage: RequestStage | 'none' = 'none'
  for (const { kind, onDate } of events) {
    const act = kind as RequestAct
    const next: RequestStage | undefined = requestTransitions[stage][act]
    if (next === undefined) return notAllowed(onDate, stage, act)
    stage = next
  }
  return null
}

function notAllowed(on: string, stage: RequestStage | 'none', act: RequestAct): Text {
  const words = requestActWords[act]
  if (stage === 'none')
    return text(
      `${on}还没有受理，不能登记“${words.zh}”。请核对日期先后。`,
      `On ${on} the request was not received yet, so “${words.en}” cannot be recorded. Check the order of the days.`,
    )
  const allowed = Object.keys(requestTransitions[stage]).map((key) => requestActWords[key as RequestAct])
  return text(
    `${on}这件诉求的状态是“${requestStages[stage].zh}”，不能登记“${words.zh}”；此时可以：${allowed.map(({ zh }) => zh).join('、')}。`,
    `On ${on} the request is “${requestStages[stage].en}”, so “${words.en}” cannot be recorded. What may follow: ${allowed.map(({ en }) => en).join(', ')}.`,
  )
}
