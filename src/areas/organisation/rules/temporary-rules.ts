import { defineRule, type Rule } from '../../../platform/rules/rule.ts'
import { type Text, text } from '../../../platform/text.ts'
import { type Day, formatDay } from '../../../platform/values/day.ts'
import { inForce } from '../../../platform/values/spell.ts'
import { always, branchRegulation, type Organisation } from './organisation-facts.ts'
import { temporaryKinds } from './temporary-kinds.ts'

const temporary: readonly string[] = temporaryKinds
const street = '610'

/** It ends with what it exists for: past the day that was named for that, somebody has to look. */
const endsWithItsTask = defineRule<Organisation>({
  id: 'R-S1-08',
  name: { zh: '临时党组织到期撤销', en: 'A temporary organisation ends with its task' },
  basis: {
    zh: '《中国共产党支部工作条例（试行）》关于临时党支部的规定：临时组建的机构撤销后，临时党支部自然撤销',
    en: 'Regulations on the work of Party branches (trial, 2018): a temporary branch ends with the body that it was set up for',
  },
  source: 'instrument',
  inForce: branchRegulation,
  weight: 'block',
  judges: 'state',
  check: ({ spells }, on) => {
    const now = spells.find((spell) => inForce(spell, on))?.attributes
    if (!now || !temporary.includes(now['kind'] ?? '')) return []
    const end = now['expected_end'] as Day | null
    if (end !== null && end < on) return [{ message: overdue(now['purpose'] ?? null, end) }]
    return now['purpose'] === null || end === null ? [{ message: unsaid }] : []
  },
})

const overdue = (purpose: string | null, end: Day) => ({
  zh: `预计${formatDay(end, 'zh', 'text')}结束${purpose ? `（${purpose}）` : ''}，至今未撤销，请核实后登记撤销，或变更预计结束日期。`,
  en: `It was expected to end on ${end}${purpose ? ` (${purpose})` : ''} and is still in force. Dissolve it, or record another expected end.`,
})
const unsaid = {
  zh: '没有写明设立事由或预计结束日期，无法判断是否到期，请补充。',
  en: 'What it exists for, or until when, is not said, so nobody can tell whether it is overdue. Add it.',
}

/** A temporary organisation holds no election. */
const hasNoTerm = defineRule<Organisation>({
  id: 'R-S1-07',
  name: { zh: '临时党组织不换届', en: 'A temporary organisation has no term' },
  basis: {
    zh: '《中国共产党支部工作条例（试行）》关于临时党支部的规定：其负责人由批准其成立的党组织指定，不进行换届选举',
    en: 'Regulations on the work of Party branches (trial, 2018): leaders of a temporary branch are designated and it holds no election',
  },
  source: 'instrument',
  inForce: branchRegulation,
  weight: 'block',
  judges: 'act',
  check: ({ spells }) =>
    termOf(
      spells,
      temporary,
      text('临时党组织不换届，不能有任期。', 'A temporary organisation holds no election and has no term.'),
    ),
})

/** The street's own committee is sent by the district: its leaders are appointed and have no term clock. */
const streetHasNoTerm = defineRule<Organisation>({
  id: 'R-S1-12',
  name: { zh: '街道党工委不设任期', en: 'The subdistrict’s working committee has no term' },
  basis: {
    zh: '街道党工委是区委的派出机关，成员由上级任命（业务规则 R-S1-12，依工作惯例）',
    en: 'The working committee is an agency of the district committee and its members are appointed (working rule R-S1-12, by practice)',
  },
  source: 'practice',
  inForce: always,
  weight: 'warn',
  judges: 'act',
  check: ({ spells }) =>
    termOf(
      spells,
      [street],
      text(
        '街道党工委由上级任命，没有选举任期。',
        'The subdistrict’s working committee is appointed and has no elected term.',
      ),
    ),
})

function termOf(spells: Organisation['spells'], kinds: readonly string[], message: Text) {
  const found = spells.some(
    ({ attributes }) =>
      kinds.includes(attributes['kind'] ?? '') &&
      (attributes['term_from'] !== null || attributes['term_years'] !== null),
  )
  return found ? [{ message }] : []
}

export const temporaryRules: readonly Rule<Organisation>[] = [endsWithItsTask, hasNoTerm, streetHasNoTerm]
