import type { Reader } from '../../../platform/db/transaction.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import type { CommunityStaff } from '../rules/posts/vacancy-rule.ts'
import type { CommunityPost } from '../terms.ts'
import { isAmong, peopleTables } from './people-tables.ts'

/** Who holds the posts of many places, beside the standards of the office. */
export async function communityStaff(
  reader: Reader<unknown>,
  judged: readonly Pick<Judged, 'id'>[],
): Promise<ReadonlyMap<string, CommunityStaff>> {
  const tables = peopleTables(reader)
  const ids = judged.map(({ id }) => id)
  const needs = await tables
    .selectFrom('staffing_standard_spell as s')
    .innerJoin('staffing_standard as h', (join) =>
      join.onRef('h.office_id', '=', 's.office_id').onRef('h.id', '=', 's.record_id'),
    )
    .where('s.office_id', '=', reader.scope.office)
    .select(['h.post', 's.needed', 's.valid_from as from', 's.valid_to as to'])
    .execute()
  const holdings = await tables
    .selectFrom('community_post_spell')
    .where('office_id', '=', reader.scope.office)
    .where(isAmong('place_id', ids))
    .select(['place_id', 'post', 'valid_from as from', 'valid_to as to'])
    .execute()
  const standards = [...Map.groupBy(needs, ({ post }) => post)].map(([post, spells]) => ({
    post: post as CommunityPost,
    spells,
  }))
  const held = Map.groupBy(
    holdings.map((row) => ({ ...row, post: row.post as CommunityPost })),
    (row) => row.place_id,
  )
  return new Map(ids.map((id) => [id, { standards, holdings: held.get(id) ?? [] }]))
}
