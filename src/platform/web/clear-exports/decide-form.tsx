import { useState } from 'react'
import type { ClearExport } from '../../ledgers/clear/contract.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { clearWords as words } from './words.ts'
import '../session/session.css'

export function DecideForm({ request, leave }: { request: ClearExport; leave: () => void }) {
  const say = useSay()
  const decide = useAct(server.clearExports.decide.call)
  const [reason, setReason] = useState('')
  const send = (agreed: boolean) =>
    decide.mutate(
      { id: request.id, agreed, reason: reason.trim() || null },
      {
        onSuccess: () => {
          announce(words.done)
          leave()
        },
      },
    )
  return (
    <section className="section" aria-labelledby="decide">
      <h2 id="decide">{say(words.deciding(request.asked.by, request.ledger.title))}</h2>
      <p>{request.reason}</p>
      <LabelledInput
        label={say(words.decisionReason)}
        maxLength={500}
        autoComplete="off"
        autoFocus
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
        <button type="button" className="button" onClick={leave}>
          {say(words.cancel)}
        </button>
      </div>
    </section>
  )
}
