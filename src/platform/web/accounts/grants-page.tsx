import { useState } from 'react'
import type { CatalogueRole } from '../../access/account-contract.ts'
import { text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { useMe } from '../session/me.ts'
import { grantWords as words } from './grant-words.ts'
import { GrantsFilter } from './grants-filter.tsx'
import { type Asked, heldByPlace, type HeldAtPlace, type HeldRole, type Holder } from './held-by-place.ts'
import { useAccounts, useGrantsHere, useRoles } from './queries.ts'
import { whyHeld } from './why-held.ts'
import { accountWords } from './words.ts'
import './accounts.css'
import '../session/session.css'

/** By place: who holds which role there since when, why, and what that lets them do. Administrators see all, others their own places. */
export function GrantsPage() {
  const say = useSay()
  const me = useMe()
  const all = me.permissions.includes('access.see')
  return (
    <>
      <PageHead
        title={say(words.title)}
        line={say(all ? words.line : words.lineHere)}
        paper="A4 landscape"
        undated
      />
      {all ? <AllGrants /> : <GrantsHere />}
    </>
  )
}

function AllGrants() {
  const accounts = useAccounts()
  const roles = useRoles()
  return (
    <Loaded query={accounts}>
      {(data) => (
        <Loaded query={roles}>
          {(catalogue) => <Grants accounts={data.accounts} roles={catalogue.roles} />}
        </Loaded>
      )}
    </Loaded>
  )
}

function GrantsHere() {
  const here = useGrantsHere()
  return <Loaded query={here}>{(data) => <Grants accounts={data.accounts} roles={data.roles} />}</Loaded>
}

function Grants({ accounts, roles }: { accounts: readonly Holder[]; roles: readonly CatalogueRole[] }) {
  const say = useSay()
  const [asked, setAsked] = useState<Asked>({ find: '', role: '', permission: '' })
  const places = heldByPlace(accounts, roles, asked)
  return (
    <>
      <GrantsFilter roles={roles} value={asked} onChange={setAsked} />
      {places.length === 0 ? <p role="status">{say(words.none)}</p> : null}
      {places.map((one) => (
        <AtPlace key={one.place?.id ?? String(one.wider)} at={one} roles={roles} />
      ))}
    </>
  )
}

function AtPlace({
  at: { place, wider, held },
  roles,
}: {
  at: HeldAtPlace
  roles: readonly CatalogueRole[]
}) {
  const say = useSay()
  const name = nameOf(place, wider)
  const mayOf = (role: string) =>
    roles
      .find(({ id }) => id === role)
      ?.permissions.map((permission) => say(permission.words))
      .join(say(accountWords.comma)) ?? ''
  return (
    <section className="section" aria-label={say(words.held(name))}>
      <h2>{say(name)}</h2>
      <DataTable
        caption={say(words.held(name))}
        rows={held}
        rowKey={({ role }) => role.id}
        columns={[
          {
            key: 'person',
            heading: say(words.person),
            cell: ({ account }) => (
              <>
                <strong>{account.name}</strong> <span className="help">{account.username}</span>
              </>
            ),
          },
          { key: 'role', heading: say(words.role), cell: ({ role }) => <RoleName role={role} /> },
          { key: 'since', heading: say(words.since), kind: 'day', cell: ({ role }) => role.from },
          {
            key: 'until',
            heading: say(words.until),
            kind: 'day',
            cell: ({ role }) => role.to ?? say(words.noEnd),
          },
          { key: 'why', heading: say(words.why), cell: ({ role }) => say(whyHeld(role.why)) },
          {
            key: 'may',
            heading: say(words.may),
            cell: ({ role }) => <span className="help">{mayOf(role.role)}</span>,
          },
        ]}
      />
    </section>
  )
}

function RoleName({ role }: { role: HeldRole }) {
  const say = useSay()
  return (
    <>
      {say(role.words)}{' '}
      {role.state === 'coming' ? <span className="tag">{say(accountWords.coming)}</span> : null}
      {role.state === 'resting' ? <span className="tag">{say(accountWords.resting)}</span> : null}
    </>
  )
}

function nameOf(place: HeldAtPlace['place'], wider: boolean) {
  if (wider) return words.wider
  if (place === null) return accountWords.wholeOffice
  return place.name === '' ? accountWords.unknownPlace : text(place.name, place.name)
}
