import { useState } from 'react'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { ProblemNote } from '../../../../platform/web/pieces/problem-note.tsx'
import { useAct } from '../../../../platform/web/rpc/use-act.ts'
import { useIdempotencyKey } from '../../../../platform/web/rpc/use-idempotency-key.ts'
import { LabelledInput } from '../../../../platform/web/session/labelled-input.tsx'
import { electionWords as words } from './words.ts'

/** Takes a confirmation back, with a reason. */
export function UndoSection(props: {
  id: string
  undo: (body: { id: string; reason: string; idempotencyKey: string }) => Promise<unknown>
}) {
  const say = useSay()
  const keyOf = useIdempotencyKey()
  const [reason, setReason] = useState('')
  const undo = useAct(() => {
    const content = { id: props.id, reason: reason.trim() }
    return props.undo({ ...content, idempotencyKey: keyOf(content) })
  })
  return (
    <form
      className="screen-only"
      onSubmit={(event) => {
        event.preventDefault()
        undo.mutate(undefined)
      }}
    >
      <LabelledInput
        label={say(words.undoReason)}
        required
        minLength={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {undo.error ? <ProblemNote error={undo.error} /> : null}
      <button type="submit" className="button" disabled={undo.isPending}>
        {say(words.undo)}
      </button>
    </form>
  )
}
