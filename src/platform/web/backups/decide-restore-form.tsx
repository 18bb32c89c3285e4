import { useState } from 'react'
import type { RestoreRequest } from '../../backup/restore-contract.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { restoreWords as words } from './restore-words.ts'
import '../session/session.css'

export function DecideRestoreForm({ request, leave }: { request: RestoreRequest; leave: () => void }) {
  const say = useSay()
  const decide = useAct(server.backup.decideRestore.call)
  const [reason, setReason] = useState('')
  const onSuccess = () => {
    announce(words.wasDecided)
    leave()
  }
  const button = (agreed: boolean) => (
    <button
      type="button"
      className={agreed ? 'main-button' : 'button'}
      disabled={decide.isPending}
      onClick={() => decide.mutate({ id: request.id, agreed, reason: reason.trim() || null }, { onSuccess })}
    >
      {say(agreed ? words.agree : words.refuse)}
    </button>
  )
  return (
    <section className="section" aria-labelledby="decide-restore">
      <h2 id="decide-restore">{say(words.deciding(request.asked.by))}</h2>
      <p>{request.reason}</p>
      <p>{say(words.askHelp)}</p>
      <LabelledInput
        label={say(words.remark)}
        maxLength={500}
        autoComplete="off"
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {decide.error ? <ProblemNote error={decide.error} /> : null}
      <div className="row">
        {button(true)}
        {button(false)}
        <button type="button" className="button" onClick={leave}>
          {say(words.cancel)}
        </button>
      </div>
    </section>
  )
}
