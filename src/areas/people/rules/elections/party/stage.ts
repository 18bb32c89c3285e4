import { ballotsInOrder } from '../ballots.ts'
import { issueFaults, meetingFaults } from './meeting-faults.ts'
import { quorumOf } from './quorum.ts'
import type { PartyRound } from './round.ts'
import { voteFaults, writeInFaults } from './vote-faults.ts'

/** True when a meeting that could elect handed in no more ballots than it was given: then its votes mean something. */
export function wasVoted(round: PartyRound): boolean {
  const faults = [...meetingFaults(round), ...issueFaults(round)]
  return faults.length === 0 && quorumOf(round).held && ballotsInOrder(round.ballots)
}

/** How far a round came: the first obstacle decides, and only without any are votes counted. */
export function stageOf(round: PartyRound): 'contradictory' | 'inquorate' | 'voteAgain' | 'counted' {
  if (meetingFaults(round).length > 0) return 'contradictory'
  if (!quorumOf(round).held) return 'inquorate'
  if (issueFaults(round).length > 0) return 'contradictory'
  if (!ballotsInOrder(round.ballots)) return 'voteAgain'
  return voteFaults(round).length + writeInFaults(round).length > 0 ? 'contradictory' : 'counted'
}
