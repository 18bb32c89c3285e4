import { assignmentsLedger } from './assignments.ts'
import { communityPostsLedger } from './community-posts.ts'
import { ballotsLedger, candidaciesLedger, electionsLedger } from './elections.ts'
import { leadTimesLedger } from './lead-times.ts'
import { partyPostsLedger } from './party-posts.ts'
import { peopleLedger } from './people.ts'
import { staffingStandardsLedger } from './staffing-standards.ts'

/** The office's ledgers of people and posts, in the order in which a new office fills them in. */
export const peopleLedgers = [
  peopleLedger,
  partyPostsLedger,
  communityPostsLedger,
  assignmentsLedger,
  staffingStandardsLedger,
  leadTimesLedger,
  electionsLedger,
  ballotsLedger,
  candidaciesLedger,
]
