import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Day } from '../../../platform/values/day.ts'
import { inForce, type Spell } from '../../../platform/values/spell.ts'
import { loadStrokes } from '../../../platform/values/strokes.ts'
import { communitiesBelow } from '../../organisation/index.ts'
import type { StaffedCommunity, StaffedPost } from '../contract.ts'
import { vacantSince } from '../rules/vacancy.ts'
import { type CommunityPost, communityPosts } from '../terms.ts'
import { byRank, byStrokes } from './official-order.ts'

type Standard = Spell & { readonly id: string; readonly post: CommunityPost; readonly needed: number }
type Holding = Spell & {
  readonly id: string
  readonly place: string
  readonly post: CommunityPost
  readonly rank: number | null
  readonly name: string | null
}

export type Staffing = { readonly posts: StaffedPost[]; readonly communities: StaffedCommunity[] }

/** Who holds which post in each community beneath a path on a day, and since when one is vacant. */
export async function staffingBelow(reader: Reader<unknown>, path: string, on: Day): Promise<Staffing> {
  const communities = await communitiesBelow(reader, path, on)
  const standards = await standardsUpTo(reader, on)
  const holdings = await holdingsUpTo(
    reader,
    communities.map(({ id }) => id),
    on,
  )
  const strokesOf = await loadStrokes()
  const posts = postsOn(standards, holdings, on)
  return {
    posts,
    communities: communities.map(({ id, name, spells: life }) => ({
      place: { id, name },
      cells: posts.map(({ post }) => {
        const held = holdings.filter((holding) => holding.place === id && holding.post === post)
        const needs = standards.filter((standard) => standard.post === post)
        return {
          holders: held
            .filter((holding) => inForce(holding, on))
            .toSorted(byStrokes(strokesOf))
            .toSorted(byRank)
            .map((holder) => ({ id: holder.id, name: holder.name })),
          vacantSince: vacantSince({ needs, holdings: held, life }, on),
        }
      }),
    })),
  }
}

/** The posts of the standards in force on the day, then others that somebody holds. */
function postsOn(standards: readonly Standard[], holdings: readonly Holding[], on: Day): StaffedPost[] {
  const held = new Set(holdings.filter((holding) => inForce(holding, on)).map(({ post }) => post))
  const all = (Object.keys(communityPosts) as CommunityPost[]).map((post): StaffedPost => {
    const standard = standards.find((one) => one.post === post && inForce(one, on))
    return { post, standard: standard ? { id: standard.id, needed: standard.needed } : null }
  })
  return [
    ...all.filter(({ standard }) => standard),
    ...all.filter(({ post, standard }) => !standard && held.has(post)),
  ]
}

async function standardsUpTo(reader: Reader<unknown>, on: Day): Promise<Standard[]> {
  const schema = schemaOf('people', reader.known)
  const { rows } =
    await sql<Standard>`select h.id, h.post, s.needed, s.valid_from as "from", s.valid_to as "to"
    from ${sql.table(`${schema}.staffing_standard_spell`)} s
    join ${sql.table(`${schema}.staffing_standard`)} h on h.office_id = s.office_id and h.id = s.record_id
    where s.office_id = ${reader.scope.office} and s.valid_from <= ${on}`.execute(reader.db)
  return rows
}

/** Those that have ended as well, since a vacancy begins where one ends. */
async function holdingsUpTo(
  reader: Reader<unknown>,
  communities: readonly string[],
  on: Day,
): Promise<Holding[]> {
  const schema = schemaOf('people', reader.known)
  const { rows } =
    await sql<Holding>`select c.record_id as id, c.place_id as place, c.post, c.rank, coalesce(p.name, p.code) as name,
      c.valid_from as "from", c.valid_to as "to"
    from ${sql.table(`${schema}.community_post_spell`)} c
    left join ${sql.table(`${schema}.person`)} p on p.office_id = c.office_id and p.id = c.person_id
    where c.office_id = ${reader.scope.office} and c.place_id = any(${communities}::uuid[]) and c.valid_from <= ${on}`.execute(
      reader.db,
    )
  return rows
}
