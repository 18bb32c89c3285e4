import type { GrantedRole, ListedAccount } from '../../access/account-contract.ts'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { useMe } from '../session/me.ts'
import { whyHeld } from './why-held.ts'
import { accountWords as words } from './words.ts'

/** What the person chose to do with an account. */
export type AccountAct =
  | {
      readonly kind: 'grant' | 'reset' | 'factor' | 'unlink' | 'unlock' | 'close' | 'open' | 'sessions'
      readonly account: ListedAccount
    }
  | { readonly kind: 'end'; readonly account: ListedAccount; readonly role: GrantedRole }

export function AccountList(props: {
  accounts: readonly ListedAccount[]
  /** The ids of accounts that wrong passwords have locked for a while. */
  locked: readonly string[]
  onAct: (act: AccountAct) => void
}) {
  const say = useSay()
  const me = useMe()
  const { accounts, locked, onAct } = props
  const may = (permission: string) => me.permissions.includes(permission)
  const actsOn = (account: ListedAccount) => {
    const own = account.id === me.id
    const open = {
      grant: may('access.manage') && !own,
      unlock: may('access.manage') && locked.includes(account.id),
      factor: may('access.manage') && account.secondFactor && !own,
      unlink: may('access.accounts') && account.linked,
      // Their own password they change in the account menu; a demo's is public.
      reset: may('access.accounts') && !account.published && !own && account.closedAt === null,
      sessions: may('access.accounts') && !own && account.closedAt === null,
      close: may('access.accounts') && !account.published && !own && account.closedAt === null,
      open: may('access.accounts') && account.closedAt !== null,
    }
    return (['grant', 'unlock', 'factor', 'unlink', 'reset', 'sessions', 'close', 'open'] as const).filter(
      (kind) => open[kind],
    )
  }
  return (
    <DataTable
      caption={say(words.list)}
      rows={accounts}
      rowKey={(account) => account.id}
      columns={[
        {
          key: 'person',
          heading: say(words.person),
          cell: (account) => (
            <Person account={account} own={account.id === me.id} locked={locked.includes(account.id)} />
          ),
        },
        {
          key: 'roles',
          heading: say(words.roles),
          cell: (account) => (
            <HeldRoles
              account={account}
              onEnd={may('access.manage') ? (role) => onAct({ kind: 'end', account, role }) : null}
            />
          ),
        },
        {
          key: 'lastSignIn',
          heading: say(words.lastSignIn),
          kind: 'day',
          cell: ({ lastSignIn }) => (lastSignIn ? momentCell(lastSignIn) : say(words.neverSignedIn)),
        },
        {
          key: 'acts',
          heading: say(words.acts),
          cell: (account) => (
            <span className="account-acts screen-only">
              {actsOn(account).map((kind) => (
                <button
                  key={kind}
                  type="button"
                  className="plain-button"
                  aria-label={say(words.of(words[kind], account.name))}
                  onClick={() => onAct({ kind, account })}
                >
                  {say(words[kind])}
                </button>
              ))}
            </span>
          ),
        },
      ]}
    />
  )
}

function Person({ account, own, locked }: { account: ListedAccount; own: boolean; locked: boolean }) {
  const say = useSay()
  const tags: Text[] = [
    ...(own ? [words.own] : []),
    ...(account.published ? [words.published] : []),
    ...(account.mustChangePassword ? [words.oneTime] : []),
    ...(account.secondFactor ? [words.withFactor] : []),
    ...(account.linked ? [words.linked] : []),
    ...(locked ? [words.locked] : []),
    ...(account.closedReason === null ? [] : [words.closedTag(account.closedReason)]),
    ...(account.unused && account.closedAt === null ? [words.unused] : []),
  ]
  return (
    <>
      <strong>{account.name}</strong> <span className="help">{account.username}</span>
      {tags.map((tag) => (
        <span key={tag.en} className="tag account-tag">
          {say(tag)}
        </span>
      ))}
    </>
  )
}

function HeldRoles(props: { account: ListedAccount; onEnd: ((role: GrantedRole) => void) | null }) {
  const { account, onEnd } = props
  const say = useSay()
  if (account.roles.length === 0) return <span className="help">{say(words.noRoles)}</span>
  return (
    <ul className="causes held-roles">
      {account.roles.map((role) => (
        <li key={role.id} className={role.state === 'ended' ? 'help' : undefined}>
          {say(role.words)} ·{' '}
          {role.place ? role.place.name || say(words.unknownPlace) : say(words.wholeOffice)}{' '}
          <span className="help">{say(spell(role))}</span>{' '}
          {role.state === 'coming' ? <span className="tag">{say(words.coming)}</span> : null}
          {role.state === 'resting' ? <span className="tag">{say(words.resting)}</span> : null}
          {role.why.holding || role.why.handedOn ? (
            <span className="help role-why">{say(whyHeld({ ...role.why, granted: null }))}</span>
          ) : null}
          {role.state === 'ended' || !onEnd ? null : (
            <button
              type="button"
              className="plain-button screen-only"
              aria-label={say(words.endName(role.words, account.name))}
              onClick={() => onEnd(role)}
            >
              {say(words.end)}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function spell({ from, to, state }: GrantedRole): Text {
  if (to === null) return words.since(from)
  return state === 'ended' ? words.ended(from, to) : words.ends(from, to)
}
