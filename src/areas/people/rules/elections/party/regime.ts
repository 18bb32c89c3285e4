import { Refusal } from '../../../../../platform/refusal.ts'
import { defineRule, type Rule, type RuleSource } from '../../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../../platform/text.ts'
import type { Day } from '../../../../../platform/values/day.ts'
import { inForce } from '../../../../../platform/values/spell.ts'
import { cite, instruments } from '../instruments.ts'
import type { PartyRound } from './round.ts'

/** The regulations by which a Party election is judged. */
export const partyRegimes = ['party1990', 'party2020'] as const
export type PartyRegime = (typeof partyRegimes)[number]

/** The regulations in force on the day of the vote. Throws Refusal INVALID for a day before those of 1990. */
export function regimeOn(on: Day): PartyRegime {
  const found = partyRegimes.find((regime) => inForce(instruments[regime].inForce, on))
  if (found) return found
  throw new Refusal(
    'INVALID',
    text(
      `投票日${on}早于1990年，没有可据以判断的选举规定，请核对日期`,
      `The vote on ${on} is older than the regulations of 1990, by which it could be judged: check the day`,
    ),
    { on },
  )
}

/** One rule in two versions, where both regulations say the same. */
export function underBoth(
  rule: Omit<Rule<PartyRound>, 'basis' | 'source' | 'inForce'>,
  source: RuleSource,
  what: Text,
): Rule<PartyRound>[] {
  return partyRegimes.map((regime) =>
    defineRule({ ...rule, ...cite(regime, source, what), inForce: instruments[regime].inForce }),
  )
}
