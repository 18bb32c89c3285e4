import { companyType } from './records/company.ts'
import { contactType } from './records/contact.ts'
import { driveType } from './records/drive.ts'
import { pairingType } from './records/pairing.ts'
import { postingType } from './records/posting.ts'
import { scaleListingType } from './records/scale-listing.ts'
import { serviceLimitType } from './records/service-limit.ts'
import { targetType } from './records/target.ts'
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
]
export {
  companyType,
  contactType,
  driveType,
  pairingType,
  postingType,
  scaleListingType,
  serviceLimitType,
  targetType,
  zoneLeaderType,
  zonePlaceType,
  zoneType,
}
