import { useState } from 'react'
import type { ListedBackup } from '../../backup/contract.ts'
import { AccountForm } from '../accounts/account-form.tsx'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { useSettled } from '../rpc/use-settled.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { chinaTime } from './china-time.ts'
import { ConsequencesList } from './consequences-list.tsx'
import { restoreWords as words } from './restore-words.ts'

/** Asks for a restore: to which moment, what it would do, and why. */
export function AskRestoreForm({ backup, leave }: { backup: ListedBackup; leave: () => void }) {
  const say = useSay()
  const ask = useAct(server.backup.askRestore.call)
  const [moment, setMoment] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  // The field tells the office's clock, which is China's wherever the browser stands.
  const target = moment === '' ? null : `${moment.length === 16 ? `${moment}:00` : moment}+08:00`
  const settled = useSettled(target, 400)
  const short = reason.trim().length < 2
  const send = () => {
    setTried(true)
    if (short || ask.isPending) return
    const onSuccess = () => {
      announce(words.sent)
      leave()
    }
    ask.mutate({ backup: backup.name, target, reason: reason.trim() }, { onSuccess })
  }
  return (
    <AccountForm
      title={words.askTitle(chinaTime(target ?? backup.at))}
      help={words.askHelp}
      submitLabel={words.send}
      busy={ask.isPending}
      error={ask.error}
      onSubmit={send}
      leave={leave}
    >
      <LabelledInput
        label={say(words.moment)}
        help={say(words.momentHelp)}
        type="datetime-local"
        step={1}
        value={moment}
        onChange={(event) => setMoment(event.target.value)}
      />
      <ConsequencesList backup={backup.name} target={settled} />
      <LabelledInput
        label={say(words.reason)}
        help={say(words.reasonHelp)}
        error={tried && short ? say(words.reasonShort) : undefined}
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AccountForm>
  )
}
