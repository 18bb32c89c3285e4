import { useSay } from '../../../../platform/web/language/use-say.ts'
import { useIdempotencyKey } from '../../../../platform/web/rpc/use-idempotency-key.ts'
import type { ElectionView } from '../../election-view-schema.ts'
import { ballotVotes, type Contest, contests } from '../../terms.ts'
import { server } from '../server.ts'
import { PrepareFrame, type Round } from './prepare-frame.tsx'
import { electionWords as words } from './words.ts'

type Vote = keyof typeof ballotVotes

/** The next round: what it elects and who stands; the server puts the list in order. */
export function PrepareForm({ election, done }: { election: ElectionView; done: () => void }) {
  const say = useSay()
  const keyOf = useIdempotencyKey()
  const contest: Contest =
    election.ballots.length === 0 && election.secretaryBy === 'committee' ? 'committee' : 'secretary'
  const send = async (round: Round<Contest, Vote>, people: readonly string[]) => {
    const content = { election: election.id, ...round, candidates: [...people] }
    await server.people.prepareBallot.call({ ...content, idempotencyKey: keyOf(content) })
    done()
  }
  return (
    <PrepareFrame<Contest, Vote, string>
      contests={contests}
      votes={ballotVotes}
      start={{ contest, vote: 'first', seats: contest === 'committee' ? election.seats : 1 }}
      personOf={(person) => person}
      listed={(person) => person}
      line={(_person, name, onChange) => (
        <>
          {name}{' '}
          <button
            type="button"
            className="plain-button"
            aria-label={say(words.remove(name))}
            onClick={() => onChange(null)}
          >
            ×
          </button>
        </>
      )}
      send={send}
    />
  )
}
