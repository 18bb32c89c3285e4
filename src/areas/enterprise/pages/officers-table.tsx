import { Link } from '@tanstack/react-router'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { type Column, DataTable } from '../../../platform/web/pieces/data-table.tsx'
import { RecordLink } from '../../../platform/web/records/record-link.tsx'
import { useMe } from '../../../platform/web/session/me.ts'
import { pairingType } from '../records.ts'
import type { Officer } from '../zone-contract.ts'
import { pairingWords as words } from './words-zones.ts'

/** By the strokes of their names; no number orders, colours or marks anybody. */
export function OfficersTable({ officers, unseen }: { officers: readonly Officer[]; unseen: number }) {
  const say = useSay()
  const columns: Column<Officer>[] = [
    {
      key: 'name',
      heading: say(words.name),
      cell: ({ person }) => (
        <RecordLink type="people.person" id={person.id}>
          {person.name}
        </RecordLink>
      ),
    },
    {
      key: 'count',
      heading: say(words.count),
      kind: 'numeric',
      cell: (officer) => <PairingsOf officer={officer} />,
    },
  ]
  return (
    <section className="section officers" aria-labelledby="officers">
      <h2 id="officers">{say(words.officers)}</h2>
      {officers.length + unseen === 0 ? <p className="empty">{say(words.noOfficers)}</p> : null}
      {officers.length > 0 ? (
        <>
          <p className="help">{say(words.officersHelp)}</p>
          <DataTable
            caption={say(words.officers)}
            columns={columns}
            rows={officers}
            rowKey={({ person }) => person.id}
          />
        </>
      ) : null}
      {unseen > 0 ? <p className="help">{say(words.unseen(unseen))}</p> : null}
    </section>
  )
}

/** The list of a person's pairings, where they can be handed over together. */
function PairingsOf({ officer: { person, companies } }: { officer: Officer }) {
  const { permissions } = useMe()
  if (!permissions.includes('records.see')) return companies
  return (
    <Link
      to="/records/$type"
      params={{ type: pairingType.id }}
      search={{ where: [`person_id:${person.id}`] }}
    >
      {companies}
    </Link>
  )
}
