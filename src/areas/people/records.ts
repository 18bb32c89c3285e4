import { assignmentType } from './records/assignment.ts'
import { ballotType } from './records/ballot.ts'
import { candidacyType } from './records/candidacy.ts'
import { communityPostType } from './records/community-post.ts'
import { dataRequestType } from './records/data-request.ts'
import { electionOfficerType } from './records/election-officer.ts'
import { electionType } from './records/election.ts'
import { leadTimeType } from './records/lead-time.ts'
import { partyPostType } from './records/party-post.ts'
import { personType } from './records/person.ts'
import { residentsBallotType } from './records/residents-ballot.ts'
import { residentsCandidacyType } from './records/residents-candidacy.ts'
import { residentsElectionType } from './records/residents-election.ts'
import { residentsOfficerType } from './records/residents-officer.ts'
import { staffingStandardType } from './records/staffing-standard.ts'

/** Every record type of the area; what each holds and goes through stands in `records/`. */
export const recordTypes = [
  personType,
  partyPostType,
  communityPostType,
  assignmentType,
  staffingStandardType,
  leadTimeType,
  electionType,
  ballotType,
  candidacyType,
  electionOfficerType,
  dataRequestType,
  residentsElectionType,
  residentsBallotType,
  residentsCandidacyType,
  residentsOfficerType,
]
export {
  assignmentType,
  ballotType,
  candidacyType,
  communityPostType,
  dataRequestType,
  electionOfficerType,
  electionType,
  leadTimeType,
  partyPostType,
  personType,
  residentsBallotType,
  residentsCandidacyType,
  residentsElectionType,
  residentsOfficerType,
  staffingStandardType,
}
