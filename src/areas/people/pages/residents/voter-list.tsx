import { Link } from '@tanstack/react-router'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { dayText } from '../../../../platform/web/moment/moment-words.ts'
import { residentsElectionType } from '../../records.ts'
import type { ResidentsView } from '../../residents-view-schema.ts'
import { residentsWords as words } from './words.ts'

/** The voter list as a total and a day, and the objections to it by their days. */
export function VoterList({ election, mayRecord }: { election: ResidentsView; mayRecord: boolean }) {
  const say = useSay()
  const { listPublishedOn, voters, objections } = election
  const act = (kind: string, label: string) => (
    <Link
      to="/records/$type/$id/act"
      params={{ type: residentsElectionType.id, id: election.id }}
      search={{ as: 'event', kind }}
      className="button screen-only"
    >
      {label}
    </Link>
  )
  return (
    <>
      <p className="help">{say(words.noVoters)}</p>
      {listPublishedOn === null || voters === null ? (
        <p>{say(words.noList)}</p>
      ) : (
        <p>
          {say(words.voters(voters))}
          {say({ zh: '，', en: ', ' })}
          {say(words.listed(dayText(listPublishedOn)))}
        </p>
      )}
      <ul>
        {objections.map(({ on, count, decidedOn }, at) => (
          // Objections of one day are told apart by nothing but their place.
          <li key={`${on} ${at}`}>
            {say(words.objection(dayText(on), count))}
            {say({ zh: '，', en: ', ' })}
            {say(decidedOn ? words.decided(dayText(decidedOn)) : words.undecidedYet)}
          </li>
        ))}
      </ul>
      {mayRecord && listPublishedOn !== null ? (
        <p className="row">
          {act('objected', say(words.addObjection))}{' '}
          {objections.some(({ decidedOn }) => decidedOn === null)
            ? act('objections_decided', say(words.decideObjections))
            : null}
        </p>
      ) : null}
    </>
  )
}
