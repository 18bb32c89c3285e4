import type { Rule } from '../../../../../platform/rules/rule.ts'
import { candidateRules } from './candidate-rules.ts'
import { meetingFaultRules } from './meeting-faults.ts'
import { quorumRules } from './quorum.ts'
import type { PartyRound } from './round.ts'
import { voteRules } from './vote-rules.ts'

/**
 * Every rule on a counted Party vote (R-S4-01 to -03). Most are read at second hand and so warn; the arithmetic holds
 * all the same, since `decidePartyRound` declares nobody elected against it.
 */
export const partyRoundRules: readonly Rule<PartyRound>[] = [
  ...meetingFaultRules,
  ...quorumRules,
  ...voteRules,
  ...candidateRules,
]
