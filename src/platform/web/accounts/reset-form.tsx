import type { ListedAccount, OncePassword } from '../../access/account-contract.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { AccountForm } from './account-form.tsx'
import { accountWords as words } from './words.ts'

export function ResetForm(props: {
  account: ListedAccount
  leave: () => void
  onReset: (once: OncePassword) => void
}) {
  const { account, leave, onReset } = props
  const reset = useAct(server.access.accountsResetPassword.call)
  return (
    <AccountForm
      title={words.of(words.reset, account.name)}
      help={words.resetHelp}
      submitLabel={words.confirmReset}
      busy={reset.isPending}
      error={reset.error}
      onSubmit={() => {
        if (!reset.isPending) reset.mutate({ account: account.id }, { onSuccess: onReset })
      }}
      leave={leave}
    />
  )
}
