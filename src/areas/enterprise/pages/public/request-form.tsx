import { type FormEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Text } from '../../../../platform/text.ts'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { problemOf } from '../../../../platform/web/rpc/problem.ts'
import type { Receipt } from '../../public-contract.ts'
import { checkForm, fieldNamed, firstWrong, type Wrong } from './check-form.ts'
import { FormFields } from './form-fields.tsx'
import { emptyForm, submissionOf } from './form-values.ts'
import { formWords as words } from './form-words.ts'
import { Notice } from './notice.tsx'
import { useOfficeForm } from './office-form.ts'
import { server } from './server.ts'
import { attemptOf, forgetUnsent, keepUnsent, readUnsent } from './unsent.ts'
import { WrongSummary } from './wrong-summary.tsx'

/** The form. Nothing that was written is lost but by sending it or by clearing it. */
export function RequestForm({ sent }: { sent: (receipt: Receipt) => void }) {
  const say = useSay()
  const office = useOfficeForm()
  const [kept] = useState(() => readUnsent(sessionStorage))
  const [restored, setRestored] = useState(kept !== null)
  const [values, setValues] = useState(kept?.values ?? emptyForm)
  const attempt = useRef(kept?.attempt ?? null)
  const [wrong, setWrong] = useState<Wrong>({})
  const [problem, setProblem] = useState<readonly Text[]>([])
  const [busy, setBusy] = useState(false)
  const date = useRef<HTMLFormElement>(null)

  const show = (found: Wrong) => {
    flushSync(() => setWrong(found))
    document.getElementById(firstWrong(found) ?? '')?.focus()
  }
  const send = async () => {
    const day = date.current?.elements.namedItem('wishedOn')
    const found = checkForm(values, day instanceof HTMLInputElement && day.validity.badInput)
    setProblem([])
    show(found)
    if (busy || firstWrong(found)) return
    setBusy(true)
    const content = submissionOf(values)
    attempt.current = attemptOf(content, attempt.current)
    keepUnsent(sessionStorage, { values, attempt: attempt.current })
    try {
      const receipt = await server.requests.submit({ ...content, idempotencyKey: attempt.current.key })
      forgetUnsent(sessionStorage)
      sent(receipt)
    } catch (error) {
      const { code, words: said, details } = problemOf(error)
      setBusy(false)
      const field = fieldNamed(details['field'])
      if (field) show({ [field]: said })
      else setProblem(code === 'OFFLINE' ? [words.noAnswer] : [said, words.kept])
    }
  }

  return (
    <form
      ref={date}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void send()
      }}
    >
      {restored ? (
        <div className="note past row">
          {say(words.restored)}
          <button
            type="button"
            className="plain-button"
            onClick={() => {
              forgetUnsent(sessionStorage)
              attempt.current = null
              setValues(emptyForm)
              setWrong({})
              setRestored(false)
            }}
          >
            {say(words.clear)}
          </button>
        </div>
      ) : null}
      <WrongSummary wrong={wrong} />
      <FormFields
        values={values}
        wrong={wrong}
        set={(name, value) => {
          const next = { ...values, [name]: value }
          setValues(next)
          keepUnsent(sessionStorage, { values: next, attempt: attempt.current })
        }}
      />
      <Notice form={office} />
      <div role="alert">
        {problem.length > 0 ? (
          <div className="note problem">
            <h2>{say(words.notSent)}</h2>
            {problem.map((line) => (
              <p key={line.zh}>{say(line)}</p>
            ))}
          </div>
        ) : null}
      </div>
      <button type="submit" className="main-button public-send" disabled={busy || office.state !== 'there'}>
        {say(busy ? words.sending : words.send)}
      </button>
    </form>
  )
}
