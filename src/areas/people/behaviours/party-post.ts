import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { partyPostFacts } from '../queries/party-post-facts.ts'
import { partyPostType } from '../records.ts'
import type { PartyPostFacts } from '../rules/posts/party-post-facts.ts'
import { partyPostRules } from '../rules/posts/party-post-rules.ts'
import { hooksWithOrganisation, withOrganisation } from './with-organisation.ts'

export const partyPostBehaviour: RecordBehaviour<PartyPostFacts> = {
  type: partyPostType,
  ...withOrganisation,
  rules: partyPostRules,
  facts: partyPostFacts,
  hooks: (writer) => hooksWithOrganisation(writer, ({ sets }) => ({ cause: sets['cause'] ?? null })),
}
