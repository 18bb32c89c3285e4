import { defineRule, type Rule } from '../../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../../platform/text.ts'
import { completedYears, type Day } from '../../../../../platform/values/day.ts'
import { parts } from '../findings.ts'
import { cite, instruments } from '../instruments.ts'

export type ResidentsPerson = {
  readonly name: string
  readonly gender: 'female' | 'male'
  /** Null where it is not recorded: then age is not judged. */
  readonly birth: Day | null
}

/** Those who stand for a residents' committee, or those who were elected to it. */
export type ResidentsTeam = {
  readonly stage: 'planned' | 'nominated' | 'elected'
  /** The number of seats decided for the committee: chair, deputies and members. */
  readonly size: number
  readonly people: readonly ResidentsPerson[]
}

const { inForce } = instruments.residents2025
const fewest = 5
const most = 9
const fullAge = 18

const size = defineRule<ResidentsTeam>({
  id: 'R-S4-04-SIZE',
  name: text('居民委员会名额', 'Size of a residents’ committee'),
  ...cite(
    'residents2025',
    'statute',
    text(
      '第八条，居民委员会由主任、副主任和委员共五至九人组成',
      'art. 8, chair, deputies and members are five to nine',
    ),
  ),
  inForce,
  weight: 'block',
  judges: 'act',
  check: (team) =>
    team.size >= fewest && team.size <= most
      ? []
      : parts([
          text(
            `居民委员会名额为${team.size}人，应为${fewest}至${most}人。`,
            `The committee is to have ${team.size} members; it has ${fewest} to ${most}.`,
          ),
        ]),
})

const women = text('第八条，居民委员会成员中应当有妇女', 'art. 8, there are women among the members')
const noWomanAt = (stage: ResidentsTeam['stage'], message: Text) => (team: ResidentsTeam) =>
  team.stage !== stage || team.people.some(({ gender }) => gender === 'female') ? [] : parts([message])

const womanNominated = defineRule<ResidentsTeam>({
  id: 'R-S4-04-NOMINEES',
  name: text('候选人中有妇女', 'A woman among the candidates'),
  ...cite('residents2025', 'statute', women),
  inForce,
  weight: 'warn',
  judges: 'act',
  check: noWomanAt(
    'nominated',
    text(
      '候选人中没有妇女，当选成员中可能没有妇女，请考虑补充提名。',
      'No candidate is a woman, so the committee may be without one. Consider another nomination.',
    ),
  ),
})

const womanElected = defineRule<ResidentsTeam>({
  id: 'R-S4-04-WOMAN',
  name: text('成员中有妇女', 'A woman among the members'),
  ...cite('residents2025', 'statute', women),
  inForce,
  weight: 'block',
  judges: 'act',
  check: noWomanAt(
    'elected',
    text(
      '当选成员中没有妇女，应当至少有一名，请通过另行选举或补选解决。',
      'No woman was elected and there must be at least one: settle it by another election or a by-election.',
    ),
  ),
})

const ofAge = defineRule<ResidentsTeam>({
  id: 'R-S4-07-VOTER',
  name: text('年满十八周岁', 'At least eighteen years old'),
  ...cite(
    'residents2025',
    'statute',
    text(
      '第十六条，年满十八周岁的居民有选举权和被选举权',
      'art. 16, residents of eighteen years may elect and be elected',
    ),
  ),
  inForce,
  weight: 'block',
  judges: 'act',
  check: ({ people }, on) =>
    parts(
      people
        .filter(({ birth }) => birth !== null && (birth > on || completedYears(birth, on) < fullAge))
        .map(({ name, birth }) =>
          text(
            `“${name}”生于${birth}，选举日${on}未满${fullAge}周岁，不能当选。`,
            `“${name}”, born on ${birth}, is not yet ${fullAge} on the day of the election, ${on}, and cannot be elected.`,
          ),
        ),
    ),
})

/** Who may sit in a residents' committee together; judged on the day of the election. */
export const residentsTeamRules: readonly Rule<ResidentsTeam>[] = [size, womanNominated, womanElected, ofAge]
