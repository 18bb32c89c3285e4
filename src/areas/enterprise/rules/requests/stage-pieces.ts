import { inOrder } from '../../../../platform/timeline/project.ts'
import type { TimelineEvent } from '../../../../platform/timeline/timeline.ts'
import type { Day } from '../../../../platform/values/day.ts'

export type StagePiece<Stage> = { readonly from: Day; readonly to: Day | null; readonly stage: Stage }

/** The stage at the end of each day from the first event on: acts of one day make one boundary, as in the timeline itself. */
export function stagePieces<Stage>(
  events: readonly TimelineEvent[],
  stageBy: (events: readonly TimelineEvent[]) => Stage,
): StagePiece<Stage>[] {
  const ordered = inOrder(events)
  const days = [...new Set(ordered.map(({ onDate }) => onDate))]
  const reached = days.map((from) => ({ from, stage: stageBy(ordered.filter((e) => e.onDate <= from)) }))
  const turns = reached.filter(({ stage }, index) => stage !== reached[index - 1]?.stage)
  return turns.map(({ from, stage }, index) => ({ from, to: turns[index + 1]?.from ?? null, stage }))
}
