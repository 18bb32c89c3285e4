import { Link } from '@tanstack/react-router'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { givenIn } from '../../../../platform/web/records/form-input.ts'
import { residentsOfficerType } from '../../records.ts'
import type { ResidentsView } from '../../residents-view-schema.ts'
import { residentsOfficerRoles } from '../../terms.ts'
import { electionWords } from '../election/words.ts'

/** Who runs the election, watches over its count and makes it. */
export function ResidentsOfficers({ election, mayRecord }: { election: ResidentsView; mayRecord: boolean }) {
  const say = useSay()
  const { officers } = election
  return (
    <>
      {officers.length === 0 ? <p className="help">{say(electionWords.noOfficers)}</p> : null}
      <ul>
        {officers.map(({ id, name, role }) => (
          <li key={id}>
            <Link to="/records/$type/$id" params={{ type: residentsOfficerType.id, id }}>
              {name}
            </Link>{' '}
            <span className="tag">{say(residentsOfficerRoles[role])}</span>
          </li>
        ))}
      </ul>
      {mayRecord ? (
        <Link
          to="/records/$type/new"
          params={{ type: residentsOfficerType.id }}
          search={{ given: givenIn({ election_id: election.id }) }}
          className="button screen-only"
        >
          {say(electionWords.addOfficer)}
        </Link>
      ) : null}
    </>
  )
}
