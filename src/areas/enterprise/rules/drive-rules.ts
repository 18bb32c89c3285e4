import type { Judged } from '../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../platform/rules/rule.ts'
import { text } from '../../../platform/text.ts'
import { addDays, type Day, daysBetween, day } from '../../../platform/values/day.ts'
import { inForce } from '../../../platform/values/spell.ts'

/** Before the first of the office's records there is nothing to judge. */
export const always = { from: day('1949-10-01'), to: null }

const window = defineRule<Judged>({
  id: 'R-S3-06',
  name: text('期限与公布的一致', 'The span is the one announced'),
  basis: text(
    '攻坚行动按自然日计算，首尾两日都算，末日＝启动日＋天数－1（业务规则 R-S3-06，依工作惯例）',
    'A drive runs in natural days, first and last included: the last is the launch plus the days less one (working rule R-S3-06, by practice)',
  ),
  source: 'practice',
  inForce: always,
  weight: 'warn',
  judges: 'state',
  check: ({ spells }, on) => {
    const now = spells.find((spell) => inForce(spell, on))
    const [first] = spells
    if (!now || !first) return []
    const announced = now.attributes['last_day'] as Day
    const days = Number(now.attributes['days'])
    const last = addDays(first.from, days - 1)
    if (announced === last) return []
    return [
      {
        message: text(
          `${first.from}启动、为期${days}天的，末日是${last}；公布的末日${announced}是第${daysBetween(first.from, announced) + 1}天。请核对天数或者末日。`,
          `Launched on ${first.from} for ${days} days, the last day is ${last}; ${announced} as announced is day ${daysBetween(first.from, announced) + 1}. Check the length or the last day.`,
        ),
      },
    ]
  },
})

export const driveRules: readonly Rule<Judged>[] = [window]
