import { defineRule, type Rule } from '../../../../../platform/rules/rule.ts'
import { text } from '../../../../../platform/text.ts'
import { parts } from '../findings.ts'
import { byPractice, cite, instruments } from '../instruments.ts'
import { roundFaults } from './faults.ts'
import { type ResidentsRound, residentsModes } from './round.ts'
import { validityOf } from './tally.ts'

const { inForce } = instruments.residents2025

const figuresAgree = defineRule<ResidentsRound>({
  id: 'R-S4-01-RC-FIGURES',
  name: text('选举数字相互一致', 'The figures of the election agree'),
  ...byPractice(
    text(
      '计票数字之间的必然关系：参加投票人数不多于有权投票人数，收回选票不多于发出选票和参加投票人数，得票不多于有效票',
      'What every count obeys: no more participants than entitled, no more ballots returned than issued or than participants, no more votes than valid ballots',
    ),
  ),
  inForce,
  weight: 'warn',
  judges: 'act',
  check: (round) => parts(roundFaults(round)),
})

const enoughTookPart = defineRule<ResidentsRound>({
  id: 'R-S4-01-RC-VALID',
  name: text('参加投票人数', 'Enough take part'),
  ...cite(
    'residents2025',
    'statute',
    text(
      '第十九条，有选举权的居民或者户的代表过半数参加投票、居民代表超过三分之二参加投票，选举有效',
      'art. 19, the election is valid when over half of the voters or household representatives, or over two thirds of the residents’ representatives, take part',
    ),
  ),
  inForce,
  weight: 'statutory',
  judges: 'state',
  check: (round) => {
    const { entitled, participants, needed, valid } = validityOf(round)
    if (valid || roundFaults(round).length > 0) return []
    const { entitled: who } = residentsModes[round.mode]
    return parts([
      text(
        `${who.zh}${entitled}人，参加投票${participants}人，至少需要${needed}人，选举无效，请重新组织选举。`,
        `${participants} of ${entitled} ${who.en} took part; it takes at least ${needed}. The election is invalid: hold it again.`,
      ),
    ])
  },
})

const moreCandidatesThanSeats = defineRule<ResidentsRound>({
  id: 'R-S4-01-RC-SURPLUS',
  name: text('候选人多于应选名额', 'More candidates than seats'),
  ...cite(
    'residents2025',
    'statute',
    text('第十八条，候选人名额多于应选名额', 'art. 18, there are more candidates than seats'),
  ),
  inForce,
  weight: 'statutory',
  judges: 'act',
  check: ({ vote, candidates, seats }) => {
    if (vote !== 'first' || candidates.length > seats) return []
    return parts([
      text(
        `应选${seats}人，候选人${candidates.length}人，候选人至少${seats + 1}人。`,
        `${candidates.length} candidates for ${seats} seats: there must be at least ${seats + 1}.`,
      ),
    ])
  },
})

/** Every rule on a counted residents' vote. */
export const residentsRoundRules: readonly Rule<ResidentsRound>[] = [
  figuresAgree,
  enoughTookPart,
  moreCandidatesThanSeats,
]
