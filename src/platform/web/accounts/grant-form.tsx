import { useState } from 'react'
import type { ListedAccount } from '../../access/account-contract.ts'
import { announce } from '../pieces/announcement.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { AccountForm } from './account-form.tsx'
import { isChosen, noRole, roleInput } from './chosen-role.ts'
import { useRoles } from './queries.ts'
import { RoleFields } from './role-fields.tsx'
import { accountWords as words } from './words.ts'

export function GrantForm({ account, leave }: { account: ListedAccount; leave: () => void }) {
  const [role, setRole] = useState(noRole)
  const [tried, setTried] = useState(false)
  const roles = useRoles()
  const grant = useAct(server.access.accountsGrantRole.call)
  const submit = () => {
    setTried(true)
    if (!isChosen(role) || grant.isPending) return
    grant.mutate(
      { account: account.id, ...roleInput(role) },
      {
        onSuccess: () => {
          const granted = roles.data?.roles.find(({ id }) => id === role.role)
          if (granted) announce(words.grantedDone(granted.words, account.name))
          leave()
        },
      },
    )
  }
  return (
    <AccountForm
      title={words.of(words.grant, account.name)}
      submitLabel={words.grant}
      busy={grant.isPending}
      error={grant.error}
      onSubmit={submit}
      leave={leave}
    >
      <RoleFields value={role} onChange={setRole} tried={tried} />
    </AccountForm>
  )
}
