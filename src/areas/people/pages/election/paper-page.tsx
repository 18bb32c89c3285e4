import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { Loaded } from '../../../../platform/web/pieces/loaded.tsx'
import { PageHead } from '../../../../platform/web/pieces/page-head.tsx'
import type { ElectionView } from '../../election-view-schema.ts'
import { ballotVotes, contests } from '../../terms.ts'
import { BallotPaper } from './ballot-paper.tsx'
import { CandidateList } from './candidate-list.tsx'
import { paperWords } from './paper-words.ts'
import { papers, type PaperSearch } from './paper-search.ts'
import { ResultReport } from './result-report.tsx'
import { server } from '../server.ts'
import { electionWords as words } from './words.ts'
import './election.css'

const route = getRouteApi('/work/people/elections/$id/papers')

/** A paper of an election as it is printed, on A4 portrait. */
export function PaperPage() {
  const { id } = route.useParams()
  const election = useQuery(server.people.election.queryOptions({ input: { id } }))
  return <Loaded query={election}>{(data) => <OnePaper election={data} />}</Loaded>
}

function OnePaper({ election }: { election: ElectionView }) {
  const say = useSay()
  const navigate = useNavigate()
  const { paper, ballot: wanted }: PaperSearch = route.useSearch()
  const ballot = election.ballots.find(({ id }) => id === wanted) ?? election.ballots[0]
  const change = (changes: Partial<PaperSearch>) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, ...changes }), replace: true })
  const props = { election, ballot }
  return (
    <>
      <PageHead
        title={say(words.paperNames[paper])}
        line={election.code}
        paper="A4 portrait"
        undated
        ownTitle
      >
        <select
          className="select"
          aria-label={say(paperWords.choose)}
          value={paper}
          onChange={(event) =>
            change({ paper: papers.find((each) => each === event.target.value) ?? 'list' })
          }
        >
          {papers.map((each) => (
            <option key={each} value={each}>
              {say(words.paperNames[each])}
            </option>
          ))}
        </select>
        <select
          className="select"
          aria-label={say(words.ballots)}
          value={ballot?.id ?? ''}
          onChange={(event) => change({ ballot: event.target.value })}
        >
          {election.ballots.map(({ id, contest, no, vote }) => (
            <option key={id} value={id}>
              {say(words.round(contests[contest], no, ballotVotes[vote]))}
            </option>
          ))}
        </select>
        <Link to="/people/elections/$id" params={{ id: election.id }} className="button">
          {say(paperWords.back)}
        </Link>
      </PageHead>
      <div className="section election-paper">
        {ballot === undefined ? (
          <p className="empty">{say(paperWords.noBallot)}</p>
        ) : paper === 'list' ? (
          <CandidateList {...props} ballot={ballot} />
        ) : paper === 'ballot' ? (
          <BallotPaper {...props} ballot={ballot} />
        ) : (
          <ResultReport {...props} ballot={ballot} />
        )}
      </div>
    </>
  )
}
