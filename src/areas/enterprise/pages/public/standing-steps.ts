import { type Text, text } from '../../../../platform/text.ts'
import type { Day } from '../../../../platform/values/day.ts'
import type { Standing } from '../../public-contract.ts'
import { requestOutcomes } from '../../terms/requests.ts'
import { type StepName, standingWords as words } from './standing-words.ts'

export type Step = {
  readonly name: StepName
  readonly state: 'done' | 'now' | 'ahead'
  /** Null where the step has no day, or has not come. */
  readonly on: Day | null
  readonly said: Text | null
}

const done = (name: StepName, on: Day | null, said: Text | null = null): Step => ({
  name,
  state: 'done',
  on,
  said,
})
const now = (name: StepName, said: Text): Step => ({ name, state: 'now', on: null, said })
const ahead = (name: StepName): Step => ({ name, state: 'ahead', on: null, said: null })

/** The way of a request from its sending to its closing, as far as it has come and what is still ahead. */
export function stepsOf({ submittedOn, stage, declined, request }: Standing): readonly Step[] {
  const sent = done('sent', submittedOn)
  if (declined) return [sent, done('declined', declined.on)]
  if (!request)
    return [sent, now('received', words.waiting), ahead('in_work'), ahead('answered'), ahead('closed')]
  const { receivedOn, department, answered, closed } = request
  const by = department === null ? null : text(department, department)
  const start = [sent, done('received', receivedOn)]
  if (closed)
    return [
      ...start,
      ...(by ? [done('in_work', null, by)] : []),
      ...(answered ? [done('answered', answered.on)] : []),
      done('closed', closed.on, requestOutcomes[closed.outcome]),
    ]
  if (stage === 'answered' && answered)
    return [...start, done('in_work', null, by), done('answered', answered.on), now('closed', words.toClose)]
  return [...start, now('in_work', by ?? words.assigning), ahead('answered'), ahead('closed')]
}
