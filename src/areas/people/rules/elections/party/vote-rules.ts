import { defineRule, type Rule } from '../../../../../platform/rules/rule.ts'
import { text } from '../../../../../platform/text.ts'
import { parts } from '../findings.ts'
import { instruments } from '../instruments.ts'
import { linesOf } from './majority.ts'
import { majorityBasis } from './next-steps.ts'
import { underBoth } from './regime.ts'
import type { PartyRound } from './round.ts'
import { stageOf, wasVoted } from './stage.ts'
import { tally } from './tally.ts'
import { voteFaults, writeInFaults } from './vote-faults.ts'

const returned = underBoth(
  {
    id: 'R-S4-01-RETURNED',
    name: text('收回选票不多于发出选票', 'No more ballots returned than issued'),
    weight: 'warn',
    judges: 'state',
    check: (round) =>
      stageOf(round) !== 'voteAgain'
        ? []
        : parts([
            text(
              `发出选票${round.ballots.issued}张，收回${round.ballots.returned}张，收回多于发出，选举无效，请重新选举。`,
              `${round.ballots.issued} ballots were issued and ${round.ballots.returned} returned: the vote is invalid. Vote again.`,
            ),
          ]),
  },
  'secondary',
  text(
    '收回的选票等于或者少于发出的选票，选举有效；多于发出的选票，选举无效，重新选举',
    'with no more ballots returned than issued the vote is valid; with more it is invalid and held again',
  ),
)

const votesAgree = underBoth(
  {
    id: 'R-S4-01-VOTES',
    name: text('得票数字与选票相符', 'The votes agree with the ballots'),
    weight: 'warn',
    judges: 'act',
    check: (round) => parts(wasVoted(round) ? voteFaults(round) : []),
  },
  'secondary',
  text(
    '有效票对每名候选人为赞成、不赞成、弃权之一，所选人数多于应选名额的为无效票，因此各项合计与有效票相符',
    'a valid ballot marks each candidate for, against or neither, and one that chooses more than the seats is void, so the sums agree with the valid ballots',
  ),
)

const writeIns = underBoth(
  {
    id: 'R-S4-01-WRITE-IN',
    name: text('另选他人的票来自不赞成票', 'Who writes a name in is against a candidate'),
    weight: 'warn',
    judges: 'act',
    check: (round) => parts(wasVoted(round) && voteFaults(round).length === 0 ? writeInFaults(round) : []),
  },
  'secondary',
  text(
    '对候选人不赞成的可以另选他人，弃权的不得另选他人',
    'who is against a candidate may write in another; who abstains may not',
  ),
)

const betweenLines = defineRule<PartyRound>({
  id: 'R-S4-01-MAJORITY',
  name: text('当选的半数基数', 'Of whom the majority is taken'),
  ...majorityBasis,
  inForce: instruments.party2020.inForce,
  weight: 'warn',
  judges: 'state',
  check: (round) => {
    if (stageOf(round) !== 'counted') return []
    const lines = linesOf(round)
    return parts(
      tally(round)
        .filter(({ outcome }) => outcome === 'referred')
        .map(({ name, votes }) =>
          text(
            `“${name}”得${votes}票：实到会半数须至少${lines.present}票，应到会半数须至少${lines.due}票，须由上级党组织裁定。`,
            `“${name}” has ${votes} votes: over half of those present takes ${lines.present}, over half of those due takes ${lines.due}. The higher Party organisation decides.`,
          ),
        ),
    )
  },
})

export const voteRules: readonly Rule<PartyRound>[] = [...returned, ...votesAgree, ...writeIns, betweenLines]
