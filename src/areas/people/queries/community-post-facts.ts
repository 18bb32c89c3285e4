import type { Reader } from '../../../platform/db/transaction.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import { namesOfPlaces } from '../../organisation/index.ts'
import type { CommunityPostFacts } from '../rules/posts/community-post-rules.ts'
import type { CommunityPost } from '../terms.ts'
import { postsBeside } from './posts-beside.ts'

/** The posts of the same persons in communities, as they stand now and as the same write would leave them. */
export async function communityPostFacts(
  reader: Reader<unknown>,
  judged: readonly Omit<Judged, 'facts'>[],
): Promise<ReadonlyMap<string, CommunityPostFacts>> {
  const held = await postsBeside<CommunityPost>(reader, judged, {
    name: 'community_post',
    where: 'place_id',
    by: ['person_id'],
  })
  const names = await namesOfPlaces(
    reader,
    held.map(({ where }) => where),
  )
  const ofPerson = Map.groupBy(
    held.map(({ where: place, ...one }) => ({ ...one, place, placeName: names.get(place) ?? '' })),
    ({ person }) => person,
  )
  return new Map(judged.map(({ id }) => [id, { ofPerson }]))
}
