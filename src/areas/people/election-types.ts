import type { RecordType } from '../../platform/records/record-type.ts'
import {
  ballotType,
  candidacyType,
  electionType,
  residentsBallotType,
  residentsCandidacyType,
  residentsElectionType,
} from './records.ts'

/** The record types of which an election is made; what is done alike to both kinds is told which ones it meets. */
export type ElectionTypes = {
  readonly election: RecordType
  readonly ballot: RecordType
  readonly candidacy: RecordType
}

export const partyElection: ElectionTypes = {
  election: electionType,
  ballot: ballotType,
  candidacy: candidacyType,
}
export const residentsElection: ElectionTypes = {
  election: residentsElectionType,
  ballot: residentsBallotType,
  candidacy: residentsCandidacyType,
}
