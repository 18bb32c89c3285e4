import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { organisationsBeside } from '../queries/party-post-facts.ts'
import { assignmentType } from '../records.ts'
import { assignmentRules } from '../rules/posts/assignment-rules.ts'
import type { WithOrganisation } from '../rules/organisation-in-force.ts'
import { hooksWithOrganisation, withOrganisation } from './with-organisation.ts'

export const assignmentBehaviour: RecordBehaviour<WithOrganisation> = {
  type: assignmentType,
  ...withOrganisation,
  rules: assignmentRules,
  facts: organisationsBeside,
  hooks: (writer) => hooksWithOrganisation(writer),
}
