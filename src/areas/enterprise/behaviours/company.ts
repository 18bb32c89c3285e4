import { liesInItsPlace } from '../../organisation/index.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { liesWith } from '../../../platform/records/lies-with.ts'
import { membersHeld } from '../queries/members-held.ts'
import { companyType, scaleListingType } from '../records.ts'
import { membersAgree, type MembersHeld } from '../rules/members-said-rule.ts'

/** A company lies in its place. */
export const companyBehaviour: RecordBehaviour<MembersHeld | undefined> = {
  type: companyType,
  ...liesInItsPlace(['leaving']),
  rules: [membersAgree],
  facts: membersHeld,
}

/** What lies where its company lies, on each day. */
export const withCompany = liesWith(companyType.id, 'company_id')

export const scaleListingBehaviour: RecordBehaviour = { type: scaleListingType, ...withCompany, rules: [] }
