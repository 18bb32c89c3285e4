import { capitalIncreaseType } from './records/capital-increase.ts'
import { companyType } from './records/company.ts'
import { driveType } from './records/drive.ts'
import { financingType } from './records/financing.ts'
import { hiringType } from './records/hiring.ts'
import { improvementType } from './records/improvement.ts'
import { scaleListingType } from './records/scale-listing.ts'
import { targetType } from './records/target.ts'
import { trainingType } from './records/training.ts'

export const outcomeTypes = [
  improvementType,
  capitalIncreaseType,
  financingType,
  hiringType,
  trainingType,
] as const

/** Every record type of the area; what each holds and goes through stands in `records/`. */
export const recordTypes = [companyType, scaleListingType, driveType, targetType, ...outcomeTypes]
export { companyType, driveType, scaleListingType, targetType }
export { capitalIncreaseType, financingType, hiringType, improvementType, trainingType }
