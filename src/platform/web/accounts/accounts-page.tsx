import { useState } from 'react'
import type { OncePassword } from '../../access/account-contract.ts'
import { useSay } from '../language/use-say.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { useMe } from '../session/me.ts'
import { type AccountAct, AccountList } from './account-list.tsx'
import { AddForm } from './add-form.tsx'
import { ClosingForm } from './closing-form.tsx'
import { EndForm } from './end-form.tsx'
import { GrantForm } from './grant-form.tsx'
import { OncePasswordNote } from './once-password.tsx'
import { useAccounts } from './queries.ts'
import { PolicyForm } from './policy-form.tsx'
import { ResetForm } from './reset-form.tsx'
import { RoleCatalogue } from './role-catalogue.tsx'
import { SecurityForm } from './security-form.tsx'
import { isShown, type Shown, ShownAccounts } from './shown-accounts.tsx'
import { accountWords as words } from './words.ts'
import './accounts.css'

type Act = AccountAct | { readonly kind: 'add' }

/** The accounts of the office; what is done with one is done above the list, and the list shows it at once. */
export function AccountsPage() {
  const say = useSay()
  const me = useMe()
  const accounts = useAccounts()
  const [act, setAct] = useState<Act | null>(null)
  const [once, setOnce] = useState<OncePassword | null>(null)
  const [shown, setShown] = useState<Shown>('all')
  const leave = () => setAct(null)
  const show = (password: OncePassword) => {
    setOnce(password)
    leave()
  }
  return (
    <AntdFrame>
      <PageHead title={say(words.title)} line={say(words.line)} paper="A4 landscape" undated>
        {me.permissions.includes('access.accounts') ? (
          <button type="button" className="main-button" onClick={() => setAct({ kind: 'add' })}>
            {say(words.add)}
          </button>
        ) : null}
      </PageHead>
      {once ? <OncePasswordNote key={once.password} once={once} close={() => setOnce(null)} /> : null}
      {act ? <ActForm key={keyOf(act)} act={act} leave={leave} show={show} /> : null}
      <Loaded query={accounts}>
        {(data) => (
          <section className="section account-list" aria-label={say(words.list)}>
            <ShownAccounts accounts={data.accounts} value={shown} onChange={setShown} />
            <AccountList
              accounts={data.accounts.filter(isShown[shown])}
              locked={data.locked}
              onAct={setAct}
            />
          </section>
        )}
      </Loaded>
      {me.permissions.includes('access.manage') ? <PolicyForm /> : null}
      <RoleCatalogue />
    </AntdFrame>
  )
}

function ActForm(props: { act: Act; leave: () => void; show: (once: OncePassword) => void }) {
  const { act, leave, show } = props
  switch (act.kind) {
    case 'add':
      return <AddForm leave={leave} onAdded={show} />
    case 'grant':
      return <GrantForm account={act.account} leave={leave} />
    case 'end':
      return <EndForm account={act.account} role={act.role} leave={leave} />
    case 'factor':
    case 'unlink':
    case 'unlock':
      return <SecurityForm kind={act.kind} account={act.account} leave={leave} />
    case 'close':
    case 'open':
    case 'sessions':
      return <ClosingForm kind={act.kind} account={act.account} leave={leave} />
    case 'reset':
      return <ResetForm account={act.account} leave={leave} onReset={show} />
  }
}

function keyOf(act: Act): string {
  if (act.kind === 'add') return act.kind
  return [act.kind, act.account.id, act.kind === 'end' ? act.role.id : ''].join()
}
