import { type ReactNode, useState } from 'react'
import { useSay } from '../language/use-say.ts'
import type { Text } from '../../text.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { LabelledInput } from '../session/labelled-input.tsx'
import { retentionWords as words } from './words.ts'
import '../session/session.css'

/** An act on one record that needs a reason, opened in its place and left again. */
export function ReasonForm(props: {
  title: Text
  label: Text
  help?: Text
  send: Text
  /** What else is asked; the act may look at it first. */
  children?: ReactNode
  isPending: boolean
  error: unknown
  onSend: (reason: string) => void
  leave: () => void
}) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [short, setShort] = useState(false)
  return (
    <form
      className="section"
      aria-label={say(props.title)}
      onSubmit={(event) => {
        event.preventDefault()
        const told = reason.trim()
        setShort(told.length < 2)
        if (told.length >= 2 && !props.isPending) props.onSend(told)
      }}
    >
      <h3>{say(props.title)}</h3>
      <LabelledInput
        label={say(props.label)}
        help={props.help ? say(props.help) : undefined}
        error={short ? say(words.reasonShort) : undefined}
        maxLength={500}
        autoComplete="off"
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {props.children}
      {props.error ? <ProblemNote error={props.error} /> : null}
      <div className="row">
        <button type="submit" className="main-button" disabled={props.isPending}>
          {say(props.send)}
        </button>
        <button type="button" className="button" onClick={props.leave}>
          {say(words.cancel)}
        </button>
      </div>
    </form>
  )
}
