import { useState } from 'react'
import { text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { LabelledInput } from '../session/labelled-input.tsx'
import { spell } from './account-list.tsx'
import { grantWords as words } from './grant-words.ts'
import { heldByPlace, type HeldAtPlace } from './held-by-place.ts'
import { useAccounts, useRoles } from './queries.ts'
import { accountWords } from './words.ts'
import './accounts.css'
import '../session/session.css'

/** By place: who holds which role there since when, and what that lets them do. */
export function GrantsPage() {
  const say = useSay()
  const [find, setFind] = useState('')
  const accounts = useAccounts()
  return (
    <>
      <PageHead title={say(words.title)} line={say(words.line)} paper="A4 landscape" undated />
      <div className="grants-filter screen-only">
        <LabelledInput
          label={say(words.find)}
          type="search"
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      </div>
      <Loaded query={accounts}>
        {(data) => {
          const places = heldByPlace(data.accounts, find)
          return places.length === 0 ? (
            <p role="status">{say(words.none)}</p>
          ) : (
            places.map((one) => <AtPlace key={one.place?.id ?? ''} at={one} />)
          )
        }}
      </Loaded>
    </>
  )
}

function AtPlace({ at: { place, held } }: { at: HeldAtPlace }) {
  const say = useSay()
  const roles = useRoles()
  const name = place ? text(place.name, place.name) : accountWords.wholeOffice
  const mayOf = (role: string) =>
    roles.data?.roles
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
          {
            key: 'role',
            heading: say(words.role),
            cell: ({ role }) => (
              <>
                {say(role.words)}{' '}
                {role.state === 'coming' ? <span className="tag">{say(accountWords.coming)}</span> : null}
              </>
            ),
          },
          { key: 'spell', heading: say(words.spell), kind: 'day', cell: ({ role }) => say(spell(role)) },
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
