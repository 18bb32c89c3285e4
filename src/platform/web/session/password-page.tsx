import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { LanguageSwitch } from '../language/language-switch.tsx'
import { useSay } from '../language/use-say.ts'
import { problemOf } from '../rpc/problem.ts'
import { server } from '../rpc/server.ts'
import { LabelledInput } from './labelled-input.tsx'
import { meOptions, useMe } from './me.ts'
import { sessionWords as words } from './words.ts'
import './session.css'

export function PasswordPage() {
  const say = useSay()
  const me = useMe()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [repeat, setRepeat] = useState('')
  const [tried, setTried] = useState(false)
  const change = useMutation({
    mutationFn: () => server.access.changePassword.call({ current, next }),
    onSuccess: async () => {
      client.setQueryData(meOptions.queryKey, { ...me, mustChangePassword: false })
      await navigate({ to: '/' })
    },
  })

  const errors = {
    current: current === '' ? words.passwordMissing : null,
    next: next.length < 10 ? words.nextShort : next === current ? words.same : null,
    repeat: repeat !== next ? words.repeatDiffers : null,
  }
  const shown = (error: keyof typeof errors) => {
    const text = errors[error]
    return tried && text ? say(text) : undefined
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!errors.current && !errors.next && !errors.repeat) change.mutate()
  }

  return (
    <main className="single">
      <div className="single-top">
        <LanguageSwitch />
      </div>
      <h1>{say(words.changeTitle)}</h1>
      {me.mustChangePassword ? <p>{say(words.mustChange)}</p> : null}
      <form onSubmit={submit} noValidate>
        <input type="hidden" name="username" autoComplete="username" value={me.username} readOnly />
        <LabelledInput
          label={say(words.current)}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
          error={shown('current')}
        />
        <LabelledInput
          label={say(words.next)}
          help={say(words.nextHelp)}
          type="password"
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.target.value)}
          error={shown('next')}
        />
        <LabelledInput
          label={say(words.repeat)}
          type="password"
          autoComplete="new-password"
          value={repeat}
          onChange={(event) => setRepeat(event.target.value)}
          error={shown('repeat')}
        />
        <div role="alert">
          {change.error ? <p className="field-error">{say(problemOf(change.error).words)}</p> : null}
        </div>
        <button type="submit" className="main-button" disabled={change.isPending}>
          {say(words.save)}
        </button>
        {me.mustChangePassword ? null : (
          <Link to="/" className="back-link">
            {say(words.back)}
          </Link>
        )}
      </form>
    </main>
  )
}
