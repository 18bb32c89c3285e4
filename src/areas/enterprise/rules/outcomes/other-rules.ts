import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { text } from '../../../../platform/text.ts'
import { always } from '../drive-rules.ts'
import { type AssistedFacts, type Claimed, claimOf } from './claim.ts'
import { claimedOnce } from './claimed-once.ts'
import { evidenceRule } from './evidence-rule.ts'
import { servedRule } from './served-rule.ts'

export const financingRules: readonly Rule<Claimed<AssistedFacts>>[] = [
  claimedOnce([{ keys: ['amount'], sameDay: true, words: text('同一天、同一金额', 'the same day and sum') }]),
  evidenceRule(['evidence']),
  servedRule(),
]

export const hiringRules: readonly Rule<Claimed<AssistedFacts>>[] = [
  claimedOnce([
    { keys: ['persons'], sameDay: true, words: text('同一天、同一人数', 'the same day and number') },
  ]),
  evidenceRule(['evidence']),
  servedRule(),
]

const personTimes = defineRule<Claimed>({
  id: 'R-S9-TIMES',
  name: text('人次不少于人数', 'No fewer attendances than participants'),
  basis: text(
    '人和人次是两个计量单位，每人至少到场一次（依工作惯例）',
    'Persons and person-times are two units, and each person came at least once (by practice)',
  ),
  source: 'practice',
  inForce: always,
  weight: 'warn',
  judges: 'act',
  check: (claimed) => {
    const { persons, person_times: times } = claimOf(claimed).mine?.values ?? {}
    if (!persons || !times || Number(times) >= Number(persons)) return []
    return [
      {
        message: text(
          `参训人次${times}少于参训人数${persons}，两栏可能填反了。请核对。`,
          `${times} attendances are fewer than ${persons} participants; the two may have been exchanged. Check them.`,
        ),
      },
    ]
  },
})

export const trainingRules: readonly Rule<Claimed>[] = [
  personTimes,
  claimedOnce([
    { keys: ['title'], sameDay: true, words: text('同一天、同一名称', 'the same day and title') },
  ]),
  evidenceRule(['evidence']),
]
