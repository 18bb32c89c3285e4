import { type Text, text } from '../../../../platform/text.ts'
import type { TimelineEvent } from '../../../../platform/timeline/timeline.ts'

/** A life as a table: which act is allowed in which stage, and the stage that it leads to. What is not named there is refused. */
export type Life<Stage extends string, Act extends string> = {
  readonly stages: Readonly<Record<Stage, Text>>
  readonly acts: Readonly<Record<Act, Text>>
  readonly transitions: Readonly<Record<Stage | 'none', Readonly<Partial<Record<Act, Stage>>>>>
  /** What has a stage, as a sentence begins with it. */
  readonly what: Text
  /** Why nothing can happen before it begins, and what to do. */
  readonly notBegun: { readonly why: Text; readonly first: Text }
}

type Kinds = readonly Pick<TimelineEvent, 'kind'>[]

/** Where events in their order lead. */
export function stageAfter<Stage extends string, Act extends string>(
  { transitions }: Life<Stage, Act>,
  events: Kinds,
): Stage | 'none' {
  return events.reduce<Stage | 'none'>((stage, { kind }) => transitions[stage][kind as Act] ?? stage, 'none')
}

/** The first act that its stage does not allow, said to a person; null where the events make a life. Events in order. */
export function lifeFault<Stage extends string, Act extends string>(
  life: Life<Stage, Act>,
  events: readonly Pick<TimelineEvent, 'kind' | 'onDate'>[],
): Text | null {
  let stage: Stage | 'none' = 'none'
  for (const { kind, onDate } of events) {
    const next: Stage | undefined = life.transitions[stage][kind as Act]
    if (next === undefined) return notAllowed(life, onDate, stage, kind as Act)
    stage = next
  }
  return null
}

function notAllowed<Stage extends string, Act extends string>(
  { stages, acts, transitions, what, notBegun }: Life<Stage, Act>,
  on: string,
  stage: Stage | 'none',
  act: Act,
): Text {
  const words = acts[act]
  if (stage === 'none')
    return text(
      `${on}${notBegun.why.zh}，不能登记“${words.zh}”。${notBegun.first.zh}`,
      `On ${on} ${notBegun.why.en}, so “${words.en}” cannot be recorded. ${notBegun.first.en}`,
    )
  const allowed = Object.keys(transitions[stage]).map((key) => acts[key as Act])
  return text(
    `${on}${what.zh}是“${stages[stage].zh}”，不能登记“${words.zh}”；此时可以：${allowed.map(({ zh }) => zh).join('、')}。`,
    `On ${on} ${what.en} is “${stages[stage].en}”, so “${words.en}” cannot be recorded. What may follow: ${allowed.map(({ en }) => en).join(', ')}.`,
  )
}
