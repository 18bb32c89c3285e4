import { defineRule } from '../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../platform/text.ts'
import { inForce } from '../../../../platform/values/spell.ts'
import { currencies } from '../../terms.ts'
import { always } from '../drive-rules.ts'
import type { AssistedFacts, Claimed } from './claim.ts'

/** A sum that was converted says by which rate of which day; without them nobody can work it out again, so it is told and not counted. */
export const rateKnown = defineRule<Claimed<AssistedFacts>>({
  id: 'R-S9-05',
  name: text('外币写明折算率和日期', 'A foreign currency has its rate and day'),
  basis: text(
    '以外币登记的注册资本按某日汇率折算成人民币的，须写明汇率和日期（业务规则 R-S9-05，依工作惯例）',
    'Capital registered in a foreign currency is converted into yuan by a rate of a day, and both are said (working rule R-S9-05, by practice)',
  ),
  source: 'practice',
  inForce: always,
  weight: 'warn',
  judges: 'state',
  check: ({ spells }, on) => {
    const now = spells.find((spell) => inForce(spell, on))?.attributes
    const currency = now?.['currency'] as keyof typeof currencies | null | undefined
    if (!now || !currency || currency === 'cny') return []
    const missing = [
      ...(now['rate'] ? [] : [text('折算率', 'the rate')]),
      ...(now['rate_on'] ? [] : [text('折算率日期', 'its day')]),
    ]
    if (missing.length === 0) return []
    return [{ message: incomplete(currencies[currency], missing) }]
  },
})

const incomplete = (currency: Text, missing: readonly Text[]) =>
  text(
    `注册资本以${currency.zh}登记，没有写明${missing.map(({ zh }) => zh).join('、')}，暂不计入统计。请补充。`,
    `The capital is registered in another currency (${currency.en}) and ${missing.map(({ en }) => en).join(' and ')} is missing, so it is not counted. Add it.`,
  )
