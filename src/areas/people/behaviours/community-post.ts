import { scopesOfPlaces } from '../../organisation/index.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { communityPostFacts } from '../queries/community-post-facts.ts'
import { communityPostType } from '../records.ts'
import { type CommunityPostFacts, communityPostRules } from '../rules/posts/community-post-rules.ts'
import { scopeAlone } from '../../../platform/records/scope-alone.ts'

/** A post lies in its community. */
export const communityPostBehaviour: RecordBehaviour<CommunityPostFacts> = {
  type: communityPostType,
  placeColumn: 'place_id',
  follows: [{ type: 'organisation.place', by: 'place_id' }],
  rules: communityPostRules,
  facts: communityPostFacts,
  hooks: (writer) => ({
    prepare: async (spells) => {
      const scopes = await scopesOfPlaces(
        writer,
        spells.map((spell) => spell.attributes['place_id'] as string),
      )
      return (spell) => scopes(spell, spell.attributes['place_id'] as string)
    },
    eventColumns: (event, segment) => ({ ...scopeAlone(segment), cause: event.sets['cause'] ?? null }),
    headerColumns: scopeAlone,
  }),
}
