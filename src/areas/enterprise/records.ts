import { capitalIncreaseType } from './records/capital-increase.ts'
import { clockType } from './records/clock.ts'
import { companyType } from './records/company.ts'
import { contactType } from './records/contact.ts'
import { departmentType } from './records/department.ts'
import { driveType } from './records/drive.ts'
import { financingType } from './records/financing.ts'
import { hiringType } from './records/hiring.ts'
import { improvementType } from './records/improvement.ts'
import { officeHoursType } from './records/office-hours.ts'
import { pairingType } from './records/pairing.ts'
import { postingType } from './records/posting.ts'
import { requestType } from './records/request.ts'
import { submissionType } from './records/submission.ts'
import { scaleListingType } from './records/scale-listing.ts'
import { serviceLimitType } from './records/service-limit.ts'
import { targetType } from './records/target.ts'
import { taskType } from './records/task.ts'
import { trainingType } from './records/training.ts'
import { zoneLeaderType } from './records/zone-leader.ts'
import { zonePlaceType } from './records/zone-place.ts'
import { zoneType } from './records/zone.ts'

export const outcomeTypes = [
  improvementType,
  capitalIncreaseType,
  financingType,
  hiringType,
  trainingType,
] as const

/** Every record type of the area; what each holds and goes through stands in `records/`. */
export const recordTypes = [
  companyType,
  scaleListingType,
  driveType,
  targetType,
  zoneType,
  zonePlaceType,
  zoneLeaderType,
  pairingType,
  postingType,
  serviceLimitType,
  contactType,
  departmentType,
  clockType,
  submissionType,
  officeHoursType,
  requestType,
  taskType,
  ...outcomeTypes,
]
export {
  clockType,
  companyType,
  contactType,
  departmentType,
  driveType,
  officeHoursType,
  pairingType,
  postingType,
  requestType,
  scaleListingType,
  serviceLimitType,
  submissionType,
  targetType,
  taskType,
  zoneLeaderType,
  zonePlaceType,
  zoneType,
}
export { capitalIncreaseType, financingType, hiringType, improvementType, trainingType }
