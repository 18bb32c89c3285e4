import { type FormEvent, useState } from 'react'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { Disclosure } from '../pieces/disclosure.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { useAct } from '../rpc/use-act.ts'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { mergeWords as words } from './words.ts'
import '../session/session.css'

type Reasoned = { readonly reason: string; readonly idempotencyKey: string }

/** A button that asks for a reason and then does something about a pair of records. */
export function ReasonDisclosure(props: {
  label: Text
  name: Text
  help: Text
  done: Text
  act: (said: Reasoned) => Promise<unknown>
}) {
  const say = useSay()
  const { label, name, help, done, act } = props
  return (
    <Disclosure className="plain-button" end name={say(name)} label={say(label)}>
      {(close) => (
        <ReasonForm
          label={label}
          help={help}
          act={act}
          onDone={() => {
            close()
            announce(done)
          }}
        />
      )}
    </Disclosure>
  )
}

function ReasonForm(props: {
  label: Text
  help: Text
  act: (said: Reasoned) => Promise<unknown>
  onDone: () => void
}) {
  const say = useSay()
  const keyFor = useIdempotencyKey()
  const act = useAct(props.act)
  const [reason, setReason] = useState('')
  const [short, setShort] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = reason.trim()
    setShort(said.length < 2)
    if (said.length < 2 || act.isPending) return
    act.mutate({ reason: said, idempotencyKey: keyFor(said) }, { onSuccess: props.onDone })
  }
  return (
    <form className="reveal-form" onSubmit={submit}>
      <LabelledInput
        label={say(words.apartReason)}
        help={say(props.help)}
        error={short ? say(words.apartReasonShort) : undefined}
        // Whoever opened the panel is about to write the reason.
        autoFocus
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {act.error ? <ProblemNote error={act.error} /> : null}
      <button type="submit" className="main-button" disabled={act.isPending}>
        {say(props.label)}
      </button>
    </form>
  )
}
