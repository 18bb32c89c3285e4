import { defineRule, type Rule } from '../../../../../platform/rules/rule.ts'
import { text } from '../../../../../platform/text.ts'
import { parts } from '../findings.ts'
import { cite, instruments } from '../instruments.ts'
import { fourFifths, leastReaching } from '../share.ts'
import type { PartyRound } from './round.ts'

export type Quorum = {
  readonly due: number
  readonly present: number
  /** The least number present with which the meeting can elect. */
  readonly needed: number
  readonly held: boolean
}

/** Four fifths of those due: those of 1990 say “over”, and exactly four fifths are accepted under them too. */
export function quorumOf({ due, present }: Pick<PartyRound, 'due' | 'present'>): Quorum {
  const needed = leastReaching(due, fourFifths)
  return { due, present, needed, held: present >= needed }
}

const rule = {
  id: 'R-S4-01-QUORUM',
  name: text('到会人数', 'Quorum'),
  weight: 'warn',
  judges: 'state',
  check: (round: PartyRound) => {
    const { due, present, needed, held } = quorumOf(round)
    if (held) return []
    return parts([
      text(
        `应到会${due}人，实到会${present}人，不足五分之四（至少${needed}人），不能进行选举，请另行召开会议。`,
        `${present} of ${due} voters are present, fewer than four fifths (at least ${needed}): the meeting cannot elect. Call it again.`,
      ),
    ])
  },
} as const

export const quorumRules: readonly Rule<PartyRound>[] = [
  defineRule<PartyRound>({
    ...rule,
    ...cite(
      'party1990',
      'secondary',
      text(
        '有选举权的到会人数超过应到会人数的五分之四，会议有效；中央组织部答复：恰为五分之四的视为有效',
        'the meeting is valid when over four fifths of the voters are present; by a note of the Organisation Department exactly four fifths suffice',
      ),
    ),
    inForce: instruments.party1990.inForce,
  }),
  defineRule<PartyRound>({
    ...rule,
    ...cite(
      'party2020',
      'secondary',
      text(
        '有选举权的到会人数不少于应到会人数的五分之四，会议有效',
        'the meeting is valid when no fewer than four fifths of the voters are present',
      ),
    ),
    inForce: instruments.party2020.inForce,
  }),
]
