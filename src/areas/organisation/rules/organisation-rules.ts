import { defineRule, type Rule } from '../../../platform/rules/rule.ts'
import { formatDay } from '../../../platform/values/day.ts'
import { firstGap, overlaps } from '../../../platform/values/spell.ts'
import { always, branchRegulation, type Organisation } from './organisation-facts.ts'
import { jointRules } from './joint-rules.ts'
import { temporaryRules } from './temporary-rules.ts'

const parentInForce = defineRule<Organisation>({
  id: 'R-S1-06',
  name: { zh: '上级党组织有效', en: 'The parent is in force' },
  basis: {
    zh: '党的组织隶属关系：每个党组织隶属于一个有效的上级党组织（业务规则 R-S1-06，依工作惯例）',
    en: 'Party line: each organisation answers to one parent that is in force (working rule R-S1-06, by practice)',
  },
  source: 'practice',
  inForce: always,
  weight: 'warn',
  judges: 'state',
  check: ({ spells, facts }) =>
    spells.flatMap((spell) => {
      const parent = facts?.parents.get(spell.attributes['parent_id'] ?? '')
      const gap = parent && firstGap(spell, parent.spells)
      if (!gap) return []
      return [
        {
          message: {
            zh: `自${formatDay(gap, 'zh', 'text')}起，上级党组织“${parent.name}”无效，隶属关系悬空，请变更隶属或更正日期。`,
            en: `From ${gap} the parent “${parent.name}” is not in force. Re-home the organisation or correct the dates.`,
          },
        },
      ]
    }),
})

/** The branch regulation of 2018 asks for it; before its day in force an earlier withdrawal is not judged by it. */
const nothingLeftBeneath = defineRule<Organisation>({
  id: 'R-S1-09',
  name: { zh: '撤销前妥善安置下级组织', en: 'Nothing left beneath a dissolved organisation' },
  basis: {
    zh: '《中国共产党支部工作条例（试行）》关于党支部调整和撤销的规定',
    en: 'Regulations on the work of Party branches (trial, 2018), on adjusting and withdrawing branches',
  },
  source: 'instrument',
  inForce: branchRegulation,
  weight: 'block',
  judges: 'act',
  check: ({ spells, facts }) => {
    const ends = spells.at(-1)?.to
    if (!ends) return []
    const left = (facts?.children ?? []).filter(({ spell }) => overlaps(spell, { from: ends, to: null }))
    if (left.length === 0) return []
    const names = left.slice(0, 5).map(({ name }) => name)
    return [
      {
        message: {
          zh: `撤销后仍有${left.length}个下级组织隶属于它：${names.join('、')}。请先变更它们的隶属。`,
          en: `${left.length} organisations would still answer to it: ${names.join(', ')}. Re-home them first.`,
        },
      },
    ]
  },
})

/** Where the place of its seat is not in force, an organisation counts nowhere: the clerk has to know. */
const seatInForce = defineRule<Organisation>({
  id: 'R-C2-02',
  name: { zh: '所在地点有效', en: 'The seat is in a place in force' },
  basis: {
    zh: '统计按所在地点归集：地点无效期间，该组织不计入任何地点（业务规则 R-C2-02，依工作惯例）',
    en: 'Counting by place: while the place is not in force the organisation counts in none (working rule R-C2-02, by practice)',
  },
  source: 'practice',
  inForce: always,
  weight: 'warn',
  judges: 'state',
  check: ({ spells, facts }) =>
    spells.flatMap((spell) => {
      const seat = facts?.seats.get(spell.attributes['seat_id'] ?? '')
      const gap = seat && firstGap(spell, seat.spells)
      if (!gap) return []
      return [
        {
          message: {
            zh: `自${formatDay(gap, 'zh', 'text')}起，所在地点“${seat.name}”无效，该组织不计入任何地点，请变更所在地点或更正日期。`,
            en: `From ${gap} its place “${seat.name}” is not in force, so it counts nowhere. Re-seat it or correct the dates.`,
          },
        },
      ]
    }),
})

export const organisationRules: readonly Rule<Organisation>[] = [
  parentInForce,
  nothingLeftBeneath,
  seatInForce,
  ...jointRules,
  ...temporaryRules,
]
