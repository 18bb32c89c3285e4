import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { LanguageSwitch } from '../language/language-switch.tsx'
import { useSay } from '../language/use-say.ts'
import { problemOf } from '../rpc/problem.ts'
import { server } from '../rpc/server.ts'
import { arrival } from './arrival.ts'
import { type BroughtBack, broughtBack } from './brought-back.ts'
import { CodeStep } from './code-step.tsx'
import { takeDestination } from './destination.ts'
import { tellProven } from './proven-elsewhere.ts'
import { singleSignOnWords as words } from './single-sign-on-words.ts'
import { useEnter } from './use-enter.ts'
import './session.css'

/** Comes back from the provider, and goes on with what was begun. */
export function SingleSignOnPage() {
  const say = useSay()
  const [came] = useState(() => broughtBack(arrival))
  return came ? (
    <ComingBack came={came} />
  ) : (
    <Frame>
      <p>{say(words.nothing)}</p>
      <Link to="/sign-in" className="back-link">
        {say(words.toSignIn)}
      </Link>
    </Frame>
  )
}

function ComingBack({ came }: { came: BroughtBack }) {
  const say = useSay()
  const goOn = useGoOn(came)
  const begun = useRef(false)
  const { mutate } = goOn
  useEffect(() => {
    // Once, though effects may run twice: an answer is taken once.
    if (begun.current) return
    begun.current = true
    mutate(undefined)
  }, [mutate])
  const problem = goOn.error ? problemOf(goOn.error) : null
  const asksForCode = problem?.details['secondFactor'] !== undefined
  // A code was sent: the provider's answer has been taken before, and only the code is still at issue.
  const sent = goOn.variables !== undefined && (goOn.isPending || problem?.code === 'TOO_MANY')
  if (asksForCode || sent)
    return (
      <CodeStep problem={problem} busy={goOn.isPending} onCode={(code) => mutate(code)} leave={goOn.leave} />
    )
  return (
    <Frame>
      <div role="status">{goOn.isPending ? <p>{say(words.busy)}</p> : null}</div>
      {goOn.isSuccess && came.purpose === 'proof' && came.answer !== undefined ? (
        <p role="status">{say(words.proven)}</p>
      ) : null}
      <div role="alert">{problem ? <p className="field-error">{say(problem.words)}</p> : null}</div>
      {problem ? <WayBack purpose={came.purpose} /> : null}
    </Frame>
  )
}

/** What follows the provider's answer, or, where there is none yet, the way to the provider. */
function useGoOn({ purpose, answer }: BroughtBack) {
  const enter = useEnter()
  const navigate = useNavigate()
  const act = useMutation({
    mutationFn: async (code: string | undefined) => {
      const given = code === undefined ? { answer } : { code }
      if (purpose === 'sign-in') {
        const me = await server.access.finishSingleSignOn.call(given)
        return await enter(me, takeDestination())
      }
      if (purpose === 'link') {
        await server.access.finishLink.call(given)
        return await navigate({ to: '/security', replace: true })
      }
      if (answer === undefined) {
        location.replace((await server.access.beginProviderProof.call()).address)
        return
      }
      await server.access.finishProviderProof.call(given)
      tellProven()
    },
  })
  return { ...act, leave: () => void navigate({ to: '/sign-in' }) }
}

function WayBack({ purpose }: { purpose: BroughtBack['purpose'] }) {
  const say = useSay()
  if (purpose === 'proof') return <p>{say(words.proofAgain)}</p>
  return (
    <Link to={purpose === 'link' ? '/security' : '/sign-in'} className="back-link">
      {say(purpose === 'link' ? words.toSecurity : words.toSignIn)}
    </Link>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const say = useSay()
  const title = say(words.title)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <main className="single">
      <div className="single-top">
        <LanguageSwitch />
      </div>
      <h1>{title}</h1>
      {children}
    </main>
  )
}
