import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { text } from '../../../../platform/text.ts'
import type { Day } from '../../../../platform/values/day.ts'
import { inForce } from '../../../../platform/values/spell.ts'
import { type PartyPost, partyPosts } from '../../terms.ts'
import { parts } from '../elections/findings.ts'
import { always, byPractice } from '../elections/instruments.ts'
import { firstOf } from '../first-of.ts'
import { organisationInForce, organisationOn } from '../organisation-in-force.ts'
import type { HeldPost, PartyPostHeld } from './party-post-facts.ts'
import { committeePosts, postsOf } from './posts-of.ts'

const base = { inForce: always, weight: 'warn', judges: 'state' } as const

/** The holding as it stands on the day. */
function heldOn({ spells }: HeldPost, on: Day) {
  const now = spells.find((spell) => inForce(spell, on))?.attributes
  if (!now) return null
  return {
    person: now['person_id'] as string,
    organisation: now['organisation_id'] as string,
    post: now['post'] as PartyPost,
  }
}

const fitsItsOrganisation = defineRule<HeldPost>({
  ...base,
  id: 'R-S1-04-POST',
  name: text('职务与组织类型相符', 'The post fits the type of organisation'),
  ...byPractice(
    text(
      '党委、党总支、党支部设书记、副书记、委员，党小组设组长',
      'Committees and branches have secretaries, deputies and members; a group has a leader',
    ),
  ),
  check: (record, on) => {
    const held = heldOn(record, on)
    const organisation = organisationOn(record, on)
    if (!held || !organisation?.now || postsOf[organisation.now.kind].includes(held.post)) return []
    const { zh, en } = partyPosts[held.post]
    const { name } = organisation.life
    return parts([
      text(
        `“${name}”这类组织不设“${zh}”，请核对职务或组织。`,
        `An organisation such as “${name}” has no post “${en}”: check the post or the organisation.`,
      ),
    ])
  },
})

const heldByFullMember = defineRule<HeldPost>({
  ...base,
  id: 'R-S1-10-HOLDER',
  name: text('党内职务由正式党员担任', 'A Party post is held by a full member'),
  ...byPractice(
    text(
      '预备党员没有表决权、选举权和被选举权，不担任党内职务',
      'A probationary member neither votes nor can be elected, and holds no Party post',
    ),
  ),
  check: (record, on) => {
    const holder = record.facts.holders.get(heldOn(record, on)?.person ?? '')
    if (!holder) return []
    const category = holder.spells.find((spell) => inForce(spell, on))?.category ?? null
    if (category === 'full') return []
    return parts([category === 'probationary' ? probationary : notMember])
  },
})
const probationary = text(
  '任职人当日是预备党员，请核对转正日期和任职日期。',
  'The holder is a probationary member on the day: check when full membership and the post began.',
)
const notMember = text(
  '任职人当日没有登记为本街道的正式党员，请核对；组织关系在别处的可以不理会。',
  'The holder is not recorded as a full member here on the day. Check; leave it where the affiliation is elsewhere.',
)

const oneSecretary = defineRule<HeldPost>({
  ...base,
  id: 'R-S1-04-SECRETARY',
  name: text('一个党组织只有一名书记', 'An organisation has one secretary'),
  ...byPractice(
    text('党组织设书记一名，必要时设副书记', 'One secretary, and deputies where they are needed'),
  ),
  check: (record, on) => {
    const held = heldOn(record, on)
    if (held?.post !== 'secretary') return []
    const others = firstOf(
      record.facts.inOrganisation.get(held.organisation) ?? [],
      (other) => other.record !== record.id && other.post === 'secretary' && inForce(other, on),
    )
    if (others.length === 0) return []
    const names = namesOf(record, others)
    return parts([
      text(
        `同一天该组织另有书记${names.zh}，请登记离任，或者更正日期。`,
        `The organisation has another secretary on the day${names.en}. Record who left, or correct the dates.`,
      ),
    ])
  },
})

function namesOf({ facts }: HeldPost, others: readonly PartyPostHeld[]) {
  const names = others.flatMap(({ person }) => facts.holders.get(person)?.name ?? [])
  return names.length === 0 ? text('', '') : text(`：${names.join('、')}`, `: ${names.join(', ')}`)
}

const oneCommunity = defineRule<HeldPost>({
  ...base,
  id: 'R-S4-COMMUNITY',
  name: text('一人不同时任两个社区的委员', 'Nobody sits in the committees of two communities'),
  ...byPractice(
    text(
      '社区党组织委员按人统计，一人只在一个社区任职',
      'Committee members of communities are counted as persons, each in one community',
    ),
  ),
  check: (record, on) => {
    const held = heldOn(record, on)
    if (!held) return []
    const here = communityOf(record, held, on)
    if (!here) return []
    const there = firstOf(record.facts.ofPerson.get(held.person) ?? [], (other) => {
      const community = inForce(other, on) ? communityOf(record, other, on) : null
      return community !== null && community.seat !== here.seat
    })
    if (there.length === 0) return []
    const names = there.map(({ organisation }) => record.facts.organisations.get(organisation)?.name ?? '')
    return parts([
      text(
        `同一天还是“${names.join('”“')}”的委员，请登记离任，或者更正日期。`,
        `On the day the holder also sits in “${names.join('”, “')}”: record which was left, or correct the dates.`,
      ),
    ])
  },
})

/** The community's own organisation in whose committee the holding is; null for another post or organisation. */
function communityOf(
  { facts }: HeldPost,
  { organisation, post }: Pick<PartyPostHeld, 'organisation' | 'post'>,
  on: Day,
) {
  const life = facts.organisations.get(organisation)
  const now = life?.spells.find((spell) => inForce(spell, on))
  const own = now?.foundedIn === 'community' && ['611', '621', '631'].includes(now.kind)
  return own && committeePosts.includes(post) ? { seat: now.seat } : null
}

export const partyPostRules: readonly Rule<HeldPost>[] = [
  organisationInForce('organisation_id'),
  fitsItsOrganisation,
  heldByFullMember,
  oneSecretary,
  oneCommunity,
]
