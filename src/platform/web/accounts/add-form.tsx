import { useState } from 'react'
import type { OncePassword } from '../../access/account-contract.ts'
import { useSay } from '../language/use-say.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { AccountForm } from './account-form.tsx'
import { accountWords as words } from './words.ts'

export function AddForm({ leave, onAdded }: { leave: () => void; onAdded: (once: OncePassword) => void }) {
  const say = useSay()
  const [name, setName] = useState('')
  const [username, setUsername] = useState('')
  const [tried, setTried] = useState(false)
  const add = useAct(server.access.accountsAdd.call)
  const submit = () => {
    setTried(true)
    if (!name.trim() || !username.trim() || add.isPending) return
    add.mutate({ name, username }, { onSuccess: onAdded })
  }
  const missing = (entered: string) => (tried && !entered.trim() ? say(words.missing) : undefined)
  return (
    <AccountForm
      title={words.add}
      help={words.addHelp}
      submitLabel={words.save}
      busy={add.isPending}
      error={add.error}
      onSubmit={submit}
      leave={leave}
    >
      <LabelledInput
        label={say(words.name)}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={missing(name)}
      />
      <LabelledInput
        label={say(words.username)}
        help={say(words.usernameHelp)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={username}
        onChange={(event) => setUsername(event.target.value)}
        error={missing(username)}
      />
    </AccountForm>
  )
}
