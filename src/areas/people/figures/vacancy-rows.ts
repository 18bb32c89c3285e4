import { type Kysely, sql } from 'kysely'
import { inForce, noLine } from '../../../platform/figures/row-columns.ts'
import { countable, defineRowSet, type Instants, type Relations } from '../../../platform/figures/row-set.ts'
import type { Day } from '../../../platform/values/day.ts'
import { communities, communitySpells } from '../../organisation/index.ts'
import type { Tables } from '../tables.generated.ts'
import { communityPosts } from '../terms.ts'
import { standards } from './staffing-rows.ts'

type Seen = Pick<Tables, 'staffing_standard' | 'staffing_standard_spell' | 'community_post_spell'>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('people')
type Stretch = { place_id: string; post: string; day: Day; next_day: Day }

/**
 * Of each community and post the days of the period on which anything may turn: holders, standard, community, and every first of a month,
 * so that months add up. Between one and the next nothing does.
 */
function stretches(relations: Relations, at: Instants) {
  const spells = communitySpells(relations, at)
  const held = tables(relations).selectFrom('community_post_spell').where('office_id', '=', at.office)
  const setBy = tables(relations).selectFrom('staffing_standard_spell').where('office_id', '=', at.office)
  const posts = tables(relations)
    .selectFrom('staffing_standard')
    .where('office_id', '=', at.office)
    .select('post')
  return sql<Stretch>`(select w.place_id, w.post, w.day,
      lead(w.day, 1, ${at.through} + 1) over (partition by w.place_id, w.post order by w.day) as next_day from (
    select k.community_id as place_id, n.post, d.day from (${spells}) k cross join (${posts}) n cross join (
      select ${at.from} as day
      union select generate_series(date_trunc('month', ${at.from}) + interval '1 month', ${at.through}, interval '1 month')::date
      union select valid_from from (${spells}) b union select valid_to from (${spells}) e
      union select valid_from from (${setBy.select('valid_from')}) f union select valid_to from (${setBy.select('valid_to')}) t) d
    union select place_id, post, valid_from from (${held.select(['place_id', 'post', 'valid_from'])}) f
    union select place_id, post, valid_to from (${held.select(['place_id', 'post', 'valid_to'])}) t) w
    where w.day >= ${at.from} and w.day <= ${at.through})`
}

/** Stretches of days within the period on which fewer hold a post of a community than the standard asks for. */
export const vacantDays = defineRowSet({
  id: 'people.vacant_days',
  dated: 'period',
  record: 'organisation.place',
  decidedBy: { record: 'people.community_post', placeColumn: 'place_id' },
  words: {
    zh: '社区岗位未按当日施行的配备标准配齐的时段（逐社区、逐岗位，跨月的按月分开）',
    en: 'stretches of days on which a community’s post was not filled as the standard of the day asks, community by community and post by post, each within a month',
  },
  kinds: communityPosts,
  rows: (relations, at) => {
    const onDay = { ...at, asOf: sql.ref<Day>('w.day') }
    const there = tables(relations)
      .selectFrom('community_post_spell as c')
      .where('c.office_id', '=', at.office)
      .whereRef('c.place_id', '=', sql.ref('w.place_id'))
      .whereRef('c.post', '=', sql.ref('w.post'))
      .where(inForce('c', onDay.asOf))
      .select((count) => count.fn.countAll<number>().as('there'))
    return countable(
      tables(relations)
        .selectFrom(stretches(relations, at).as('w'))
        .innerJoinLateral(communities(relations, onDay).as('k'), (join) =>
          join.onRef('k.community_id', '=', 'w.place_id'),
        )
        .innerJoinLateral(standards(relations, onDay).as('n'), (join) => join.onRef('n.post', '=', 'w.post'))
        .innerJoinLateral(there.as('h'), (join) => join.onTrue())
        .whereRef('h.there', '<', 'n.needed')
        .select([
          'w.place_id as record_id',
          'w.place_id',
          noLine,
          'w.day as on_date',
          'w.day as valid_from',
          'w.next_day as valid_to',
          sql<bigint>`((n.needed - h.there) * (w.next_day - w.day))::bigint`.as('amount'),
          sql<string>`w.place_id::text || ' ' || w.post || ' ' || w.day::text`.as('key'),
          'w.post as kind',
        ]),
    )
  },
})
