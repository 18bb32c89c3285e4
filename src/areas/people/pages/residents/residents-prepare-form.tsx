import { useIdempotencyKey } from '../../../../platform/web/rpc/use-idempotency-key.ts'
import type { ResidentsView } from '../../residents-view-schema.ts'
import { type ResidentsContest, type ResidentsVote, residentsContests, residentsVotes } from '../../terms.ts'
import { PrepareFrame, type Round } from '../election/prepare-frame.tsx'
import { server } from '../server.ts'
import { type Nominee, NomineeRow } from './nominee-row.tsx'

/** The next round: what it elects, who stands and who nominated them; the server puts the list in order. */
export function ResidentsPrepareForm({ election, done }: { election: ResidentsView; done: () => void }) {
  const keyOf = useIdempotencyKey()
  const held = new Set(election.ballots.map(({ contest }) => contest))
  const left = (Object.keys(residentsContests) as ResidentsContest[]).find((each) => !held.has(each))
  const send = async (round: Round<ResidentsContest, ResidentsVote>, nominees: readonly Nominee[]) => {
    const candidates = nominees.map(({ personId, nominatedBy, nominators }) => ({
      personId,
      nominatedBy,
      nominators: nominatedBy === 'voters' ? Number(nominators) : null,
    }))
    const content = { election: election.id, ...round, candidates }
    await server.people.prepareResidentsBallot.call({ ...content, idempotencyKey: keyOf(content) })
    done()
  }
  return (
    <PrepareFrame<ResidentsContest, ResidentsVote, Nominee>
      contests={residentsContests}
      votes={residentsVotes}
      start={{ contest: left ?? 'member', vote: 'first', seats: 1 }}
      personOf={({ personId }) => personId}
      listed={(personId) => ({ personId, nominatedBy: 'party_organisation', nominators: '' })}
      line={(nominee, name, onChange) => <NomineeRow nominee={nominee} name={name} onChange={onChange} />}
      send={send}
    />
  )
}
