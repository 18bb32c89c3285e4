import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useSay } from '../language/use-say.ts'
import { problemOf } from '../rpc/problem.ts'
import { server } from '../rpc/server.ts'
import { LabelledInput } from './labelled-input.tsx'
import { QrCode } from './qr-code.tsx'
import { securityWords as words } from './security-words.ts'

/** The picture for the device, and the first code of it. */
export function SetUpFactor(props: {
  secret: string
  address: string
  onDone: (recoveryCodes: readonly string[]) => void
}) {
  const say = useSay()
  const { secret, address, onDone } = props
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const confirm = useMutation({
    mutationFn: () => server.access.confirmSecondFactor.call({ code }),
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (code.trim() && !confirm.isPending) confirm.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      <p>{say(words.scan)}</p>
      <QrCode content={address} label={say(words.picture)} />
      <p>
        {say(words.key)} <code className="factor-key">{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <p>{say(words.enter)}</p>
      <LabelledInput
        label={say(words.code)}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={tried && !code.trim() ? say(words.codeMissing) : undefined}
      />
      <div role="alert">
        {confirm.error ? <p className="field-error">{say(problemOf(confirm.error).words)}</p> : null}
      </div>
      <button type="submit" className="main-button" disabled={confirm.isPending}>
        {say(words.confirm)}
      </button>
    </form>
  )
}
