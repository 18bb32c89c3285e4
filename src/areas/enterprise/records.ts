import { companyType } from './records/company.ts'
import { driveType } from './records/drive.ts'
import { scaleListingType } from './records/scale-listing.ts'
import { targetType } from './records/target.ts'

/** Every record type of the area; what each holds and goes through stands in `records/`. */
export const recordTypes = [companyType, scaleListingType, driveType, targetType]
export { companyType, driveType, scaleListingType, targetType }
