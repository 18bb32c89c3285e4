import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { ballotFacts } from '../queries/ballot-facts.ts'
import { electionFacts } from '../queries/election-facts.ts'
import { inBallotOfEnded, ofEndedElection } from '../queries/of-ended-election.ts'
import { candidatesBeside, officialsBeside } from '../queries/other-side.ts'
import { ballotType, candidacyType, electionOfficerType, electionType } from '../records.ts'
import { type BallotFacts, ballotRules } from '../rules/elections/ballot-round.ts'
import { pastRules } from '../rules/elections/past-rules.ts'
import { seatsLeftRules } from '../rules/elections/seats-left-rules.ts'
import { standsAsideRules } from '../rules/elections/stands-aside.ts'
import type { ElectionFacts } from '../rules/elections/steps/election-facts.ts'
import { electionRules } from '../rules/elections/steps/step-rules.ts'
import { liesWith } from '../../../platform/records/lies-with.ts'
import { hooksWithOrganisation, withOrganisation } from './with-organisation.ts'

/** An election lies where its organisation has its seat, and what belongs to it lies with it. */
export const electionBehaviour: RecordBehaviour<ElectionFacts | undefined> = {
  type: electionType,
  ...withOrganisation,
  rules: electionRules,
  facts: electionFacts,
  hooks: (writer) => hooksWithOrganisation(writer),
}

export const ballotBehaviour: RecordBehaviour<BallotFacts | undefined> = {
  type: ballotType,
  ...liesWith(electionType.id, 'election_id'),
  rules: [...ballotRules, ...pastRules, ...seatsLeftRules],
  facts: ballotFacts,
  settled: ofEndedElection,
}

export const candidacyBehaviour: RecordBehaviour<readonly string[] | undefined> = {
  type: candidacyType,
  ...liesWith(ballotType.id, 'ballot_id'),
  rules: standsAsideRules,
  facts: officialsBeside,
  settled: inBallotOfEnded,
}

export const electionOfficerBehaviour: RecordBehaviour<readonly string[] | undefined> = {
  type: electionOfficerType,
  ...liesWith(electionType.id, 'election_id'),
  rules: standsAsideRules,
  facts: candidatesBeside,
  settled: ofEndedElection,
}
