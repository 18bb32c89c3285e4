import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { LanguageSwitch } from '../language/language-switch.tsx'
import { useSay } from '../language/use-say.ts'
import { problemOf } from '../rpc/problem.ts'
import { forgetTabDrafts } from '../records/draft.ts'
import { server } from '../rpc/server.ts'
import { CodeStep } from './code-step.tsx'
import { LabelledInput } from './labelled-input.tsx'
import { lacksSecondFactor, meOptions } from './me.ts'
import { ownAddress } from './own-address.ts'
import { sessionWords as words } from './words.ts'
import './session.css'

const route = getRouteApi('/sign-in')
type Credentials = { username: string; password: string; code?: string }

/** Plain elements only: a person who has not signed in loads nothing that the pages behind need. */
export function SignInPage() {
  const say = useSay()
  const { to }: { to?: string } = route.useSearch()
  const navigate = useNavigate()
  const client = useQueryClient()
  const demo = useQuery(server.access.demoAccounts.queryOptions({ staleTime: Number.POSITIVE_INFINITY }))
  const [entered, setEntered] = useState<Credentials>({ username: '', password: '' })
  const [tried, setTried] = useState(false)
  // Whoever comes here is signed in no more, also where the session ran out: the values of persons in unsaved forms go.
  useEffect(forgetTabDrafts, [])
  // What was right and now wants the code of a second factor.
  const [awaiting, setAwaiting] = useState<Credentials | null>(null)
  const signIn = useMutation({
    mutationFn: (credentials: Credentials) => server.access.signIn.call(credentials),
    onSuccess: async (me) => {
      client.clear()
      client.setQueryData(meOptions.queryKey, me)
      if (me.mustChangePassword) await navigate({ to: '/password' })
      else if (lacksSecondFactor(me)) await navigate({ to: '/security' })
      else await navigate({ href: ownAddress(to) ?? '/' })
    },
    onError: (error, { code: _used, ...credentials }) => {
      if (problemOf(error).details['secondFactor'] !== undefined) setAwaiting(credentials)
    },
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (entered.username.trim() && entered.password)
      signIn.mutate({ ...entered, username: entered.username.trim() })
  }
  const missing = (value: string, message: string) => (tried && !value.trim() ? message : undefined)
  const accounts = demo.data?.accounts ?? []

  if (awaiting) {
    return (
      <CodeStep
        problem={signIn.error ? problemOf(signIn.error) : null}
        busy={signIn.isPending}
        onCode={(code) => signIn.mutate({ ...awaiting, code })}
        leave={() => {
          signIn.reset()
          setAwaiting(null)
        }}
      />
    )
  }
  return (
    <main className="single">
      <div className="single-top">
        <LanguageSwitch />
      </div>
      <h1>{say(words.title)}</h1>
      <p className="motto">{say(words.motto)}</p>
      <form onSubmit={submit} noValidate>
        <LabelledInput
          label={say(words.username)}
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          autoFocus
          value={entered.username}
          onChange={(event) => setEntered({ ...entered, username: event.target.value })}
          error={missing(entered.username, say(words.usernameMissing))}
        />
        <LabelledInput
          label={say(words.password)}
          name="password"
          type="password"
          autoComplete="current-password"
          value={entered.password}
          onChange={(event) => setEntered({ ...entered, password: event.target.value })}
          error={missing(entered.password, say(words.passwordMissing))}
        />
        <div role="alert">
          {signIn.error ? <p className="field-error">{say(problemOf(signIn.error).words)}</p> : null}
        </div>
        <button type="submit" className="main-button" disabled={signIn.isPending}>
          {say(signIn.isPending ? words.busy : words.signIn)}
        </button>
      </form>
      <p className="help">{say(words.forgotten)}</p>
      {accounts.length > 0 ? (
        <section className="demo-accounts" aria-labelledby="demo-accounts">
          <h2 id="demo-accounts">{say(words.demoTitle)}</h2>
          <p className="help">{say(words.demoHelp)}</p>
          <ul>
            {accounts.map(({ username, password, name, role }) => (
              <li key={username}>
                <button
                  type="button"
                  className="plain-button"
                  disabled={signIn.isPending}
                  onClick={() => signIn.mutate({ username, password })}
                >
                  <strong>{name}</strong>
                  <span>
                    {say(role)} · {username}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </main>
  )
}
