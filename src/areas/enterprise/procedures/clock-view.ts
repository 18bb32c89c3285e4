import type { Answer } from '../../../platform/values/working-time/answer.ts'
import type { ClockView } from '../request-schema.ts'
import type { ClockState } from '../rules/clocks/clock.ts'

const known = <Value>(answer: Answer<Value>): Value | null =>
  answer.certainty === 'unknown' ? null : answer.value

/** A clock as an answer says it. What only an expected day would make overdue is not said to be. */
export function clockView(clock: ClockState): ClockView {
  const { due, overdue } = clock
  return {
    started: clock.started,
    due: due.certainty === 'unknown' ? null : { day: due.value, expected: due.certainty === 'expected' },
    outcome: known(clock.outcome),
    pausedSince: clock.paused?.since ?? null,
    remaining: known(clock.remaining),
    overdue:
      clock.ended === null && due.certainty === 'announced' ? (known(overdue)?.workingDays ?? null) : null,
  }
}
