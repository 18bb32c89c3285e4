import { defineRule, type Rule } from '../../../../../platform/rules/rule.ts'
import { text } from '../../../../../platform/text.ts'
import { parts } from '../findings.ts'
import { cite, instruments } from '../instruments.ts'
import { leastReaching } from '../share.ts'
import { partyContests } from './contest.ts'
import { underBoth } from './regime.ts'
import type { PartyRound } from './round.ts'
import { stageOf } from './stage.ts'
import { tally } from './tally.ts'

/** The least number of candidates for an election with a surplus of at least a fifth of the seats: 3 → 4, 9 → 11. */
export function fewestCandidates(seats: number): number {
  return leastReaching(seats, { of: 6, in: 5 })
}

/** Numbers of candidates are set for a first vote; on another for the seats left the sources are silent. */
const asksFor = (kind: 'surplus' | 'equal', { vote, contest }: PartyRound) =>
  vote === 'first' && partyContests[contest].candidates === kind

const surplus = defineRule<PartyRound>({
  id: 'R-S4-01-SURPLUS',
  name: text('差额选举', 'More candidates than seats'),
  ...cite(
    'party2020',
    'secondary',
    text(
      '委员候选人的差额不少于应选人数的百分之二十',
      'candidates for a committee exceed the seats by at least 20 per cent',
    ),
  ),
  inForce: instruments.party2020.inForce,
  weight: 'warn',
  judges: 'act',
  check: (round) => {
    const { seats, candidates } = round
    const fewest = fewestCandidates(seats)
    if (!asksFor('surplus', round) || candidates.length >= fewest) return []
    return parts([
      text(
        `应选${seats}人，候选人${candidates.length}人；差额不少于20%，候选人至少${fewest}人。`,
        `${candidates.length} candidates for ${seats} seats; with a surplus of 20 per cent there are at least ${fewest}.`,
      ),
    ])
  },
})

const equal = defineRule<PartyRound>({
  id: 'R-S4-01-EQUAL',
  name: text('书记、副书记等额选举', 'As many candidates as posts for secretaries'),
  ...cite(
    'party2020',
    'secondary',
    text(
      '书记、副书记由委员会第一次会议等额选举产生；不设委员会的，由党员大会选举产生',
      'secretary and deputies are elected by the first meeting of the committee with as many candidates as posts; without a committee by the meeting of members',
    ),
  ),
  inForce: instruments.party2020.inForce,
  weight: 'warn',
  judges: 'act',
  check: (round) => {
    const { seats, candidates } = round
    if (!asksFor('equal', round) || candidates.length === seats) return []
    return parts([
      text(
        `等额选举：应选${seats}人，候选人${candidates.length}人，两者应当相等。`,
        `${candidates.length} candidates for ${seats} posts: in this election they are as many.`,
      ),
    ])
  },
})

const mayBeElected = underBoth(
  {
    id: 'R-S4-02',
    name: text('有被选举权', 'May be elected'),
    weight: 'block',
    judges: 'act',
    check: (round) => {
      const { eligible } = round
      if (eligible === null) return []
      const chosen = stageOf(round) === 'counted' ? tally(round) : []
      const written = chosen.filter((each) => each.writeIn && each.outcome !== 'notElected')
      return parts(
        [...round.candidates, ...written]
          .filter(({ id }) => !eligible.includes(id))
          .map(({ name }) =>
            text(
              `“${name}”不在有被选举权的正式党员名单中，不能当选，请核对名单。`,
              `“${name}” is not among the full members who may be elected. Check the list.`,
            ),
          ),
      )
    },
  },
  'instrument',
  text(
    '第五条，正式党员有选举权和被选举权；预备党员、受留党察看处分期间的党员没有',
    'art. 5, full members may elect and be elected; probationary members and those on probation within the Party may not',
  ),
)

const officialsStandAside = underBoth(
  {
    id: 'R-S4-03',
    name: text('监票人、计票人不是候选人', 'Scrutineers and tellers are no candidates'),
    weight: 'warn',
    judges: 'act',
    check: ({ candidates, officials }) =>
      parts(
        candidates
          .filter(({ id }) => officials.includes(id))
          .map(({ name }) =>
            text(
              `“${name}”是候选人，不能担任监票人或计票人，请另推选。`,
              `“${name}” is a candidate and cannot be a scrutineer or teller. Choose another.`,
            ),
          ),
      ),
  },
  'secondary',
  text(
    '监票人从不是候选人的党员中推选，经党员大会表决通过',
    'scrutineers are chosen among members who are no candidates and passed by the meeting',
  ),
)

export const candidateRules: readonly Rule<PartyRound>[] = [
  surplus,
  equal,
  ...mayBeElected,
  ...officialsStandAside,
]
