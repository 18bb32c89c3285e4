import { type Kysely, sql } from 'kysely'
import { inForce, noAmount, noDay, noLine } from '../../../platform/figures/row-columns.ts'
import { countable, defineRowSet, type Instants, type Relations } from '../../../platform/figures/row-set.ts'
import { communities } from '../../organisation/index.ts'
import type { Tables } from '../tables.generated.ts'
import { communityPosts } from '../terms.ts'

type Seen = Pick<Tables, 'staffing_standard' | 'staffing_standard_spell' | 'community_post_spell'>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('people')

/** The standards in force on the day: post, and how many holders each community needs. */
export const standards = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('staffing_standard_spell as s')
    .innerJoin('staffing_standard as h', (join) =>
      join.onRef('h.office_id', '=', 's.office_id').onRef('h.id', '=', 's.record_id'),
    )
    .where('s.office_id', '=', at.office)
    .where(inForce('s', at.asOf))
    .select(['h.post', 's.needed'])

/** Holders of a post with a standard, each numbered within community and post by how long they have held it. */
const holders = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('community_post_spell as c')
    .innerJoin(standards(relations, at).as('n'), (join) => join.onRef('n.post', '=', 'c.post'))
    .where('c.office_id', '=', at.office)
    .where(inForce('c', at.asOf))
    .select([
      'c.record_id',
      'c.place_id',
      'c.person_id',
      'c.post',
      'c.valid_from',
      'c.valid_to',
      'n.needed',
      sql<number>`row_number() over (partition by c.place_id, c.post order by c.valid_from, c.record_id)`.as(
        'nth',
      ),
    ])

export const postsFilled = defineRowSet({
  id: 'people.posts_filled',
  dated: 'asOf',
  record: 'people.community_post',
  words: {
    zh: '按配备标准已配备的社区岗位（同一社区同一岗位超出标准的不计）',
    en: 'community posts filled under the staffing standard (beyond what it asks of a community, none)',
  },
  kinds: communityPosts,
  rows: (relations, at) =>
    countable(
      tables(relations)
        .selectFrom(holders(relations, at).as('c'))
        .innerJoin(communities(relations, at).as('k'), (join) =>
          join.onRef('k.community_id', '=', 'c.place_id'),
        )
        .whereRef('c.nth', '<=', 'c.needed')
        .select([
          'c.record_id',
          'c.place_id',
          noLine,
          noDay,
          'c.valid_from',
          'c.valid_to',
          noAmount,
          sql<string>`c.person_id::text`.as('key'),
          'c.post as kind',
        ]),
    ),
})

/** Every community with every standard, how many it needs and how many are there. */
const wants = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom(communities(relations, at).as('k'))
    .innerJoin(standards(relations, at).as('n'), (join) => join.onTrue())
    .select((eb) => [
      'k.community_id',
      'k.valid_from',
      'k.valid_to',
      'n.post',
      'n.needed',
      eb
        .selectFrom('community_post_spell as c')
        .where('c.office_id', '=', at.office)
        .whereRef('c.place_id', '=', 'k.community_id')
        .whereRef('c.post', '=', 'n.post')
        .where(inForce('c', at.asOf))
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('there'),
    ])

const ofWants = (relations: Relations, at: Instants) =>
  tables(relations).selectFrom(wants(relations, at).as('w'))
const wantColumns = [
  'w.community_id as record_id',
  'w.community_id as place_id',
  noLine,
  noDay,
  'w.valid_from',
  'w.valid_to',
  sql<string>`w.community_id::text || ' ' || w.post`.as('key'),
  'w.post as kind',
] as const

export const postsNeeded = defineRowSet({
  id: 'people.posts_needed',
  dated: 'asOf',
  record: 'organisation.place',
  words: {
    zh: '按配备标准每个社区应配备的岗位',
    en: 'posts that the staffing standard asks of each community',
  },
  kinds: communityPosts,
  rows: (relations, at) =>
    countable(ofWants(relations, at).select([...wantColumns, sql<bigint>`w.needed::bigint`.as('amount')])),
})

export const postsVacant = defineRowSet({
  id: 'people.posts_vacant',
  dated: 'asOf',
  record: 'organisation.place',
  decidedBy: { record: 'people.community_post', placeColumn: 'place_id' },
  words: {
    zh: '按配备标准未配齐的社区岗位（各社区逐岗位计算缺额，不互相抵补）',
    en: 'posts that the staffing standard asks of a community and that are not filled, post by post and community by community',
  },
  kinds: communityPosts,
  rows: (relations, at) =>
    countable(
      ofWants(relations, at)
        .whereRef('w.there', '<', 'w.needed')
        .select([...wantColumns, sql<bigint>`(w.needed - w.there)::bigint`.as('amount')]),
    ),
})

const community = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom(communities(relations, at).as('k'))
    .select([
      'k.community_id as record_id',
      'k.community_id as place_id',
      noLine,
      noDay,
      'k.valid_from',
      'k.valid_to',
      noAmount,
      sql<string>`k.community_id::text`.as('key'),
      sql<null>`null::text`.as('kind'),
    ])

export const communitiesInForce = defineRowSet({
  id: 'people.communities_in_force',
  dated: 'asOf',
  record: 'organisation.place',
  words: { zh: '在册的社区', en: 'communities on the register' },
  rows: (relations, at) => countable(community(relations, at)),
})

export const communitiesStaffed = defineRowSet({
  id: 'people.communities_staffed',
  dated: 'asOf',
  record: 'organisation.place',
  decidedBy: { record: 'people.community_post', placeColumn: 'place_id' },
  words: {
    zh: '各岗位均按配备标准配齐的社区',
    en: 'communities in which every post of the staffing standard is filled',
  },
  rows: (relations, at) =>
    countable(
      community(relations, at)
        .where((eb) =>
          eb.exists(eb.selectFrom(standards(relations, at).as('n')).select(sql.lit(1).as('one'))),
        )
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom(wants(relations, at).as('w'))
                .whereRef('w.community_id', '=', 'k.community_id')
                .whereRef('w.there', '<', 'w.needed')
                .select(sql.lit(1).as('one')),
            ),
          ),
        ),
    ),
})
