import { defineRule, type Rule } from '../../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../../platform/text.ts'
import { ballotFaults, count, issuedOf, largerThan, notWhole, returnedOf, voidOf } from '../faults.ts'
import { parts } from '../findings.ts'
import { always, byPractice } from '../instruments.ts'
import { underBoth } from './regime.ts'
import type { PartyRound } from './round.ts'

const presentOf = ({ present }: PartyRound) => count(text('实到会有选举权人数', 'voters present'), present)

/** Figures of the meeting that contradict each other: with them nothing can be said of the election. */
export function meetingFaults(round: PartyRound): Text[] {
  const { seats, ballots } = round
  const due = count(text('应到会有选举权人数', 'voters due to attend'), round.due)
  const unreadable = [
    ...notWhole([count(text('应选名额', 'seats'), seats), due], 1),
    ...notWhole([presentOf(round), issuedOf(ballots), returnedOf(ballots), voidOf(ballots)]),
  ]
  if (unreadable.length > 0) return unreadable
  return [...largerThan(presentOf(round), due), ...ballotFaults(ballots)]
}

/** A ballot for each voter present and none for another: whoever is absent cannot entrust a vote. */
export function issueFaults(round: PartyRound): Text[] {
  return largerThan(issuedOf(round.ballots), presentOf(round))
}

export const meetingFaultRules: readonly Rule<PartyRound>[] = [
  defineRule<PartyRound>({
    id: 'R-S4-01-FIGURES',
    name: text('会议数字相互一致', 'The figures of the meeting agree'),
    ...byPractice(
      text(
        '计票数字之间的必然关系：实到会不多于应到会，无效票不多于收回选票，有效票等于收回减无效',
        'What every count obeys: no more present than due, no more void than returned, valid is returned less void',
      ),
    ),
    inForce: always,
    weight: 'warn',
    judges: 'act',
    check: (round) => parts(meetingFaults(round)),
  }),
  ...underBoth(
    {
      id: 'R-S4-01-ISSUED',
      name: text('选票发给到会的选举人', 'Ballots go to voters who are present'),
      weight: 'warn',
      judges: 'act',
      check: (round) => parts(meetingFaults(round).length > 0 ? [] : issueFaults(round)),
    },
    'secondary',
    text(
      '选举人不能出席会议的，不得委托他人代为投票',
      'a voter who does not attend may not entrust the vote to another',
    ),
  ),
]
