import type { Judged } from '../../../../platform/records/behaviour.ts'
import { defineRule } from '../../../../platform/rules/rule.ts'
import { text } from '../../../../platform/text.ts'
import { inForce } from '../../../../platform/values/spell.ts'
import { always } from '../drive-rules.ts'
import type { AssistedFacts } from './claim.ts'

/** Who had not been in touch with a company can hardly have assisted with what it reached. */
export const servedRule = <Facts extends AssistedFacts>() =>
  defineRule<Judged<Facts | undefined>>({
    id: 'R-S9-04',
    name: text('服务在成果之前', 'Service comes before its result'),
    basis: text(
      '成果日期不早于首次服务（业务规则 R-S9-04，依工作惯例）',
      'No result is dated before the first service (working rule R-S9-04, by practice)',
    ),
    source: 'practice',
    inForce: always,
    weight: 'warn',
    judges: 'state',
    check: ({ events, spells, facts }, on) => {
      const day = events[0]?.onDate
      if (!day || !spells.some((spell) => inForce(spell, on))) return []
      const served = facts?.served ?? null
      if (served !== null && served <= day) return []
      return [
        {
          message: text(
            served === null
              ? `没有这家企业的联系记录或者诉求，看不出${day}的成果得到过街道协助。请补登服务记录，或者核对日期。`
              : `首次联系或者诉求在${served}，晚于成果日期${day}。请补登更早的服务记录，或者核对日期。`,
            served === null
              ? `There is no contact with this company and no request of it, so nothing shows that the street assisted with the result of ${day}. Record the service, or check the day.`
              : `The first contact or request is of ${served}, after the result of ${day}. Record earlier service, or check the day.`,
          ),
        },
      ]
    },
  })
