import { defineRule, type Rule } from '../../../../../platform/rules/rule.ts'
import { text } from '../../../../../platform/text.ts'
import { addDays, type Day, daysBetween } from '../../../../../platform/values/day.ts'
import { parts } from '../findings.ts'
import { instruments } from '../instruments.ts'
import { residentsClocks } from './clocks.ts'

/** When the voter list was published for an election on a day. */
export type VoterList = { readonly published: Day; readonly electionOn: Day }

const { days, basis, source } = residentsClocks.RC_LIST

/** Judged on the day of the election; it locks that day, for any role. */
export const voterListRules: readonly Rule<VoterList>[] = [
  defineRule<VoterList>({
    id: 'R-S4-09',
    name: text('选民名单提前公布', 'The voter list is published in time'),
    basis,
    source,
    inForce: instruments.residents2025.inForce,
    weight: 'statutory',
    judges: 'act',
    check: ({ published, electionOn }) => {
      const given = daysBetween(published, electionOn)
      if (given >= days) return []
      const earliest = addDays(published, days)
      return parts([
        text(
          `选民名单${published}公布，距选举日${electionOn}仅${given}日，至少${days}日；选举日不得早于${earliest}。`,
          `The voter list was published on ${published}, ${given} days before the election on ${electionOn}; it takes at least ${days}. The election cannot be before ${earliest}.`,
        ),
      ])
    },
  }),
]
