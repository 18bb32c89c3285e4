import { type FormEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Text } from '../../../../platform/text.ts'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { problemOf } from '../../../../platform/web/rpc/problem.ts'
import type { Standing } from '../../public-contract.ts'
import { Field } from './field.tsx'
import { lookWords as words } from './look-words.ts'
import { server } from './server.ts'
import { StandingView } from './standing-view.tsx'
import { stageWords } from './standing-words.ts'
import { useTitle } from './use-title.ts'

const longestCode = 60

/** One code, and how its request stands. The code is never part of an address, where others would read it. */
export function LookPage() {
  const say = useSay()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<Text | undefined>()
  const [standing, setStanding] = useState<Standing | null>(null)
  const [busy, setBusy] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(words.title)

  const refuse = (said: Text) => {
    flushSync(() => setWrong(said))
    document.getElementById('code')?.focus()
  }
  const look = async () => {
    if (busy) return
    setStanding(null)
    const typed = code.trim()
    if (typed === '') return refuse(words.missing)
    if (typed.length > longestCode) return refuse(words.tooLong)
    setWrong(undefined)
    setBusy(true)
    try {
      const found = await server.requests.look({ code: typed })
      flushSync(() => setStanding(found))
      heading.current?.focus()
    } catch (error) {
      const problem = problemOf(error)
      refuse(problem.code === 'OFFLINE' ? words.noAnswer : problem.words)
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <h1>{say(words.title)}</h1>
      <form
        className="section public-look screen-only"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void look()
        }}
      >
        <p>{say(words.intro)}</p>
        <Field name="code" label={words.code} help={words.codeHelp} wrong={wrong}>
          {(told) => (
            <input
              {...told}
              className="public-code-input"
              required
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className="main-button" disabled={busy}>
          {say(busy ? words.looking : words.look)}
        </button>
      </form>
      <p className="hidden-text" aria-live="polite">
        {wrong ? say(wrong) : null}
        {standing ? say(words.found(standing.subject, stageWords[standing.stage])) : null}
      </p>
      {standing ? <StandingView standing={standing} heading={heading} /> : null}
    </>
  )
}
