import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { text } from '../../../../platform/text.ts'
import type { Day } from '../../../../platform/values/day.ts'
import { temporaryKinds } from '../../../organisation/index.ts'
import { parts } from '../elections/findings.ts'
import { always, byPractice, cite, instruments } from '../elections/instruments.ts'
import { organisationOn } from '../organisation-in-force.ts'
import { setOn } from '../set-on.ts'
import type { Person } from './person-facts.ts'

const regulation = instruments.branch2018.inForce

/** The organisation to which an act of the day affiliates, and as what it stands then; null where there is none, or out of sight. */
const affiliatedOn = (person: Person, on: Day) =>
  setOn(person, on, ['branch_id']) ? organisationOn(person, on, 'branch_id') : null

const notToTemporary = defineRule<Person>({
  id: 'R-S1-06-TEMPORARY',
  name: text('临时党组织不接转组织关系', 'A temporary organisation keeps no affiliation'),
  ...cite(
    'branch2018',
    'instrument',
    text(
      '临时党支部不接转组织关系，党员的组织关系留在原党组织',
      'a temporary branch takes over no affiliation; it stays with the own organisation',
    ),
  ),
  inForce: regulation,
  weight: 'block',
  judges: 'act',
  check: (person, on) => {
    const { life, now } = affiliatedOn(person, on) ?? {}
    if (!now || !temporaryKinds.includes(now.kind)) return []
    return parts([
      text(
        `“${life?.name}”是临时党组织，不接转组织关系。组织关系请留在原党组织，参加临时党组织在“编入临时党组织”登记。`,
        `“${life?.name}” is temporary and keeps no affiliation. Leave it with the own organisation and record the taking part under “Assignments to temporary organisations”.`,
      ),
    ])
  },
})

const notToGroup = defineRule<Person>({
  id: 'R-S1-06-GROUP',
  name: text('党小组不接转组织关系', 'A Party group keeps no affiliation'),
  ...cite(
    'branch2018',
    'secondary',
    text(
      '第十三条，党小组由党支部划分，不是一级党组织',
      'art. 13, groups are formed by a branch and are no level of Party organisation',
    ),
  ),
  inForce: regulation,
  weight: 'warn',
  judges: 'act',
  check: (person, on) => {
    const { life, now } = affiliatedOn(person, on) ?? {}
    if (now?.kind !== '641') return []
    return parts([
      text(
        `“${life?.name}”是党小组，不是一级党组织，组织关系应在它所属的党支部。`,
        `“${life?.name}” is a group and no level of Party organisation: the affiliation is with its branch.`,
      ),
    ])
  },
})

const notAfterItsEnd = defineRule<Person>({
  id: 'R-S1-09-MEMBERS',
  name: text('组织关系不转入已撤销的党组织', 'Nobody is affiliated to a dissolved organisation'),
  ...cite(
    'branch2018',
    'instrument',
    text(
      '关于党支部调整和撤销的规定，撤销前转出党员组织关系',
      'on adjusting and withdrawing branches: the affiliation of the members moves first',
    ),
  ),
  inForce: regulation,
  weight: 'block',
  judges: 'act',
  check: (person, on) => {
    const { life, now } = affiliatedOn(person, on) ?? {}
    const ended = life?.spells.findLast(({ to }) => to !== null && to <= on)?.to
    if (now !== null || !ended) return []
    return parts([
      text(
        `“${life?.name}”${ended}已不再有效，组织关系不能转入，请转入有效的党组织，或者更正日期。`,
        `“${life?.name}” is not in force since ${ended}: nobody can be affiliated there. Name one that is, or correct the dates.`,
      ),
    ])
  },
})

const notBeforeItsFounding = defineRule<Person>({
  id: 'R-S1-06-FOUNDED',
  name: text('党组织成立后才有组织关系', 'Nobody is affiliated before an organisation is founded'),
  ...byPractice(
    text('组织关系在当日有效的党组织', 'The affiliation is with an organisation in force on the day'),
  ),
  inForce: always,
  weight: 'warn',
  judges: 'act',
  check: (person, on) => {
    const { life, now } = affiliatedOn(person, on) ?? {}
    const founded = life?.spells[0]?.from
    if (now !== null || !founded || on >= founded) return []
    return parts([
      text(
        `“${life?.name}”${founded}才成立，${on}尚不能接收组织关系，请核对日期。`,
        `“${life?.name}” was founded on ${founded} and nobody can be affiliated there on ${on}: check the dates.`,
      ),
    ])
  },
})

const bothOrNeither = defineRule<Person>({
  id: 'R-S1-06-CATEGORY',
  name: text('组织关系和党员类别一并填写', 'Affiliation and membership go together'),
  ...byPractice(
    text(
      '党员总数按组织关系统计，并分正式党员和预备党员',
      'Members are counted by their affiliation, full and probationary apart',
    ),
  ),
  inForce: always,
  weight: 'warn',
  judges: 'act',
  check: (person, on) => {
    const set = setOn(person, on, ['branch_id', 'category'])
    if (!set || !set['branch_id'] === !set['category']) return []
    return parts([set['branch_id'] ? noCategory : noOrganisation])
  },
})
const noCategory = text(
  '填了组织关系所在党组织，没有填党员类别，请补充。',
  'The organisation affiliated to is said and the membership is not: add it.',
)
const noOrganisation = text(
  '填了党员类别，没有填组织关系所在党组织；组织关系不在本街道的，两项都不填。',
  'The membership is said and no organisation is. Where the affiliation is elsewhere, leave both empty.',
)

/** To which organisation a member may be affiliated. That it is one on any day is so by construction. */
export const affiliationRules: readonly Rule<Person>[] = [
  notToTemporary,
  notToGroup,
  notAfterItsEnd,
  notBeforeItsFounding,
  bothOrNeither,
]
