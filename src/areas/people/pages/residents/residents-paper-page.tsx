import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { Loaded } from '../../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../../platform/web/pieces/page-head.tsx'
import type { ResidentsView } from '../../residents-view-schema.ts'
import { residentsContests, residentsVotes } from '../../terms.ts'
import { paperWords } from '../election/paper-words.ts'
import { electionWords } from '../election/words.ts'
import { server } from '../server.ts'
import { type ResidentsPaperSearch, residentsPapers } from './residents-paper-search.ts'
import { ResidentsBallotPaper, ResidentsCandidateList, ResidentsReport } from './residents-papers.tsx'
import { VoterNotice } from './voter-notice.tsx'
import { residentsWords as words } from './words.ts'
import '../election/election.css'

const route = getRouteApi('/work/people/residents-elections/$id/papers')

/** A paper of a residents' election as it is printed, on A4 portrait. */
export function ResidentsPaperPage() {
  const { id } = route.useParams()
  const election = useQuery(server.people.residentsElection.queryOptions({ input: { id } }))
  return <Loaded query={election}>{(data) => <OnePaper election={data} />}</Loaded>
}

function OnePaper({ election }: { election: ResidentsView }) {
  const say = useSay()
  const navigate = useNavigate()
  const { paper, ballot: wanted }: ResidentsPaperSearch = route.useSearch()
  const ballot = election.ballots.find(({ id }) => id === wanted) ?? election.ballots[0]
  const change = (changes: Partial<ResidentsPaperSearch>) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, ...changes }), replace: true })
  return (
    <>
      <PageHead title={say(words.papers[paper])} line={election.code} paper="A4 portrait" undated ownTitle>
        <select
          className="select"
          aria-label={say(paperWords.choose)}
          value={paper}
          onChange={(event) =>
            change({ paper: residentsPapers.find((each) => each === event.target.value) ?? 'notice' })
          }
        >
          {residentsPapers.map((each) => (
            <option key={each} value={each}>
              {say(words.papers[each])}
            </option>
          ))}
        </select>
        {paper === 'notice' ? null : (
          <select
            className="select"
            aria-label={say(electionWords.ballots)}
            value={ballot?.id ?? ''}
            onChange={(event) => change({ ballot: event.target.value })}
          >
            {election.ballots.map(({ id, contest, no, vote }) => (
              <option key={id} value={id}>
                {say(electionWords.round(residentsContests[contest], no, residentsVotes[vote]))}
              </option>
            ))}
          </select>
        )}
        <Link to="/people/residents-elections/$id" params={{ id: election.id }} className="button">
          {say(paperWords.back)}
        </Link>
      </PageHead>
      <div className="section election-paper">
        {paper === 'notice' ? (
          <VoterNotice election={election} />
        ) : ballot === undefined ? (
          <p className="empty">{say(paperWords.noBallot)}</p>
        ) : paper === 'list' ? (
          <ResidentsCandidateList election={election} ballot={ballot} />
        ) : paper === 'ballot' ? (
          <ResidentsBallotPaper election={election} ballot={ballot} />
        ) : (
          <ResidentsReport election={election} ballot={ballot} />
        )}
      </div>
    </>
  )
}
