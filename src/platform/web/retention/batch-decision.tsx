import { useState } from 'react'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { retentionWords as words } from './words.ts'
import '../session/session.css'

/** The second person's decision. */
export function BatchDecision({ id }: { id: string }) {
  const say = useSay()
  const decide = useAct(server.retention.decide.call)
  const [reason, setReason] = useState('')
  const send = (agreed: boolean) =>
    decide.mutate(
      { id, agreed, reason: reason.trim() || null },
      { onSuccess: () => announce(agreed ? words.agreed : words.refused) },
    )
  return (
    <section className="section screen-only" aria-labelledby="decide">
      <h2 id="decide">{say(words.decide)}</h2>
      <LabelledInput
        label={say(words.remark)}
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {decide.error ? <ProblemNote error={decide.error} /> : null}
      <div className="row">
        <button type="button" className="main-button" disabled={decide.isPending} onClick={() => send(true)}>
          {say(words.agree)}
        </button>
        <button type="button" className="button" disabled={decide.isPending} onClick={() => send(false)}>
          {say(words.refuse)}
        </button>
      </div>
    </section>
  )
}
