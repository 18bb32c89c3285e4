import { useQuery } from '@tanstack/react-query'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { problemOf } from '../rpc/problem.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { securityWords as words } from './security-words.ts'

export function OwnSessions() {
  const say = useSay()
  const { data, error } = useQuery(server.access.sessions.queryOptions())
  const end = useAct(() => server.access.endOtherSessions.call())
  const endOne = useAct(server.access.endSession.call)
  const sessions = data?.sessions ?? []
  const problem = error ?? end.error ?? endOne.error
  const endedWords = (others: number | undefined, one: boolean) => {
    if (others !== undefined) return say(words.ended(others))
    return one ? say(words.endedOne) : null
  }
  return (
    <section className="own-sessions" aria-labelledby="own-sessions">
      <h2 id="own-sessions">{say(words.sessions)}</h2>
      <ul>
        {sessions.map(({ id, current, address, userAgent, since, seenAt }) => (
          <li key={id}>
            <strong>{address}</strong> {current ? <span className="tag">{say(words.thisOne)}</span> : null}
            <span className="help">
              {say(words.since)} {momentCell(since)} · {say(words.seen)} {momentCell(seenAt)}
            </span>
            <span className="help">{userAgent}</span>
            {current ? null : (
              <button
                type="button"
                className="plain-button"
                aria-label={say(words.endOneName(address, momentCell(since)))}
                disabled={endOne.isPending}
                onClick={() => endOne.mutate({ session: id })}
              >
                {say(words.endOne)}
              </button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <button
          type="button"
          className="button"
          disabled={end.isPending}
          onClick={() => end.mutate(undefined)}
        >
          {say(words.endOthers)}
        </button>
      ) : null}
      <div role="status">{endedWords(end.data?.ended, endOne.isSuccess)}</div>
      <div role="alert">
        {problem ? <p className="field-error">{say(problemOf(problem).words)}</p> : null}
      </div>
    </section>
  )
}
