import { useMutation, useQuery } from '@tanstack/react-query'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { problemOf } from '../rpc/problem.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { singleSignOnWords as words } from './single-sign-on-words.ts'

/** The link of the own account to the provider of single sign-on, where the office has one. */
export function OwnLink() {
  const say = useSay()
  const { data } = useQuery(server.access.ownLink.queryOptions())
  const link = useMutation({
    mutationFn: () => server.access.beginLink.call(),
    onSuccess: ({ address }) => location.assign(address),
  })
  const unlink = useAct(() => server.access.unlink.call())
  if (!data?.name) return null
  const { name, since } = data
  const problem = link.error ?? unlink.error
  return (
    <section aria-labelledby="own-link">
      <h2 id="own-link">{say(name)}</h2>
      <p>{say(since ? words.linked(name, momentCell(since)) : words.unlinked(name))}</p>
      {since ? (
        <button
          type="button"
          className="button"
          disabled={unlink.isPending}
          onClick={() => unlink.mutate(undefined)}
        >
          {say(words.unlink)}
        </button>
      ) : (
        <button
          type="button"
          className="button"
          disabled={link.isPending || link.isSuccess}
          onClick={() => link.mutate()}
        >
          {say(words.link(name))}
        </button>
      )}
      <div role="alert">
        {problem ? <p className="field-error">{say(problemOf(problem).words)}</p> : null}
      </div>
    </section>
  )
}
