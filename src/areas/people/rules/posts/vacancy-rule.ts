import type { Judged } from '../../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { text } from '../../../../platform/text.ts'
import { daysBetween } from '../../../../platform/values/day.ts'
import { inForce, type Spell } from '../../../../platform/values/spell.ts'
import { type CommunityPost, communityPosts } from '../../terms.ts'
import { parts } from '../elections/findings.ts'
import { always, byPractice } from '../elections/instruments.ts'
import { vacantSince } from '../vacancy.ts'

/** A standard through time: how many holders of a post every community needs. */
export type Standard = {
  readonly post: CommunityPost
  readonly spells: readonly (Spell & { readonly needed: number })[]
}
export type CommunityStaff = {
  readonly standards: readonly Standard[]
  /** Who holds the posts of the community, each holding by itself. */
  readonly holdings: readonly (Spell & { readonly post: CommunityPost })[]
}
export type StaffedPlace = Judged<CommunityStaff>

const allowed = 30

const vacancy = defineRule<StaffedPlace>({
  id: 'R-S5-04',
  name: text('社区岗位空缺三十日以上', 'A community’s post is vacant for more than thirty days'),
  ...byPractice(
    text(
      `本街道社区党建力量配备标准：空缺超过${allowed}日提示`,
      `The office’s own standard for Party work in communities: a vacancy of more than ${allowed} days is told`,
    ),
  ),
  inForce: always,
  weight: 'inform',
  judges: 'state',
  check: ({ header, spells, facts }, on) => {
    if (header['kind'] !== 'community') return []
    return parts(
      facts.standards.flatMap(({ post, spells: standard }) => {
        const holdings = facts.holdings.filter((held) => held.post === post)
        const since = vacantSince({ needs: standard, holdings, life: spells }, on)
        if (since === null || daysBetween(since, on) <= allowed) return []
        const { zh, en } = communityPosts[post]
        const needed = standard.find((spell) => inForce(spell, on))?.needed ?? 0
        const missing = needed - holdings.filter((held) => inForce(held, on)).length
        return [
          text(
            `${zh}缺${missing}名，自${since}起至今未配齐，已超过${allowed}日。`,
            `“${en}”: ${missing} missing; not all there since ${since}, for more than ${allowed} days.`,
          ),
        ]
      }),
    )
  },
})

export const placeRules: readonly Rule<StaffedPlace>[] = [vacancy]
