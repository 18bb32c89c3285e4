import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useSay } from '../language/use-say.ts'
import { problemOf } from '../rpc/problem.ts'
import { onProofAsked } from '../rpc/proof.ts'
import { server } from '../rpc/server.ts'
import { CodeInput } from './code-input.tsx'
import { LabelledInput } from './labelled-input.tsx'
import { meOptions } from './me.ts'
import { ProveElsewhere } from './prove-elsewhere.tsx'
import { sessionWords as words } from './words.ts'
import './session.css'

/** Asks over whatever page is open; what was being done goes on once the answer is right. */
export function ProofDialog() {
  const say = useSay()
  const title = useId()
  const client = useQueryClient()
  const box = useRef<HTMLDialogElement>(null)
  const answer = useRef<(proven: boolean) => void>(() => {})
  const [open, setOpen] = useState(false)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const prove = useMutation({
    mutationFn: () => server.access.proveAgain.call({ password, ...(code ? { code } : {}) }),
    onSuccess: () => leave(true),
  })
  const leave = (proven: boolean) => {
    answer.current(proven)
    setOpen(false)
    setPassword('')
    setCode('')
    prove.reset()
  }
  useEffect(() => {
    onProofAsked(
      () =>
        new Promise((resolve) => {
          answer.current = resolve
          setOpen(true)
        }),
    )
  }, [])
  useEffect(() => {
    if (open) box.current?.showModal()
  }, [open])
  if (!open) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password && !prove.isPending) prove.mutate()
  }
  return (
    <dialog ref={box} className="proof-dialog" aria-labelledby={title} onCancel={() => leave(false)}>
      <h2 id={title}>{say(words.proofTitle)}</h2>
      <p className="help">{say(words.proofHelp)}</p>
      <ProveElsewhere onProven={() => leave(true)} />
      <form onSubmit={submit} noValidate>
        <LabelledInput
          label={say(words.password)}
          type="password"
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {client.getQueryData(meOptions.queryKey)?.secondFactor ? (
          <CodeInput value={code} onChange={setCode} />
        ) : null}
        <div role="alert">
          {prove.error ? <p className="field-error">{say(problemOf(prove.error).words)}</p> : null}
        </div>
        <div className="row">
          <button type="submit" className="main-button" disabled={prove.isPending}>
            {say(words.confirm)}
          </button>
          <button type="button" className="button" onClick={() => leave(false)}>
            {say(words.cancel)}
          </button>
        </div>
      </form>
    </dialog>
  )
}
