import { assignmentType } from './records/assignment.ts'
import { communityPostType } from './records/community-post.ts'
import { partyPostType } from './records/party-post.ts'
import { personType } from './records/person.ts'
import { staffingStandardType } from './records/staffing-standard.ts'

/** Every record type of the area; what each holds and goes through stands in `records/`. */
export const recordTypes = [
  personType,
  partyPostType,
  communityPostType,
  assignmentType,
  staffingStandardType,
]
export { assignmentType, communityPostType, partyPostType, personType, staffingStandardType }
