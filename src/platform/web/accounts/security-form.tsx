import type { ListedAccount } from '../../access/account-contract.ts'
import { announce } from '../pieces/announcement.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { AccountForm } from './account-form.tsx'
import { accountWords as words } from './words.ts'

const acts = {
  factor: {
    call: server.access.accountsResetSecondFactor.call,
    help: words.factorHelp,
    submit: words.confirmFactor,
    done: words.factorDone,
  },
  unlink: {
    call: server.access.accountsUnlink.call,
    help: words.unlinkHelp,
    submit: words.confirmUnlink,
    done: words.unlinked,
  },
  unlock: {
    call: server.access.accountsUnlock.call,
    help: words.unlockHelp,
    submit: words.confirmUnlock,
    done: words.unlocked,
  },
}

/** What an administrator does about how somebody gets in, or cannot. */
export function SecurityForm(props: { kind: keyof typeof acts; account: ListedAccount; leave: () => void }) {
  const { kind, account, leave } = props
  const { call, help, submit, done } = acts[kind]
  const act = useAct(call)
  return (
    <AccountForm
      title={words.of(words[kind], account.name)}
      help={help}
      submitLabel={submit}
      busy={act.isPending}
      error={act.error}
      onSubmit={() => {
        if (act.isPending) return
        act.mutate(
          { account: account.id },
          {
            onSuccess: () => {
              announce(done(account.name))
              leave()
            },
          },
        )
      }}
      leave={leave}
    />
  )
}
