import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useSay } from '../language/use-say.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { useFormKeys } from '../records/form-keys.ts'
import type { Text } from '../../text.ts'
import { accountWords as words } from './words.ts'
import '../session/session.css'

/** The frame of each act on an account: title, fields, what went wrong, and the two ways out. */
export function AccountForm(props: {
  title: Text
  help?: Text
  submitLabel: Text
  busy: boolean
  error: unknown
  onSubmit: () => void
  leave: () => void
  children?: ReactNode
}) {
  const say = useSay()
  const id = useId()
  const box = useRef<HTMLElement>(null)
  useFormKeys({ save: props.onSubmit, leave: props.leave })
  // The list may be long and the button far down: the form comes to the person.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.querySelector<HTMLElement>('input, select, button')?.focus()
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onSubmit()
  }
  return (
    <section ref={box} className="section account-section" aria-labelledby={id}>
      <h2 id={id}>{say(props.title)}</h2>
      {props.help ? <p className="help">{say(props.help)}</p> : null}
      <form className="account-form" onSubmit={submit} noValidate>
        {props.children}
        {props.error ? <ProblemNote error={props.error} /> : null}
        <div className="row">
          <button type="submit" className="main-button" disabled={props.busy}>
            {say(props.submitLabel)}
          </button>
          <button type="button" className="button" onClick={props.leave}>
            {say(words.cancel)}
          </button>
        </div>
      </form>
    </section>
  )
}
