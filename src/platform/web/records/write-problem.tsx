import { useSay } from '../language/use-say.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { problemOf } from '../rpc/problem.ts'
import type { FormValues } from './form-input.ts'
import { RuleProblem } from './rule-problem.tsx'
import { StaleProblem } from './stale-problem.tsx'
import type { FormField } from './form-field.ts'
import type { Override } from './override.ts'

/** Why a write was refused: a rule, someone else's change, or anything else in the server's words. */
export function WriteProblem(props: {
  error: unknown
  fields: readonly FormField[]
  mine: FormValues
  current?: () => Promise<{ version: string; values: FormValues }>
  onOverride: (overrides: readonly Override[]) => void
  onNewer: (version: string) => void
  onDrop: () => void
}) {
  const say = useSay()
  const problem = problemOf(props.error)
  if (problem.code === 'RULE') return <RuleProblem problem={problem} onOverride={props.onOverride} />
  if (problem.code === 'STALE' && props.current) {
    return (
      <StaleProblem
        words={say(problem.words)}
        fields={props.fields}
        mine={props.mine}
        current={props.current}
        onNewer={props.onNewer}
        onDrop={props.onDrop}
      />
    )
  }
  return <ProblemNote error={props.error} />
}
