import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSay } from '../language/use-say.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { server } from '../rpc/server.ts'
import { HandOnForm } from './hand-on-form.tsx'
import { HandedOn } from './handed-on.tsx'
import { ownRoleWords as words } from './own-role-words.ts'
import { whyHeld } from './why-held.ts'
import { accountWords } from './words.ts'
import './accounts.css'
import '../session/session.css'

/** What the person may do and why, and what of it they hand on for an absence. */
export function OwnRolesPage() {
  const say = useSay()
  const own = useQuery(server.access.ownRoles.queryOptions())
  const [handing, setHanding] = useState<string | null>(null)
  return (
    <AntdFrame>
      <PageHead title={say(words.title)} line={say(words.line)} paper="A4 landscape" undated />
      <Loaded query={own}>
        {({ roles, handedOn, mostDays }) => {
          const role = roles.find(({ id }) => id === handing)
          const shown = roles.filter(({ state }) => state !== 'ended')
          return (
            <>
              {role ? (
                <HandOnForm key={role.id} role={role} mostDays={mostDays} leave={() => setHanding(null)} />
              ) : null}
              <section className="section" aria-labelledby="own-roles">
                <h2 id="own-roles">{say(words.own)}</h2>
                {shown.length === 0 ? <p>{say(words.none)}</p> : null}
                {shown.length === 0 ? null : (
                  <DataTable
                    caption={say(words.own)}
                    rows={shown}
                    rowKey={({ id }) => id}
                    columns={[
                      {
                        key: 'role',
                        heading: say(words.role),
                        cell: (one) => (
                          <>
                            <strong>{say(one.words)}</strong>{' '}
                            {one.state === 'in_force' ? null : (
                              <span className="tag">{say(words.states[one.state])}</span>
                            )}
                          </>
                        ),
                      },
                      {
                        key: 'place',
                        heading: say(words.place),
                        cell: ({ place }) => (place ? place.name : say(accountWords.wholeOffice)),
                      },
                      { key: 'since', heading: say(words.since), kind: 'day', cell: ({ from }) => from },
                      {
                        key: 'until',
                        heading: say(words.until),
                        kind: 'day',
                        cell: ({ to }) => to ?? say(words.noEnd),
                      },
                      { key: 'why', heading: say(words.why), cell: ({ why }) => say(whyHeld(why)) },
                      {
                        key: 'acts',
                        heading: say(words.acts),
                        cell: (one) =>
                          one.mayHandOn ? (
                            <button
                              type="button"
                              className="plain-button screen-only"
                              aria-label={say(words.handOnName(one.words))}
                              onClick={() => setHanding(one.id)}
                            >
                              {say(words.handOn)}
                            </button>
                          ) : null,
                      },
                    ]}
                  />
                )}
              </section>
              <HandedOn handedOn={handedOn} />
            </>
          )
        }}
      </Loaded>
    </AntdFrame>
  )
}
