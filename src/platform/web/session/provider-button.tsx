import { useMutation, useQuery } from '@tanstack/react-query'
import { useSay } from '../language/use-say.ts'
import { problemOf } from '../rpc/problem.ts'
import { server } from '../rpc/server.ts'
import { keepDestination } from './destination.ts'
import { singleSignOnWords as words } from './single-sign-on-words.ts'

/** Leads to the provider of single sign-on, where the office has one. */
export function ProviderButton({ to }: { to: string }) {
  const say = useSay()
  const { data } = useQuery(server.access.provider.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const begin = useMutation({
    mutationFn: () => server.access.beginSingleSignOn.call(),
    onSuccess: ({ address }) => {
      keepDestination(to)
      location.assign(address)
    },
  })
  if (!data?.name) return null
  return (
    <div className="provider">
      <p className="help provider-or">{say(words.or)}</p>
      <button
        type="button"
        className="button provider-button"
        disabled={begin.isPending || begin.isSuccess}
        onClick={() => begin.mutate()}
      >
        {say(words.button(data.name))}
      </button>
      <div role="alert">
        {begin.error ? <p className="field-error">{say(problemOf(begin.error).words)}</p> : null}
      </div>
    </div>
  )
}
