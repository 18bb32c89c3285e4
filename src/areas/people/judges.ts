import type { RecordJudgement } from '../../platform/records/behaviour.ts'
import { communityStaff } from './queries/community-staff.ts'
import { organisationPeople } from './queries/organisation-people.ts'
import { leadTimesBeside } from './queries/lead-times-set.ts'
import type { SetLeadTime } from './rules/elections/calendar/lead-times.ts'
import { membershipRules } from './rules/organisations/membership-rules.ts'
import type { OrganisationPeople } from './rules/organisations/organisation-people.ts'
import { termEndRules } from './rules/organisations/term-end-rules.ts'
import { placeRules } from './rules/posts/vacancy-rule.ts'
import type { CommunityStaff } from './rules/posts/vacancy-rule.ts'

const membership: RecordJudgement<OrganisationPeople> = {
  type: 'organisation.party_organisation',
  rules: membershipRules,
  facts: organisationPeople,
}
const staff: RecordJudgement<CommunityStaff> = {
  type: 'organisation.place',
  rules: placeRules,
  facts: communityStaff,
}

const terms: RecordJudgement<readonly SetLeadTime[]> = {
  type: 'organisation.party_organisation',
  rules: termEndRules,
  facts: leadTimesBeside,
}

/** What this area has to say of organisations and communities, which know nothing of people. */
export const peopleJudges: readonly RecordJudgement[] = [membership, terms, staff]
