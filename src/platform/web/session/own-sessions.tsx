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
  const sessions = data?.sessions ?? []
  const problem = error ?? end.error
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
      <div role="status">{end.data ? say(words.ended(end.data.ended)) : null}</div>
      <div role="alert">
        {problem ? <p className="field-error">{say(problemOf(problem).words)}</p> : null}
      </div>
    </section>
  )
}
