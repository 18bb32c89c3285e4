import { type FormEvent, useState } from 'react'
import { LanguageSwitch } from '../language/language-switch.tsx'
import { useSay } from '../language/use-say.ts'
import type { Problem } from '../rpc/problem.ts'
import { CodeInput } from './code-input.tsx'
import { sessionWords as words } from './words.ts'

/** The second step of a sign-in; name and password were right. */
export function CodeStep(props: {
  problem: Problem | null
  busy: boolean
  onCode: (code: string) => void
  leave: () => void
}) {
  const say = useSay()
  const { problem, busy, onCode, leave } = props
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (code.trim() && !busy) onCode(code)
  }
  // That a code is needed is what this page says already.
  const told = problem && problem.details['secondFactor'] !== 'needed' ? problem : null
  return (
    <main className="single">
      <div className="single-top">
        <LanguageSwitch />
      </div>
      <h1>{say(words.codeTitle)}</h1>
      <form onSubmit={submit} noValidate>
        <CodeInput
          autoFocus
          value={code}
          onChange={setCode}
          error={tried && !code.trim() ? say(words.codeMissing) : undefined}
        />
        <div role="alert">{told ? <p className="field-error">{say(told.words)}</p> : null}</div>
        <button type="submit" className="main-button" disabled={busy}>
          {say(busy ? words.busy : words.signIn)}
        </button>
        <button type="button" className="plain-button back-link" onClick={leave}>
          {say(words.back)}
        </button>
      </form>
    </main>
  )
}
