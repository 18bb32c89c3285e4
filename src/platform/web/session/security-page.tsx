import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { LanguageSwitch } from '../language/language-switch.tsx'
import { useSay } from '../language/use-say.ts'
import { problemOf } from '../rpc/problem.ts'
import { server } from '../rpc/server.ts'
import { lacksSecondFactor, meOptions, useMe } from './me.ts'
import { OwnLink } from './own-link.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { securityWords as words } from './security-words.ts'
import { SetUpFactor } from './set-up-factor.tsx'
import '../style/pieces.css'
import './session.css'

/** The own second factor and the own sessions. Who must have one and has none comes here from every page. */
export function SecurityPage() {
  const say = useSay()
  const me = useMe()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const hold = (secondFactor: boolean) => client.setQueryData(meOptions.queryKey, { ...me, secondFactor })
  const begin = useMutation({ mutationFn: () => server.access.beginSecondFactor.call() })
  const renew = useMutation({
    mutationFn: () => server.access.renewRecoveryCodes.call(),
    onSuccess: ({ recoveryCodes }) => setCodes(recoveryCodes),
  })
  const remove = useMutation({
    mutationFn: () => server.access.removeSecondFactor.call(),
    onSuccess: () => {
      begin.reset()
      hold(false)
    },
  })
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  const problem = begin.error ?? renew.error ?? remove.error
  if (codes) {
    return (
      <main className="single wide">
        <RecoveryCodes codes={codes} onSaved={() => void navigate({ to: '/' })} />
      </main>
    )
  }
  return (
    <main className="single wide">
      <div className="single-top">
        <LanguageSwitch />
      </div>
      <h1>{title}</h1>
      <section aria-labelledby="second-factor">
        <h2 id="second-factor">{say(words.factor)}</h2>
        {lacksSecondFactor(me) ? <p className="note">{say(words.required)}</p> : null}
        <p>{say(me.secondFactor ? words.held : words.absent)}</p>
        {me.secondFactor ? (
          <div className="row">
            <button type="button" className="button" onClick={() => renew.mutate()}>
              {say(words.renew)}
            </button>
            {me.secondFactorAsked ? null : (
              <button type="button" className="button" onClick={() => remove.mutate()}>
                {say(words.remove)}
              </button>
            )}
          </div>
        ) : begin.data ? (
          <SetUpFactor
            {...begin.data}
            onDone={(recoveryCodes) => {
              hold(true)
              setCodes(recoveryCodes)
            }}
          />
        ) : (
          <button
            type="button"
            className="main-button"
            disabled={begin.isPending}
            onClick={() => begin.mutate()}
          >
            {say(words.begin)}
          </button>
        )}
        <div role="alert">
          {problem ? <p className="field-error">{say(problemOf(problem).words)}</p> : null}
        </div>
      </section>
      <OwnLink />
      <OwnSessions />
      {lacksSecondFactor(me) ? null : (
        <Link to="/" className="back-link">
          {say(words.back)}
        </Link>
      )}
    </main>
  )
}
