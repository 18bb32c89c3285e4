import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { announce } from '../../../../platform/web/pieces/announcement.ts'
import { ProblemNote } from '../../../../platform/web/pieces/problem-note.tsx'
import { formWords } from '../../../../platform/web/records/form-words.ts'
import { useAct } from '../../../../platform/web/rpc/use-act.ts'
import { useIdempotencyKey } from '../../../../platform/web/rpc/use-idempotency-key.ts'
import type { SubmissionView } from '../../request-contract.ts'
import { requestKinds } from '../../terms.ts'
import { server } from '../server.ts'
import { submissionWords as words } from './submission-words.ts'

/** Makes a request of what was sent: its number in the office's register, and its kind where the company chose another one. */
export function TakeUpForm({ submission }: { submission: SubmissionView }) {
  const say = useSay()
  const navigate = useNavigate()
  const keyFor = useIdempotencyKey()
  const takeUp = useAct(server.enterprise.takeUp.call)
  const [number, setNumber] = useState(submission.number)
  const [kind, setKind] = useState(submission.kind)
  const send = async () => {
    const content = { id: submission.id, number: number.trim(), kind }
    const { id } = await takeUp.mutateAsync({ ...content, idempotencyKey: keyFor(content) })
    announce(formWords.saved)
    await navigate({ to: '/enterprise/requests/$id', params: { id } })
  }
  return (
    <form
      className="request-form"
      aria-label={say(words.takeUp)}
      onSubmit={(event) => {
        event.preventDefault()
        void send().catch(() => undefined)
      }}
    >
      <p className="help">{say(words.takeUpHelp)}</p>
      <p>
        <label>
          {say(words.requestNumber)}{' '}
          <input
            className="select"
            required
            maxLength={60}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </label>
      </p>
      <p>
        <label>
          {say(words.kind)}{' '}
          <select
            className="select"
            value={kind}
            onChange={(event) => setKind(event.target.value as typeof kind)}
          >
            {Object.entries(requestKinds).map(([key, label]) => (
              <option key={key} value={key}>
                {say(label)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {takeUp.error ? <ProblemNote error={takeUp.error} /> : null}
      <button type="submit" className="main-button" disabled={takeUp.isPending || number.trim() === ''}>
        {say(words.takeUp)}
      </button>
    </form>
  )
}
