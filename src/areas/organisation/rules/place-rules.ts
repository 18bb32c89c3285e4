import type { Judged } from '../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../platform/rules/rule.ts'
import { type Day, formatDay } from '../../../platform/values/day.ts'

const since = { from: '1949-10-01' as Day, to: null }

/** A 12-digit area code for a street or community, as the statistical coding rules have it (domain C2). */
const areaCode = defineRule<Judged>({
  id: 'R-C2-01',
  name: { zh: '区划代码', en: 'Area code' },
  basis: { zh: '《统计用区划代码和城乡划分代码编制规则》', en: 'Rules for statistical area codes' },
  source: 'instrument',
  inForce: since,
  weight: 'warn',
  judges: 'state',
  check: ({ header, spells }) => {
    const kind = header['kind']
    if (kind !== 'street' && kind !== 'community') return []
    return spells
      .filter((spell) => !/^\d{12}$/.test(spell.attributes['code'] ?? ''))
      .map((spell) => ({
        message: {
          zh: `代码“${spell.attributes['code'] ?? '无'}”（自${formatDay(spell.from, 'zh', 'text')}）不是12位统计用区划代码。`,
          en: `The code “${spell.attributes['code'] ?? 'none'}” (from ${spell.from}) is not a 12-digit area code.`,
        },
      }))
  },
})

export const placeRules: readonly Rule<Judged>[] = [areaCode]
