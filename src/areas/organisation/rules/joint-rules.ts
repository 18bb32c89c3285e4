import { defineRule, type Rule } from '../../../platform/rules/rule.ts'
import { inForce } from '../../../platform/values/spell.ts'
import { branchRegulation, type Organisation } from './organisation-facts.ts'

const mostCovered = 5
const joint = ['632', '932']

/** Generally no more than five units; more is a matter to explain, not an error. */
const coversFew = defineRule<Organisation>({
  id: 'R-S1-03',
  name: { zh: '联合党支部覆盖单位不宜过多', en: 'A joint branch covers few units' },
  basis: {
    zh: '《中国共产党支部工作条例（试行）》：联合党支部覆盖单位一般不超过5个',
    en: 'Regulations on the work of Party branches (trial, 2018): a joint branch generally covers no more than five units',
  },
  source: 'instrument',
  inForce: branchRegulation,
  weight: 'warn',
  judges: 'state',
  check: ({ spells, facts }, on) => {
    const now = spells.find((spell) => inForce(spell, on))
    if (!joint.includes(now?.attributes['kind'] ?? '')) return []
    const covered = (facts?.covers ?? []).filter((spell) => inForce(spell, on)).length
    if (covered <= mostCovered) return []
    return [
      {
        message: {
          zh: `覆盖单位${covered}个，一般不超过${mostCovered}个。`,
          en: `It covers ${covered} units; generally no more than ${mostCovered}.`,
        },
      },
    ]
  },
})

export const jointRules: readonly Rule<Organisation>[] = [coversFew]
