import type { HandedOnRole } from '../../access/own-roles-contract.ts'
import { useSay } from '../language/use-say.ts'
import { announce } from '../pieces/announcement.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { ownRoleWords as words } from './own-role-words.ts'
import { accountWords } from './words.ts'

/** What the person handed on to others, until it is taken back or ends by itself. */
export function HandedOn({ handedOn }: { handedOn: readonly HandedOnRole[] }) {
  const say = useSay()
  const takeBack = useAct(server.access.takeBackRole.call)
  const act = (role: HandedOnRole) =>
    takeBack.mutate(
      { grant: role.id },
      { onSuccess: () => announce(words.takenBack(role.words, role.to.name)) },
    )
  return (
    <section className="section" aria-labelledby="handed-on">
      <h2 id="handed-on">{say(words.handedOn)}</h2>
      {handedOn.length === 0 ? (
        <p>{say(words.nothingHandedOn)}</p>
      ) : (
        <DataTable
          caption={say(words.handedOn)}
          rows={handedOn}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'to',
              heading: say(words.receiver),
              cell: ({ to }) => (
                <>
                  <strong>{to.name}</strong> <span className="help">{to.username}</span>
                </>
              ),
            },
            { key: 'role', heading: say(words.role), cell: (role) => say(role.words) },
            {
              key: 'place',
              heading: say(words.place),
              cell: ({ place }) => (place ? place.name : say(accountWords.wholeOffice)),
            },
            { key: 'since', heading: say(words.since), kind: 'day', cell: ({ from }) => from },
            { key: 'until', heading: say(words.until), kind: 'day', cell: ({ until }) => until },
            { key: 'reason', heading: say(words.reason), cell: ({ reason }) => reason },
            { key: 'state', heading: say(words.state), cell: ({ state }) => say(words.states[state]) },
            {
              key: 'acts',
              heading: say(words.acts),
              cell: (role) =>
                role.state === 'ended' ? null : (
                  <button
                    type="button"
                    className="plain-button screen-only"
                    aria-label={say(words.takeBackName(role.words, role.to.name))}
                    disabled={takeBack.isPending}
                    onClick={() => act(role)}
                  >
                    {say(words.takeBack)}
                  </button>
                ),
            },
          ]}
        />
      )}
      {takeBack.error ? <ProblemNote error={takeBack.error} /> : null}
    </section>
  )
}
