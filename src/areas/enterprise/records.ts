import { clockType } from './records/clock.ts'
import { companyType } from './records/company.ts'
import { contactType } from './records/contact.ts'
import { departmentType } from './records/department.ts'
import { driveType } from './records/drive.ts'
import { pairingType } from './records/pairing.ts'
import { postingType } from './records/posting.ts'
import { requestType } from './records/request.ts'
import { scaleListingType } from './records/scale-listing.ts'
import { serviceLimitType } from './records/service-limit.ts'
import { targetType } from './records/target.ts'
import { taskType } from './records/task.ts'
import { zoneLeaderType } from './records/zone-leader.ts'
import { zonePlaceType } from './records/zone-place.ts'
import { zoneType } from './records/zone.ts'

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
  requestType,
  taskType,
]
export {
  clockType,
  companyType,
  contactType,
  departmentType,
  driveType,
  pairingType,
  postingType,
  requestType,
  scaleListingType,
  serviceLimitType,
  targetType,
  taskType,
  zoneLeaderType,
  zonePlaceType,
  zoneType,
}
