import type { Reader } from '../../../platform/db/transaction.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import { namesOfPlaces } from '../../organisation/index.ts'
import type { CommunityPostFacts, CommunityPostHeld } from '../rules/posts/community-post-rules.ts'
import type { CommunityPost } from '../terms.ts'
import { everIn, isAmong, peopleTables } from './people-tables.ts'

type Drafts = readonly Omit<Judged, 'facts'>[]
type Held = Omit<CommunityPostHeld, 'placeName'>

/** The posts of the same persons in communities, as they stand now and as the same write would leave them. */
export async function communityPostFacts(
  reader: Reader<unknown>,
  judged: Drafts,
): Promise<ReadonlyMap<string, CommunityPostFacts>> {
  const held = [...(await storedBeside(reader, judged)), ...judged.flatMap(asDrafted)]
  const names = await namesOfPlaces(
    reader,
    held.map(({ place }) => place),
  )
  const ofPerson = Map.groupBy(
    held.map((one) => ({ ...one, placeName: names.get(one.place) ?? '' })),
    ({ person }) => person,
  )
  return new Map(judged.map(({ id }) => [id, { ofPerson }]))
}

const asDrafted = ({ id, spells }: Drafts[number]): Held[] =>
  spells.map(({ from, to, attributes }) => ({
    from,
    to,
    record: id,
    person: attributes['person_id'] as string,
    place: attributes['place_id'] as string,
    post: attributes['post'] as CommunityPost,
  }))

async function storedBeside(reader: Reader<unknown>, judged: Drafts): Promise<Held[]> {
  const rows = await peopleTables(reader)
    .selectFrom('community_post_spell')
    .where('office_id', '=', reader.scope.office)
    .where(isAmong('person_id', everIn(judged, 'person_id')))
    .select(['record_id as record', 'person_id as person', 'place_id as place'])
    .select(['post', 'valid_from as from', 'valid_to as to'])
    .execute()
  const drafted = new Set(judged.map(({ id }) => id))
  return rows
    .filter(({ record }) => !drafted.has(record))
    .map((row) => ({ ...row, post: row.post as CommunityPost }))
}
