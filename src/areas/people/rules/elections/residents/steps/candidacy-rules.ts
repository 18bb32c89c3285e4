import type { Judged } from '../../../../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../../../../platform/rules/rule.ts'
import { text } from '../../../../../../platform/text.ts'
import type { ResidentsOfficerRole } from '../../../../terms.ts'
import { parts } from '../../findings.ts'
import { always, byPractice, cite, instruments } from '../../instruments.ts'

/** The other side: for a candidacy who runs the election and counts, for one of those who stands (with the role asked about). */
export type Beside = readonly { readonly person: string; readonly role: ResidentsOfficerRole }[]
export type BesideLife = Judged<Beside | undefined>

const counters: readonly ResidentsOfficerRole[] = ['scrutineer', 'teller']

function bothSides({ spells, facts }: BesideLife, among: (role: ResidentsOfficerRole) => boolean): boolean {
  const life = spells.at(-1)
  if (!life || life.to || life.attributes['way'] === 'write_in') return false
  const person = life.attributes['person_id']
  return facts?.some((each) => each.person === person && among(each.role)) ?? false
}

/** R-S4-03 from either side. The law at hand is silent on who counts, so the article of a Party election is followed by practice. */
const countersStandAside = defineRule<BesideLife>({
  id: 'R-S4-03',
  name: text('监票人、计票人不是候选人', 'Scrutineers and tellers are no candidates'),
  ...byPractice(
    text(
      '监票人、计票人从不是候选人的人中推选',
      'Who watches and counts is chosen among those who do not stand',
    ),
  ),
  inForce: always,
  weight: 'warn',
  judges: 'act',
  check: (life) =>
    bothSides(life, (role) => counters.includes(role))
      ? parts([
          text(
            `“${life.title}”既是候选人，又是监票人或计票人，请另推选。`,
            `“${life.title}” is a candidate and a scrutineer or teller as well. Choose another.`,
          ),
        ])
      : [],
})

const committeeStandsAside = defineRule<BesideLife>({
  id: 'R-S4-24',
  name: text('候选人退出选举委员会', 'A candidate leaves the election committee'),
  ...cite(
    'residents2025',
    'statute',
    text(
      '第十五条，居民选举委员会成员被提名为候选人的，应当退出居民选举委员会',
      'art. 15, a member of the election committee who is nominated leaves it',
    ),
  ),
  inForce: instruments.residents2025.inForce,
  weight: 'block',
  judges: 'act',
  check: (life) =>
    bothSides(life, (role) => !counters.includes(role))
      ? parts([
          text(
            `“${life.title}”被提名为候选人，应当退出选举委员会，请先登记退出。`,
            `“${life.title}” is nominated and has to leave the election committee. Record the leaving first.`,
          ),
        ])
      : [],
})

const fewestVoters = 10

const nominated = defineRule<BesideLife>({
  id: 'R-S4-25',
  name: text('候选人由社区党组织或者十名以上选民提名', 'Nominated by the Party organisation or ten voters'),
  ...cite(
    'residents2025',
    'statute',
    text(
      '第十八条，候选人由社区党组织提名或者十名以上选民联名提名',
      'art. 18, candidates are nominated by the community’s Party organisation or by ten voters or more',
    ),
  ),
  inForce: instruments.residents2025.inForce,
  weight: 'statutory',
  judges: 'act',
  check: ({ spells, title }) => {
    const { way, nominated_by: by, nominators = null } = spells.at(-1)?.attributes ?? {}
    if (way !== 'candidate') return []
    if (!by)
      return parts([
        text(`“${title}”没有写明由谁提名，请填写。`, `Who nominated “${title}” is not given. Enter it.`),
      ])
    if (by !== 'voters' || Number(nominators ?? 0) >= fewestVoters) return []
    return parts([
      text(
        `“${title}”由${Number(nominators ?? 0)}名选民联名提名，至少需要${fewestVoters}名。`,
        `“${title}” is nominated by ${Number(nominators ?? 0)} voters; it takes at least ${fewestVoters}.`,
      ),
    ])
  },
})

export const residentsOfficerRules: readonly Rule<BesideLife>[] = [countersStandAside, committeeStandsAside]
export const residentsCandidacyRules: readonly Rule<BesideLife>[] = [...residentsOfficerRules, nominated]
