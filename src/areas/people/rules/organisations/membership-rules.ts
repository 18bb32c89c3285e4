import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../platform/text.ts'
import type { Day } from '../../../../platform/values/day.ts'
import { inForce } from '../../../../platform/values/spell.ts'
import type { OrganisationKind } from '../../../organisation/index.ts'
import { parts } from '../elections/findings.ts'
import { cite, instruments } from '../elections/instruments.ts'
import { isKept, kindOn, type Organisation } from './organisation-people.ts'

const least = 3
const most = 50
const branches: readonly (OrganisationKind | undefined)[] = ['631', '632']

/** The members on a day, where the office keeps a register of them. */
function membersOn({ facts }: Organisation, on: Day) {
  if (!isKept(facts.membersSince, on)) return null
  const members = facts.members.filter((member) => inForce(member, on))
  return { all: members.length, full: members.filter(({ category }) => category === 'full').length }
}

/** It may be kept for a time for special reasons, so somebody has to decide, and nothing ends by itself. */
const enoughMembers = defineRule<Organisation>({
  id: 'R-S1-01',
  name: text('党支部正式党员不少于三名', 'A branch has three full members'),
  ...cite(
    'branch2018',
    'instrument',
    text(
      '第四条，正式党员三人以上的应当成立党支部；不再符合设立条件的，报批后调整或者撤销',
      'art. 4, a branch has three or more full members; one that no longer meets the conditions is adjusted or withdrawn with approval',
    ),
  ),
  inForce: instruments.branch2018.inForce,
  weight: 'block',
  judges: 'state',
  check: (organisation, on) => {
    const members = membersOn(organisation, on)
    if (kindOn(organisation, on) !== '631' || !members || members.full >= least) return []
    return parts([
      text(
        `现有正式党员${members.full}名，不足${least}名，不再符合设立条件。请报上级党组织批准调整或者撤销；有特殊情况的可以保留一段时间。`,
        `It has ${members.full} full members, fewer than ${least}, and no longer meets the conditions. Ask the higher organisation to approve adjusting or withdrawing it; for special reasons it may be kept for a time.`,
      ),
    ])
  },
})

const notTooMany = defineRule<Organisation>({
  id: 'R-S1-02',
  name: text('党支部党员一般不超过五十名', 'A branch generally has no more than fifty members'),
  ...cite(
    'branch2018',
    'instrument',
    text(
      '第四条，党支部党员人数一般不超过五十人',
      'art. 4, a branch generally has no more than fifty members',
    ),
  ),
  inForce: instruments.branch2018.inForce,
  weight: 'warn',
  judges: 'state',
  check: (organisation, on) => {
    const members = membersOn(organisation, on)
    if (!branches.includes(kindOn(organisation, on)) || !members || members.all <= most) return []
    return parts([
      text(
        `现有党员${members.all}名，一般不超过${most}名。可报批设立党总支，或者分设党支部。`,
        `It has ${members.all} members; generally no more than ${most}. It may become a general branch, or be split, with approval.`,
      ),
    ])
  },
})

const committeeFrom = 7
const [smallest, largest] = [3, 7]

const committee = defineRule<Organisation>({
  id: 'R-S1-04',
  name: text('支部委员会的设立和人数', 'A branch’s committee and its size'),
  ...cite(
    'branch2018',
    'instrument',
    text(
      '有正式党员七人以上的党支部设立支部委员会，由三至五人组成，一般不超过七人',
      'a branch of seven or more full members has a committee of three to five, generally no more than seven',
    ),
  ),
  inForce: instruments.branch2018.inForce,
  weight: 'warn',
  judges: 'state',
  check: (organisation, on) => {
    const { facts } = organisation
    if (!branches.includes(kindOn(organisation, on)) || !isKept(facts.postsSince, on)) return []
    const seats = facts.posts.filter((held) => held.post !== 'group_leader' && inForce(held, on))
    const size = new Set(seats.map(({ person }) => person)).size
    // A secretary and a deputy alone are no committee.
    if (!seats.some(({ post }) => post === 'member')) return parts(noCommittee(organisation, on))
    return size < smallest || size > largest ? parts([outside(size)]) : []
  },
})

function noCommittee(organisation: Organisation, on: Day): Text[] {
  const members = membersOn(organisation, on)
  if (!members || members.full < committeeFrom) return []
  return [
    text(
      `现有正式党员${members.full}名，没有登记支部委员。正式党员${committeeFrom}名以上的应设支部委员会，请登记或者选举产生。`,
      `It has ${members.full} full members and no committee member is recorded. With ${committeeFrom} or more it has a committee: record it, or have it elected.`,
    ),
  ]
}

const outside = (size: number): Text =>
  text(
    `支部委员会（含书记、副书记）现有${size}人，一般为${smallest}至${largest}人。`,
    `The committee with its secretary and deputies has ${size}; generally it has ${smallest} to ${largest}.`,
  )

/** How many members a branch has, and whether it has the committee that goes with that. */
export const membershipRules: readonly Rule<Organisation>[] = [enoughMembers, notTooMany, committee]
