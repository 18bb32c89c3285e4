import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../platform/text.ts'
import type { Day } from '../../../../platform/values/day.ts'
import { inForce } from '../../../../platform/values/spell.ts'
import { ageOn } from '../birth.ts'
import { parts } from '../elections/findings.ts'
import { always, byPractice } from '../elections/instruments.ts'
import { organisationInForce } from '../organisation-in-force.ts'
import { affiliationRules } from './affiliation-rules.ts'
import { firstOf } from '../first-of.ts'
import type { Alike, Person } from './person-facts.ts'

const fullAge = 18
const oldest = 100

const valuesOn = ({ spells }: Person, on: Day) => spells.find((spell) => inForce(spell, on))?.attributes
const isMember = (person: Person, on: Day): boolean => Boolean(valuesOn(person, on)?.['branch_id'])
const textIn = ({ header }: Person, key: string): string | null => {
  const value = header[key]
  return typeof value === 'string' ? value : null
}

/** Spouses may share a telephone, and a name with a month of birth may be borne by two: somebody has to look. */
const twice = defineRule<Person>({
  id: 'R-S1-06-SAME-PERSON',
  name: text('同一党员不重复登记', 'A member is on the register once'),
  ...byPractice(
    text('每名党员同一天只有一个组织关系，只登记一次', 'A member has one affiliation and is registered once'),
  ),
  inForce: always,
  weight: 'warn',
  judges: 'state',
  check: (person, on) => {
    if (!isMember(person, on)) return []
    const birth = textIn(person, 'birth')
    const isOther = ({ id, member }: Alike) => id !== person.id && member.some((one) => inForce(one, on))
    const { sameName, samePhone } = person.facts
    return parts([
      ...saying(
        firstOf(sameName, (other) => isOther(other) && mayBeOneBirth(birth, other.birth)),
        text('姓名和出生年月', 'name and birth'),
      ),
      ...saying(firstOf(samePhone, isOther), text('联系电话', 'telephone')),
    ])
  },
})

/** A birth known to the month may be any day of it. */
const mayBeOneBirth = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && (one.startsWith(other) || other.startsWith(one))

function saying(same: readonly Alike[], what: Text): Text[] {
  if (same.length === 0) return []
  const names = same.map(({ name, code }) => `${name}（${code}）`)
  return [
    text(
      `与其他党员${what.zh}相同，可能是同一人：${names.join('、')}。请核对；重复登记的请作更正。`,
      `The same ${what.en} as another member, perhaps the same person: ${names.join(', ')}. Check, and correct what was entered twice.`,
    ),
  ]
}

const plausibleDates = defineRule<Person>({
  id: 'R-S4-07',
  name: text('年龄和入党日期合理', 'Age and day of joining are plausible'),
  ...byPractice(
    text(
      `年龄在${fullAge}至${oldest}周岁之间；年满${fullAge}周岁方可入党`,
      `Between ${fullAge} and ${oldest} completed years; nobody joins the Party under ${fullAge}`,
    ),
  ),
  inForce: always,
  weight: 'warn',
  judges: 'state',
  check: (person, on) => {
    const birth = textIn(person, 'birth')
    if (birth === null || !valuesOn(person, on)) return []
    return parts([...ageSaid(birth, on), ...joiningSaid(birth, textIn(person, 'joined_on') as Day | null)])
  },
})

/** What is said of personal dates does not repeat them. */
function ageSaid(birth: string, on: Day): Text[] {
  const age = ageOn(birth, on)
  if (age === null)
    return [text(`出生年月晚于${on}，请核对。`, `The birth lies after ${on}: check the dates.`)]
  if (age >= fullAge && age <= oldest) return []
  return [
    text(
      `${on}为${age}周岁，不在${fullAge}至${oldest}周岁之间，请核对出生年月。`,
      `${age} completed years on ${on}, not between ${fullAge} and ${oldest}: check the birth.`,
    ),
  ]
}

function joiningSaid(birth: string, joined: Day | null): Text[] {
  if (joined === null) return []
  const age = ageOn(birth, joined)
  if (age === null) return [joinedBeforeBirth]
  return age >= fullAge ? [] : [joinedTooYoung]
}

const joinedBeforeBirth = text(
  '入党日期早于出生年月，请核对。',
  'The day of joining lies before the birth: check the dates.',
)
const joinedTooYoung = text(
  `入党时未满${fullAge}周岁，请核对。`,
  `Joined the Party under ${fullAge}: check the dates.`,
)

const saysWhenJoined = defineRule<Person>({
  id: 'R-S4-07-JOINED',
  name: text('党员填写入党日期', 'A member’s day of joining is recorded'),
  ...byPractice(text('党员登记入党日期', 'The day of joining is on the register of members')),
  inForce: always,
  weight: 'inform',
  judges: 'state',
  check: (person, on) =>
    isMember(person, on) && textIn(person, 'joined_on') === null ? parts([noJoining]) : [],
})
const noJoining = text('没有填入党日期，请补充。', 'The day of joining is not recorded: add it.')

export const personRules: readonly Rule<Person>[] = [
  ...affiliationRules,
  organisationInForce('branch_id'),
  twice,
  plausibleDates,
  saysWhenJoined,
]
