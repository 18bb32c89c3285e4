import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RestoreRequest } from '../../backup/restore-contract.ts'
import { AccountForm } from '../accounts/account-form.tsx'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { LabelledInput } from '../session/labelled-input.tsx'
import { chinaTime } from './china-time.ts'
import { ConsequencesList } from './consequences-list.tsx'
import { restoreWords as words } from './restore-words.ts'

/** Begins a restore that was agreed to: what it does as things stand now, and the office's name typed. */
export function BeginRestoreForm({ request, leave }: { request: RestoreRequest; leave: () => void }) {
  const say = useSay()
  const begin = useAct(server.backup.beginRestore.call)
  const [typed, setTyped] = useState('')
  const { backup, target, id } = request
  const consequences = useQuery(server.backup.consequences.queryOptions({ input: { backup, target } }))
  const office = consequences.data?.office
  const onSuccess = () => {
    announce(words.began)
    leave()
  }
  return (
    <AccountForm
      title={consequences.data ? words.beginTitle(chinaTime(consequences.data.at)) : words.begin}
      submitLabel={words.beginNow}
      busy={begin.isPending || !office}
      error={begin.error}
      onSubmit={() => {
        if (!begin.isPending && office) begin.mutate({ id, office: typed }, { onSuccess })
      }}
      leave={leave}
    >
      <ConsequencesList backup={backup} target={target} />
      {office ? (
        <LabelledInput
          label={say(words.typeName(office))}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      ) : null}
    </AccountForm>
  )
}
