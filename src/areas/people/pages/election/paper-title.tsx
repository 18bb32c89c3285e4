import { useSay } from '../../../../platform/web/language/use-say.ts'
import type { Text } from '../../../../platform/text.ts'
import type { ElectionBallotView, ElectionView } from '../../election-view-schema.ts'
import { ballotVotes, contests, electionKinds } from '../../terms.ts'
import { paperWords } from './paper-words.ts'
import { electionWords as words } from './words.ts'

export type PaperProps = { readonly election: ElectionView; readonly ballot: ElectionBallotView }

/** What stands at the head of each paper: whose election it is, and of which round. */
export function PaperTitle({ election, ballot, name }: PaperProps & { name: Text }) {
  const say = useSay()
  return (
    <>
      <h2>{say(paperWords.title(election.organisation.name, name))}</h2>
      <p className="centred">
        {say(words.plan(electionKinds[election.kind], election.termNo, election.seats))} ·{' '}
        {say(words.round(contests[ballot.contest], ballot.no, ballotVotes[ballot.vote]))}
      </p>
    </>
  )
}
