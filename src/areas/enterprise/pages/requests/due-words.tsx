import { useSay } from '../../../../platform/web/language/use-say.ts'
import type { ClockView } from '../../request-schema.ts'
import { requestWords as words } from './words.ts'

/** The due day and what it means: only what is overdue is red, and it says so in words. */
export function DueWords({ clock }: { clock: ClockView | null }) {
  const say = useSay()
  if (!clock) return null
  const { due, overdue, outcome, pausedSince, remaining } = clock
  if (!due) return <>{say(words.unknown)}</>
  const running = outcome === 'running'
  return (
    <>
      {due.day} {due.expected ? <span className="tag">{say(words.expected)}</span> : null}{' '}
      {running && pausedSince ? (
        <span className="tag past">{say(words.pausedSince(pausedSince))}</span>
      ) : running && overdue !== null ? (
        <span className="tag broken">{say(words.overdueBy(overdue))}</span>
      ) : running && remaining !== null ? (
        <span className="help">{say(words.left(remaining))}</span>
      ) : outcome === 'met' ? (
        <span className="help">{say(words.met)}</span>
      ) : outcome === 'late' ? (
        <span className="help">{say(words.late)}</span>
      ) : null}
    </>
  )
}
