import { useState } from 'react'
import type { ListedAccount } from '../../access/account-contract.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { AccountForm } from './account-form.tsx'
import { accountWords as words } from './words.ts'

const acts = {
  close: {
    help: words.closeHelp,
    submit: words.confirmClose,
    done: words.closedDone,
    asksReason: true,
    call: server.access.accountsClose.call,
  },
  open: {
    help: words.openHelp,
    submit: words.confirmOpen,
    done: words.openedDone,
    asksReason: true,
    call: server.access.accountsOpen.call,
  },
  sessions: {
    help: words.sessionsHelp,
    submit: words.confirmSessions,
    done: words.sessionsDone,
    asksReason: false,
    call: ({ account }: { account: string; reason: string }) =>
      server.access.accountsEndSessions.call({ account }),
  },
} as const

/** What the system administrator does with an account as a whole. */
export function ClosingForm(props: { kind: keyof typeof acts; account: ListedAccount; leave: () => void }) {
  const say = useSay()
  const { kind, account, leave } = props
  const { help, submit, done, asksReason, call } = acts[kind]
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<{ account: string; reason: string }, unknown>(call)
  const send = () => {
    setTried(true)
    if (act.isPending || (asksReason && !reason.trim())) return
    act.mutate(
      { account: account.id, reason },
      {
        onSuccess: () => {
          announce(done(account.name))
          leave()
        },
      },
    )
  }
  return (
    <AccountForm
      title={words.of(words[kind], account.name)}
      help={help}
      submitLabel={submit}
      busy={act.isPending}
      error={act.error}
      onSubmit={send}
      leave={leave}
    >
      {asksReason ? (
        <LabelledInput
          label={say(words.reason)}
          autoComplete="off"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={tried && !reason.trim() ? say(words.missing) : undefined}
        />
      ) : null}
    </AccountForm>
  )
}
