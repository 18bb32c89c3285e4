import { companyType } from './records/company.ts'
import { scaleListingType } from './records/scale-listing.ts'

/** Every record type of the area; what each holds and goes through stands in `records/`. */
export const recordTypes = [companyType, scaleListingType]
export { companyType, scaleListingType }
