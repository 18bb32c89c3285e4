import { type FormEvent, useId, useState } from 'react'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { useAct } from '../rpc/use-act.ts'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { mergeWords as words } from './words.ts'
import '../session/session.css'

type Reasoned = { readonly reason: string; readonly idempotencyKey: string }

/** Asks for a reason, and then does something about a pair of records; outside of a table, which cuts off what opens in it. */
export function ReasonSection(props: {
  title: Text
  label: Text
  help: Text
  done: Text
  act: (said: Reasoned) => Promise<unknown>
  leave: () => void
}) {
  const say = useSay()
  const heading = useId()
  const keyFor = useIdempotencyKey()
  const { title, label, help, done, leave } = props
  const act = useAct(props.act)
  const [reason, setReason] = useState('')
  const [short, setShort] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = reason.trim()
    setShort(said.length < 2)
    if (said.length < 2 || act.isPending) return
    act.mutate(
      { reason: said, idempotencyKey: keyFor([title.en, said]) },
      {
        onSuccess: () => {
          announce(done)
          leave()
        },
      },
    )
  }
  return (
    <section className="section" aria-labelledby={heading}>
      <h2 id={heading}>{say(title)}</h2>
      <form onSubmit={submit}>
        <LabelledInput
          label={say(words.apartReason)}
          help={say(help)}
          error={short ? say(words.apartReasonShort) : undefined}
          // Whoever asked for the form is about to write the reason.
          autoFocus
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {act.error ? <ProblemNote error={act.error} /> : null}
        <div className="row">
          <button type="submit" className="main-button" disabled={act.isPending}>
            {say(label)}
          </button>
          <button type="button" className="button" onClick={leave}>
            {say(words.cancel)}
          </button>
        </div>
      </form>
    </section>
  )
}
