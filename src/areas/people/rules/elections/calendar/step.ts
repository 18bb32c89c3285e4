import type { RuleSource } from '../../../../../platform/rules/rule.ts'
import type { Text } from '../../../../../platform/text.ts'
import type { Day } from '../../../../../platform/values/day.ts'

/** One dated step of an election. */
export type CalendarStep = {
  /** The clock of which the day follows, as in 'RC_LIST'. */
  readonly id: string
  readonly name: Text
  /** The first day on which it can be done; null where none is set. */
  readonly from: Day | null
  /** The last day on which it is in time. */
  readonly by: Day
  /** A lock is a statutory time: what comes next waits for it. A reminder is practice. */
  readonly force: 'lock' | 'reminder'
  readonly basis: Text
  readonly source: RuleSource
}
