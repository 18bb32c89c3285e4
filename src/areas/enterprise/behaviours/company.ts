import { liesInItsPlace } from '../../organisation/index.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { liesWith } from '../../../platform/records/lies-with.ts'
import { companyType, scaleListingType } from '../records.ts'

/** A company lies in its place. */
export const companyBehaviour: RecordBehaviour = {
  type: companyType,
  ...liesInItsPlace(['leaving']),
  rules: [],
}

/** What lies where its company lies, on each day. */
export const withCompany = liesWith(companyType.id, 'company_id')

export const scaleListingBehaviour: RecordBehaviour = { type: scaleListingType, ...withCompany, rules: [] }
