import type { Judged } from '../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../platform/rules/rule.ts'
import { text } from '../../../platform/text.ts'
import { inForce, type Spell } from '../../../platform/values/spell.ts'
import { always } from './drive-rules.ts'

/** The states of registration of a company's legal person, in words, as far as it is not operating. */
export type NotOperating = Spell & { readonly state: { readonly zh: string; readonly en: string } }
export type TargetFacts = { readonly notOperating: readonly NotOperating[] }
type Target = Judged<TargetFacts | undefined>

const operating = defineRule<Target>({
  id: 'R-S3-01',
  name: text('名单上的企业在营', 'A company on the list is operating'),
  basis: text(
    '覆盖率的分母只含实体运营（“三有”）的企业：中办发〔2012〕11号关于组织覆盖率的口径（转引）',
    'The denominator of coverage holds companies in business alone: 中办发〔2012〕11号, as quoted elsewhere',
  ),
  source: 'secondary',
  inForce: always,
  weight: 'warn',
  judges: 'state',
  check: ({ spells, facts }, on) => {
    if (!spells.some((spell) => inForce(spell, on))) return []
    const now = facts?.notOperating.find((spell) => inForce(spell, on))
    if (!now) return []
    return [
      {
        message: text(
          `法人单位台账中已是“${now.state.zh}”（自${now.from}起），不再计入当日名单。请移出名单，写明原因。`,
          `In the register of legal persons it is “${now.state.en}” since ${now.from} and no more counted on the day’s list. Take it off the list and say why.`,
        ),
      },
    ]
  },
})

export const targetRules: readonly Rule<Target>[] = [operating]
