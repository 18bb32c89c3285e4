import type { Judged } from '../../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { text } from '../../../../platform/text.ts'
import type { Day } from '../../../../platform/values/day.ts'
import { inForce, overlaps, type Spell } from '../../../../platform/values/spell.ts'
import { type CommunityPost, communityPosts } from '../../terms.ts'
import { parts } from '../elections/findings.ts'
import { always, byPractice } from '../elections/instruments.ts'
import { setOn } from '../set-on.ts'

/** A time in which a person held a post in a community. */
export type CommunityPostHeld = Spell & {
  readonly record: string
  readonly person: string
  readonly place: string
  readonly placeName: string
  readonly post: CommunityPost
}

/** What the rules need beside the post: the posts of persons, by person, as far as they are in sight; the post itself is among them. */
export type CommunityPostFacts = { readonly ofPerson: ReadonlyMap<string, readonly CommunityPostHeld[]> }
export type HeldCommunityPost = Judged<CommunityPostFacts>

/** The posts of the staffing standard. */
const staff: readonly (string | null | undefined)[] = [
  'leader_in_charge',
  'social_worker',
  'assistant',
] satisfies CommunityPost[]

const standard = (what: { zh: string; en: string }) =>
  byPractice(
    text(
      `本街道社区党建力量配备标准：${what.zh}`,
      `The office’s own standard for Party work in communities: ${what.en}`,
    ),
  )

const othersOf = (record: HeldCommunityPost, person: string | null | undefined) =>
  (record.facts.ofPerson.get(person ?? '') ?? []).filter((held) => held.record !== record.id)

/** A document that says so is the reason by which it may be done all the same. */
const oneCommunity = defineRule<HeldCommunityPost>({
  id: 'R-S5-01',
  name: text('同一岗位不在两个社区', 'A post is not held in two communities'),
  ...standard(
    text(
      '一人同一天在一个社区担任同一岗位；有文件的，以文号为由登记',
      'a person holds a post in one community on any day; where a document says otherwise, its number is the reason',
    ),
  ),
  inForce: always,
  weight: 'warn',
  judges: 'act',
  check: (record, on) => {
    const set = setOn(record, on, ['person_id', 'place_id', 'post'])
    if (!set) return []
    const both = othersOf(record, set['person_id']).filter(
      (other) =>
        set['post'] === other.post &&
        set['place_id'] !== other.place &&
        record.spells.some((spell) => overlaps(spell, other)),
    )
    const [first] = both
    if (!first) return []
    const names = [...new Set(both.map(({ placeName }) => placeName))]
    const { zh, en } = communityPosts[first.post]
    return parts([
      text(
        `同一天还在“${names.join('”“')}”担任${zh}，请先登记离岗；有文件的请写明文号。`,
        `On one day the holder is also “${en}” in “${names.join('”, “')}”. Record the leaving first, or name the document.`,
      ),
    ])
  },
})

const onePost = defineRule<HeldCommunityPost>({
  id: 'R-S5-02',
  name: text('一人不兼一个社区的两个岗位', 'Nobody holds two staff posts of a community'),
  ...standard(
    text('每个岗位各配一人，一般不由一人兼任', 'each post has a holder of its own, generally not the same'),
  ),
  inForce: always,
  weight: 'warn',
  judges: 'state',
  check: (record, on) => {
    const now = record.spells.find((spell) => inForce(spell, on))?.attributes
    if (!staff.includes(now?.['post'])) return []
    const others = othersOf(record, now?.['person_id']).filter(
      (other) =>
        inForce(other, on) &&
        staff.includes(other.post) &&
        other.post !== now?.['post'] &&
        other.place === now?.['place_id'],
    )
    const labels = others.map(({ post }) => communityPosts[post])
    if (labels.length === 0) return []
    return parts([
      text(
        `在本社区还担任${labels.map(({ zh }) => zh).join('、')}。配备数按岗位计，人数只计一人。`,
        `In this community the holder is also ${labels.map(({ en }) => `“${en}”`).join(', ')}. Two posts count as filled, by one person.`,
      ),
    ])
  },
})

const withinContract = defineRule<HeldCommunityPost>({
  id: 'R-S5-03',
  name: text('在岗不超过合同期', 'Nobody is in post beyond the contract'),
  ...standard(text('聘用人员在合同期内在岗', 'employed staff are in post within their contract')),
  inForce: always,
  weight: 'warn',
  judges: 'state',
  check: ({ spells }, on) => {
    const now = spells.find((spell) => inForce(spell, on))
    const until = now?.attributes['contract_until'] as Day | null | undefined
    if (!until || on <= until) return []
    return parts([
      text(
        `合同已于${until}到期，仍登记在岗。请登记续签或者离岗。`,
        `The contract ended on ${until} and the post is still held. Record a renewal or the leaving.`,
      ),
    ])
  },
})

export const communityPostRules: readonly Rule<HeldCommunityPost>[] = [oneCommunity, onePost, withinContract]
