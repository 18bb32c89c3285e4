import { clockType } from './records/clock.ts'
import { companyType } from './records/company.ts'
import { departmentType } from './records/department.ts'
import { driveType } from './records/drive.ts'
import { requestType } from './records/request.ts'
import { scaleListingType } from './records/scale-listing.ts'
import { targetType } from './records/target.ts'
import { taskType } from './records/task.ts'

/** Every record type of the area; what each holds and goes through stands in `records/`. */
export const recordTypes = [
  companyType,
  scaleListingType,
  driveType,
  targetType,
  departmentType,
  clockType,
  requestType,
  taskType,
]
export {
  clockType,
  companyType,
  departmentType,
  driveType,
  requestType,
  scaleListingType,
  targetType,
  taskType,
}
