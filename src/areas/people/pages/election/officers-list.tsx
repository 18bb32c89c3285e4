import { Link } from '@tanstack/react-router'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { givenIn } from '../../../../platform/web/records/form-input.ts'
import type { ElectionView } from '../../election-view-schema.ts'
import { electionOfficerType } from '../../records.ts'
import { officerRoles } from '../../terms.ts'
import { electionWords as words } from './words.ts'

/** Who watches over the count and who makes it. */
export function OfficersList({ election }: { election: ElectionView }) {
  const say = useSay()
  const { officers, may, ended } = election
  return (
    <>
      {officers.length === 0 ? <p className="help">{say(words.noOfficers)}</p> : null}
      <ul>
        {officers.map(({ id, name, role }) => (
          <li key={id}>
            {name} <span className="tag">{say(officerRoles[role])}</span>
          </li>
        ))}
      </ul>
      {may.record && ended === null ? (
        <Link
          to="/records/$type/new"
          params={{ type: electionOfficerType.id }}
          search={{ given: givenIn({ election_id: election.id }) }}
          className="button screen-only"
        >
          {say(words.addOfficer)}
        </Link>
      ) : null}
    </>
  )
}
