import { liesInItsPlace } from '../../organisation/index.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { communityPostFacts } from '../queries/community-post-facts.ts'
import { communityPostType } from '../records.ts'
import { type CommunityPostFacts, communityPostRules } from '../rules/posts/community-post-rules.ts'

/** A post lies in its community. */
export const communityPostBehaviour: RecordBehaviour<CommunityPostFacts> = {
  type: communityPostType,
  ...liesInItsPlace(['cause']),
  rules: communityPostRules,
  facts: communityPostFacts,
}
