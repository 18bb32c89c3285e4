import type { Override } from '../../../../platform/web/records/override.ts'
import { RuleProblem } from '../../../../platform/web/records/rule-problem.tsx'
import { ProblemNote } from '../../../../platform/web/pieces/problem-note.tsx'
import { problemOf } from '../../../../platform/web/rpc/problem.ts'

/** Why a write was refused; a rule that a reason lifts can be overridden here. */
export function WriteProblem(props: {
  error: unknown
  onOverride: (overrides: readonly Override[]) => void
}) {
  const problem = problemOf(props.error)
  if (problem.code === 'RULE') return <RuleProblem problem={problem} onOverride={props.onOverride} />
  return <ProblemNote error={props.error} />
}
