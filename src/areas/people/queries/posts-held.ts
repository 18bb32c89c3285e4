import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { Text } from '../../../platform/text.ts'
import type { Day } from '../../../platform/values/day.ts'
import { type CommunityPost, communityPosts, type PartyPost, partyPosts } from '../terms.ts'

/** A post of a person as it stands on the last of its days, and no more of either than says who holds what where. */
export type PostHeld = {
  readonly id: string
  /** Null where it was erased. */
  readonly person: string | null
  readonly post: Text
  readonly at: { readonly type: string; readonly id: string }
  /** The community or subdistrict where it lies. */
  readonly place: string
  readonly from: Day
  /** The first day on which it is no longer held. */
  readonly to: Day | null
}

type Row = Omit<PostHeld, 'post' | 'at'> & { post: string; at: string; party: boolean }

/** The posts of these ids; or those that people whose names hold the words hold on a day or later, by name. */
export async function postsHeld(
  reader: Reader<unknown>,
  asked:
    | { readonly ids: readonly string[] }
    | { readonly find: string; readonly on: Day; readonly most: number },
): Promise<PostHeld[]> {
  const { office } = reader.scope
  const last = (table: string, at: string, party: boolean): RawBuilder<unknown> => sql`
    select distinct on (s.record_id) s.record_id as id, s.person_id, s.post, ${sql.ref(`s.${at}`)} as at,
      s.scope_place_id as place, s.valid_to as "to", ${sql.lit(party)} as party,
      (select min(f.valid_from) from ${sql.table(table)} f where f.office_id = s.office_id and f.record_id = s.record_id) as "from"
    from ${sql.table(table)} s where s.office_id = ${office}
      and ${'ids' in asked ? sql`s.record_id = any(${[...asked.ids]}::uuid[])` : sql`s.person_id in (select id from named)`}
    order by s.record_id, s.valid_from desc`
  const named = 'ids' in asked ? sql`false` : sql`strpos(name, ${asked.find}) > 0`
  const current = 'ids' in asked ? sql`` : sql`where h."to" is null or h."to" > ${asked.on}`
  const most = 'ids' in asked ? sql`` : sql`limit ${asked.most}`
  const { rows } = await sql<Row>`
    with named as (select id from people.person where office_id = ${office} and ${named})
    select h.id, h.post, h.at, h.place, h.party, h."from", h."to", p.name as person
    from ((${last('people.community_post_spell', 'place_id', false)})
      union all (${last('people.party_post_spell', 'organisation_id', true)})) h
    join people.person p on p.office_id = ${office} and p.id = h.person_id
    ${current} order by p.name, h."from", h.id ${most}`.execute(reader.db)
  return rows.map(({ post, at, party, ...row }) => ({
    ...row,
    post: party ? partyPosts[post as PartyPost] : communityPosts[post as CommunityPost],
    at: { type: party ? 'organisation.party_organisation' : 'organisation.place', id: at },
  }))
}
